import { formats } from './formats.ts';

/** The frame around the views, and the start. */
export const app = {
  /** As search engines, shared links and the installed app describe the page; the manifest says the same. */
  description: 'Private photo search by what is in the picture. Nothing leaves your device.',
  skip: 'Skip to the content',
  home: 'Facet, back to the gallery',
  engineInUse: (engine: string) => `Engine in use: ${engine}. Details`,
  engineTrouble: 'No photo is lost, but the engine had trouble',
  main: 'Main',
  photos: 'Photos',
  byPhoto: 'By photo',
  add: 'Add',
  choosePhotos: 'Choose photos…',
  chooseFolder: 'Choose a folder…',
  search: 'Search',
  stopped: 'Facet stopped',
  notShown: (why: string) => `The page could not be shown: ${why}`,
  notSetUp: (why: string) => `The page could not be set up: ${why}`,
  notStarted: 'Facet could not start',
  galleryGone: 'The stored gallery is gone',
  reload: 'Reload',
  viewStopped: 'This view stopped working',
  viewStoppedHelp:
    'Your photos and everything found in them are safe. You can try the view again, reload the page or go back to the gallery.',
  insecure:
    'Facet needs a secure address, https or localhost, because browsers keep from other pages what it works with. ' +
    'Open it at an address that begins with https://, or at http://localhost on the computer that serves it.',
  lacking: (what: string) =>
    `This browser lacks ${what}. Facet runs in Chrome and Edge from version 123, in Firefox from 120 and in Safari from 17.5.`,
  pasted: 'Searching by the pasted photo.',
  addPasted: 'Add it to the gallery',
  dropHint: 'Photos or whole folders',
  dropSearch: 'Search by this photo',
  dropSearchHint: 'It is not added to the gallery',
  newVersion: 'A new version is ready.',
  useNow: 'Use it now',
  newVersionElsewhere: 'A new version is in use in another tab.',
  loadHere: 'Load it here',
};

/** The line that follows the indexing. */
export const indexing = {
  label: 'Indexing',
  here: 'Indexing your photos',
  waiting: 'Waiting for another tab to finish',
  elsewhere: 'Another tab is indexing your photos',
  full: 'Paused: the storage is full',
  goesOn: 'Indexing goes on by itself once there is room.',
  done: (count: number) => `${count} done`,
  failed: (count: number) => `${count} failed`,
  already: (count: number) => `${count} already in the gallery`,
  left: (count: number) => `${count} left`,
  keepOpen: 'Keep this page open: files that are left have to be added again once it is closed.',
  goOn: 'Go on now',
  cancel: 'Cancel indexing',
  progress: 'Photos indexed',
  progressOf: (done: number, all: number) => `${done} of ${formats.counted(all, { one: 'photo', other: 'photos' })}`,
};

/** The files that could not be read. */
export const quarantine = {
  label: 'Files that could not be read',
  unread: (count: number) => `${formats.counted(count, { one: 'file', other: 'files' })} could not be read`,
  tryAll: 'Try all again',
  dismissAll: 'Dismiss all',
  notDismissed: 'The file could not be dismissed',
  files: (count: number) => `${count} files:`,
  dismissThese: (count: number) => `Dismiss these ${count}`,
  dismissFile: (name: string) => `Dismiss ${name}`,
  dropAgain: (reason: string) => `${reason} Drop it again to retry.`,
};

/** The short way through the page. */
export const tour = {
  label: 'Tour',
  look: 'These scenes are read on your device, like photos of your own. The categories above count what was found.',
  object: 'Open a scene: everything found has a box with its name. The lens on a box searches by that one object.',
  together: 'Ask for several things at once: choose categories above the photos, or type “person bicycle”.',
  notRemoved: 'The drawn scenes could not be removed',
  removeScenes: 'Remove the scenes',
  done: 'Done',
  skip: 'Skip the tour',
  next: 'Next',
};

/** The list of keyboard shortcuts. */
export const shortcuts = {
  everywhere: 'Everywhere',
  search: 'Search',
  close: 'Close what lies on top',
  list: 'This list',
  gallery: 'Gallery and answers',
  walk: 'From photo to photo',
  open: 'Open the photo',
  photo: 'Opened photo',
  turn: 'Previous and next photo',
  boxes: 'All boxes',
  draw: 'Draw a box',
  full: 'Full screen',
  zoom: 'Zoom; then arrows move the photo',
  fit: 'Fit the photo to the page',
  box: 'Your box',
  move: 'Move it',
  size: 'Size it',
  take: 'Take it away',
  shift: 'Shift',
  delete: 'Delete',
  pageDown: 'PgDn',
  pageUp: 'PgUp',
  space: 'Space',
};
