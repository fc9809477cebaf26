import { formats } from './formats.ts';

/** The settings, section by section. */
export const settings = {
  appearance: 'Appearance',
  theme: 'Theme',
  themes: { system: 'Like the device', light: 'Light', dark: 'Dark' },
  language: 'Language',
  likeBrowser: 'Like the browser',
  languageNotLoaded: 'The language could not be loaded',
  engine: 'Engine',
  engineStarting: 'The engine is still starting.',
  inUse: 'In use',
  details: 'Details',
  engineToUse: 'Engine to use',
  automatic: 'Automatic',
  tryGpuAgain: 'Try the GPU again',
  engineNotChanged: 'The engine could not be changed',
  notSaved: 'The setting was not saved',
  privacy: 'Privacy',
  privacyText:
    'Photos are decoded, analysed and stored only in this browser. The page may talk only to the address it came from, and its security policy makes the browser enforce that.',
  otherRequests: 'Requests to other addresses',
  offline: 'Offline use',
  offlineStates: {
    ready: 'Ready: the app is kept in this browser',
    preparing: 'Getting ready',
    unsupported: 'Not available in this window',
  },
  about: 'About',
  knows: (count: number, categories: string) => `Facet knows ${count} categories: ${categories}. `,
  lessSurely: (categories: string) => `Less surely: ${categories}. `,
  noWords: 'It does not search by words: you search with a photo, an object in a photo or a category.',
  version: 'Version',
  licences: 'Licences',
  madeOf: 'Facet and what it is made of',
};

/** What is stored, and how to keep or remove it. */
export const storage = {
  title: 'Storage',
  promised: 'The browser has promised to keep the gallery until you remove it.',
  notPromised:
    'The browser has not promised to keep the gallery and may delete it when the disk is full. Your photo files are never touched.',
  inGallery: 'In the gallery',
  storedHere: 'Stored here',
  emptied: 'The gallery is empty. The files on your disk are untouched.',
  notEmptied: 'The gallery could not be emptied',
  removeAllPhotos: 'Remove all photos',
  removeAllTitle: (count: number) => `Remove all ${formats.counted(count, { one: 'photo', other: 'photos' })}?`,
  removeAllText:
    'The gallery, everything found in it and what you taught Facet will be deleted. The files on your disk stay as they are.',
  removeAll: 'Remove all',
  places: 'Where photos were taken',
  placesText:
    'Many cameras write into a photo where it was taken. Facet leaves that out unless you want it kept: then it is stored in this browser with the photos that you add from then on, and goes into an index that you export.',
  keepPlaces: 'Keep where photos were taken',
  larger: 'Larger pictures',
  largerText: (thumbnail: number, larger: number, each: string, thousand: string) =>
    `After a reload the page can no longer read your files, and an opened photo shows its thumbnail of ${thumbnail} px. Larger pictures of ${formats.number(larger)} px take about ${each} per photo, ${thousand} for a thousand. They are kept of the photos that you add from then on.`,
  keepLarger: 'Keep larger pictures',
  largerKept: (count: number, bytes: string) =>
    `${formats.counted(count, { one: 'larger picture', other: 'larger pictures' })}, ${bytes}`,
  removeLarger: 'Remove larger pictures',
  largerNotCounted: 'The larger pictures could not be counted',
  largerNotRemoved: 'The larger pictures could not be removed',
};

/** The index as a file. */
export const indexFile = {
  title: 'The index as a file',
  text: 'The file holds what was found in your photos: codes, probabilities, boxes, your corrections and, if you like, thumbnails, but never the photos themselves. Importing adds to the gallery, and no photo is added twice.',
  export: 'Export the index…',
  import: 'Import an index…',
  withThumbnails: 'With thumbnails',
  imported: 'Photos imported',
  exported: 'Photos exported',
};

/** Which network looks at the photos. */
export const network = {
  title: 'Network',
  names: { 'nanodet-g+ssd-mobilenetv2': 'Standard', 'nanodet-g+googlenet': 'With GoogLeNet' },
  train: 'Train on a labelled folder…',
  own: (name: string, day: string) => `Trained on ${name}, ${day}`,
  shipped: 'Facet comes with two small networks that work together, and can be trained on photos of your own.',
  text: 'With GoogLeNet in place of one of them it recognises more, and takes longer for each photo. Its weights cannot be shipped with the page: bring the file ',
  fileKinds:
    ' (Caffe’s model zoo, “BVLC GoogLeNet”; as .caffemodel, .onnx or .safetensors). It is checked and stays in this browser.',
  reading: 'Reading the file…',
  chooseFile: 'Choose a file of weights…',
  toUse: 'Network to use',
  here: (file: string, bytes: string) => `${file}, ${bytes} here`,
  remove: 'Remove the weights',
  later: 'The network can be changed once the photos that wait have been added.',
  afterReload: (network: string) =>
    `${network} is used when the page is loaded again. Codes of two networks cannot be compared: photos that were added before stay in the gallery, and are found again once their files are added anew.`,
  reloadNow: 'Reload now',
  notChanged: 'The network could not be changed',
  notRemoved: 'The weights could not be removed',
};
