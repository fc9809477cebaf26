import { formats } from './formats.ts';

const photos = (count: number) => formats.counted(count, { one: 'photo', other: 'photos' });
const files = (count: number) => (count === 1 ? 'its file' : 'their files');

/** The grid, its toolbar and its filters. */
export const gallery = {
  photos: 'Photos',
  ofAll: (all: number) => ` of ${formats.number(all)}`,
  outdated: (count: number) =>
    ` · ${formats.number(count)} indexed by an older version: drop ${files(count)} again to search ${count === 1 ? 'it' : 'them'}`,
  sort: 'Sort photos',
  bestFirst: 'Best first',
  notAsked: 'The gallery could not be asked',
  noMatch: 'No photo matches',
  noMatchOf: (count: number) => `None of your ${photos(count)} has everything that is asked for.`,
  dropAgain: 'Drop again to search',
  time: 'Time',
  selectAll: 'Select all of these',
  filter: 'Filter',
  filterOn: (count: number) => `Filter, ${count} on`,
  show: 'Show',
  favourites: 'Favourites',
  unrecognised: 'Nothing recognised',
  folder: 'Folder',
  camera: 'Camera',
  inside: (name: string) => `Inside ${name}`,
  noFilters: 'The filters could not be read',
};

/** The first page. */
export const welcome = {
  dropHere: 'Drop photos here',
  headline: 'Find photos by what is in them.',
  lead: 'Drop a folder. Facet finds the objects in every photo. Then any photo, or any single object in one, can start a search.',
  chooseFolder: 'Choose a folder',
  choosePhotos: 'Choose photos',
  hint: 'Or drop them anywhere on this page, or paste them.',
  tryScenes: 'Try it with drawn scenes',
  noScenes: 'The scenes could not be drawn',
  promise: 'Your photos never leave this device.',
  promiseMore:
    'There is no server, no account and no upload. Once this page is open it works with the network switched off.',
  gettingReady: 'Getting ready. You can already choose photos.',
  runsOn: (engine: string) => `Runs on ${engine}.`,
  picture: 'A drawing of a room. A bicycle, a plant and a cat are each framed, named and given a code.',
};

/** Photos that are the same file or the same picture. */
export const duplicates = {
  lead: 'Files that are in several places, and pictures that are here in several sizes or qualities. Removing a copy takes it from this gallery; the files on your disk are never touched.',
  sameFile: 'The same file',
  samePicture: 'The same picture',
  groups: (count: number) => formats.counted(count, { one: 'group', other: 'groups' }),
  keepBest: 'Keep the best of each…',
  notCompared: 'The photos could not be compared',
  notRemembered: 'Your answer was not remembered',
  none: 'No duplicates',
  onlyOne: 'There is only one photo.',
  allDiffer: (count: number) => `All ${photos(count)} are different.`,
  notDuplicates: 'Not duplicates',
  keepOne: (others: number) => `Keep one, remove ${others}`,
  keepThis: 'Keep this',
  keepThisInstead: 'Keep this instead',
  inPlaces: (count: number) => `In ${formats.counted(count, { one: 'place', other: 'places' })}:`,
  notRemoved: 'The copies could not be removed',
  removeTitle: (count: number) => `Remove ${formats.counted(count, { one: 'copy', other: 'copies' })}?`,
  removeText:
    'The best of each picture stays: the largest, and of those the least compressed. The copies leave this gallery; the files on your disk stay as they are.',
  noUndo: ' So many cannot be brought back by “Undo”.',
  removeCopies: 'Remove copies',
};
