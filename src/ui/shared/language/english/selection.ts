import { formats } from './formats.ts';

const photos = (count: number) => formats.counted(count, { one: 'photo', other: 'photos' });

/** What is done with photos that were chosen, and what came of it. */
export const selection = {
  label: 'Selection',
  selected: 'selected',
  copyNames: 'Copy the names',
  addToAlbum: 'Add to an album…',
  saveCsv: 'Save the list as CSV',
  saveJson: 'Save the list as JSON',
  selectAll: 'Select all',
  more: 'More',
  clear: 'Clear selection',
  removeTitle: (count: number) => `Remove ${photos(count)}?`,
  removeText:
    'They and everything found in them leave this gallery. So many cannot be brought back by “Undo”. The files on your disk stay as they are.',
  removed: (count: number) => `${photos(count)} removed. The files on your disk are untouched.`,
  notBack: 'They were not brought back',
  notMarked: (count: number) => `${photos(count)} could not be marked`,
  favoured: (count: number) => `${photos(count)} added to the favourites.`,
  unfavoured: (count: number) => `${photos(count)} taken from the favourites.`,
  notDownloaded: (count: number) => `${photos(count)} could not be downloaded`,
  notShared: (count: number) => `${photos(count)} could not be shared`,
  nothingCopied: 'Nothing was copied',
  pictureCopied: 'The picture was copied.',
  namesCopied: (count: number) => `${photos(count)}: the names were copied.`,
  listNotSaved: 'The list was not saved',
  notRemoved: (count: number) => `${photos(count)} could not be removed`,
  filesGone:
    'The page can no longer read the files. Add their folder again: nothing is computed anew, and the files are at hand.',
  someMissing: (read: number, all: number) =>
    `${formats.counted(read, { one: 'file', other: 'files' })} of ${all}: the others can no longer be read until their folder is added again.`,
  cannotShare: 'This browser cannot share files of this kind or so many.',
  cannotCopy: 'This browser does not let a page copy pictures.',
  albumTitle: (count: number) => `Add ${photos(count)} to an album`,
  albums: 'Albums',
  newAlbum: 'A new album',
  create: 'Create',
  put: (count: number, album: string) => `${photos(count)} put into “${album}”.`,
  albumsUnread: 'The albums could not be read',
  albumNotSaved: 'The album was not saved',
};

/** What came of adding photos, and of index files. */
export const intake = {
  noSearch: 'No search was started',
  onlyHidden: 'The folder is empty, or there are only hidden files in it.',
  nothingAdded: 'Nothing was added',
  folderEmpty: 'The folder is empty.',
  hiddenSkipped: 'Hidden and system files are skipped, and there was nothing else.',
  isIndex: (name: string) => `${name} is an index that Facet exported.`,
  importIt: 'Import it',
  stopped: 'Indexing stopped',
  notTriedAgain: 'The files could not be tried again',
  added: (count: number) => `${photos(count)} added.`,
  addedSome: (count: number, failed: number) => `${photos(count)} added, ${failed} could not be read.`,
  already: (count: number) => `${photos(count)} ${count === 1 ? 'was' : 'were'} already in the gallery.`,
  notExported: 'The index was not exported',
  exported: (count: number) => `The index of ${photos(count)} was exported.`,
  leftOut: (count: number) => ` ${photos(count)} from an older version ${count === 1 ? 'is' : 'are'} not in it.`,
  notImported: (name: string) => `${name} was not imported`,
  imported: (count: number) => `${photos(count)} imported.`,
  importedSome: (count: number, already: number) =>
    `${photos(count)} imported; ${already} ${already === 1 ? 'was' : 'were'} already in the gallery.`,
  importStopped: 'The import stopped',
  noJpeg: 'This browser cannot write JPEG files.',
};
