import { formats } from './formats.ts';

const photos = (count: number) => formats.counted(count, { one: 'photo', other: 'photos' });

/** Heads that a person trains in the page. */
export const training = {
  title: 'Train on a labelled folder',
  help: 'Facet can learn its categories from your own photos: from a folder in one of the layouts above. It takes some minutes for a hundred photos, longer for a thousand, and everything stays in this browser. Each category needs three photos at least, better twenty; up to 2,000 photos are used.',
  drop: 'Train on this folder',
  choose: 'Choose a folder to train on…',
  chooseAgain: 'Choose the same folder again…',
  pause: 'Pause',
  goOn: 'Go on',
  discard: 'Give it up',
  discardText: 'What this training has reached is deleted. The folder and its photos stay as they are.',
  progress: 'Training',
  reading: 'Reading the labels…',
  looking: (done: number, total: number) => `${formats.number(done)} of ${photos(total)} looked at`,
  stage: (name: string, epoch: number, epochs: number) =>
    `${name}: round ${formats.number(epoch)} of ${formats.number(epochs)}`,
  checking: 'Checking the result…',
  starting: 'Starting…',
  paused: (folder: string) => `The training on ${folder} is paused. What it has reached is kept, over a reload too.`,
  unseen: (folder: string) =>
    `The training on ${folder} was stopped before all photos were looked at. Choose the same folder again: photos that were seen are not looked at twice.`,
  failed: 'This folder could not be trained on',
  notDone: 'This could not be done',
  stages: {
    calibration: 'Categories, with photos held back',
    labels: (part: string) => `Categories, part ${part}`,
    groups: 'Differences within a category',
    hashes: 'Codes',
  },
  losses: 'Loss by round',
  lossesHelp: 'The lower, the better it fits the photos; each stage begins anew.',
  round: 'Round',
  loss: 'Loss',
  kept: 'Trained by you',
  keptHelp:
    'Each can take the place of what Facet comes with. Codes of two networks cannot be compared: photos that were added before stay in the gallery, and are found again once their files are added anew, or when you switch back.',
  from: (count: number, categories: number, day: string) =>
    `${photos(count)}, ${formats.counted(categories, { one: 'category', other: 'categories' })}, ${day}`,
  inUse: 'In use',
  unusable: 'Made with an earlier version of Facet, so it cannot be used any more.',
  use: 'Use it',
  useStandard: 'Use Standard again',
  export: 'Save as a file',
  forget: 'Forget it',
  forgetTitle: (name: string) => `Forget what was trained on ${name}?`,
  forgetText:
    'The trained file is deleted from this browser. Photos that were found with it stay in the gallery and are found again once their files are added anew.',
  card: 'Card',
  heldOut: (count: number) =>
    `Measured on ${photos(count)} that were held back from training while this was measured. What is kept was trained on all photos.`,
  meanAp: 'Mean average precision',
  unknown: 'no longer kept',
};
