import { formats } from './formats.ts';

const photos = (count: number) => formats.counted(count, { one: 'photo', other: 'photos' });
const files = (count: number) => formats.counted(count, { one: 'file', other: 'files' });
const are = (count: number) => formats.form(count, { one: 'is', other: 'are' });

/** Folders of the disk that stay. */
export const folders = {
  label: 'Folder',
  lookThem: 'Look for changes in your folders',
  mayClose: 'You can close this page: adding them goes on at your next visit.',
  looking: (folder: string) => `Looking through ${folder}…`,
  stop: 'Stop',
  notNow: 'Not now',
  interrupted: 'was being added when the page was closed. Your browser asks you before the page reads on.',
  asks: 'can be read again once you allow it: your browser asks anew at each visit. Until then you see stored pictures.',
  goOn: 'Go on adding',
  allow: 'Allow reading',
  notAdded: (folder: string) => `The folder ${folder} was not added`,
  notRead: (folder: string) => `${folder} cannot be read`,
  denied: 'This browser was told not to let the page read it. Its settings for this page can change that.',
  notForgotten: (folder: string) => `${folder} was not forgotten`,
  notLooked: (folder: string) => `${folder} was not looked through`,
  already: (folder: string) => `${folder} is being looked through already.`,
  nothingThere: (folder: string) => `There is nothing to add in ${folder}.`,
  nothingNew: (folder: string, count: number) =>
    `Nothing is new in ${folder}: ${files(count)} ${are(count)} in the gallery.`,
  gone: (folder: string, count: number) =>
    `${photos(count)} ${are(count)} no longer in ${folder}: moved away, changed or deleted there.`,
  show: 'Show them',
  goneTitle: (folder: string, count: number) => `${photos(count)} no longer in ${folder}`,
  goneHelp:
    'Their files were moved away, changed or deleted. The gallery still shows what it stored of them. Whatever you choose, nothing on your disk is touched.',
  goneList: 'Photos whose files are gone',
  more: (count: number) => `and ${formats.number(count)} more`,
  keep: 'Keep them',
  toAlbum: 'Put them into an album',
  remove: 'Remove them from the gallery',
  album: (folder: string) => `Gone from ${folder}`,
  intoAlbum: (count: number, album: string) => `${photos(count)} put into the album “${album}”.`,
  albumNotSaved: 'The album was not saved',
  notRemoved: 'They were not removed',
  title: 'Your folders',
  help: 'Facet remembers where these folders are, reads their photos from there once the browser lets it, and never changes anything in them.',
  waits: 'waits for your permission',
  look: 'Look for changes',
  lookIn: (folder: string) => `Look for changes in ${folder}`,
  forget: 'Forget',
  forgetOne: (folder: string) => `Forget the folder ${folder}`,
};
