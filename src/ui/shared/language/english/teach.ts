import { formats } from './formats.ts';

const photos = (count: number) => formats.counted(count, { one: 'photo', other: 'photos' });

/** Teaching Facet a category, and what was taught. */
export const teach = {
  whatTheyShow: 'Teach Facet what they show…',
  whatItShows: 'Teach Facet what it shows…',
  notBegun: 'Teaching could not begin',
  newTitle: 'Teach Facet something',
  moreTitle: 'Teach it further',
  name: 'What is it?',
  nameHint: 'A word you would search for: mug, our cat, sunset',
  examples: 'Photos that show it',
  noExamples: 'None yet: answer a question with yes.',
  counterExamples: 'Photos that do not',
  takeOut: (name: string) => `Take out ${name}`,
  question: 'Is this one?',
  yes: 'Yes',
  no: 'No',
  skip: 'Not sure',
  askMore: (count: number) => `Ask me about ${count} more`,
  answeredAll: 'That helps. You can stop here, or answer more.',
  noQuestions: 'You have answered for all photos.',
  found: 'What it would find',
  looking: 'Looking through your photos…',
  nothing: 'No other photo yet. More examples or answers help.',
  wouldFind: (count: number, share: string) =>
    count === 1
      ? `1 photo besides yours, right with a chance of about ${share}.`
      : `${photos(count)} besides yours, of which about ${share} are right.`,
  untold: (count: number) =>
    `${photos(count)} cannot be told: they were indexed before Facet could be taught. Drop their files again to have them told.`,
  notThis: (name: string, photo: string) => (name === '' ? `Not ${photo}` : `Not ${name}: ${photo}`),
  done: 'Done',
  failed: 'It was not learned',
  notUndone: 'It was not undone',
  learned: (name: string) => `Facet knows “${name}” now. It is a category like any other.`,
  learnedMore: (name: string) => `Facet knows “${name}” better now.`,
  taughtByYou: (names: string) => `Taught by you: ${names}. `,
  title: 'What you taught',
  how: 'Select photos that show the same thing, and choose “Teach Facet what they show” from the selection’s menu. What you teach stays in this browser.',
  list: 'Categories you taught',
  save: 'Save them as a file',
  open: 'Open such a file…',
  given: 'The file holds names and weights, and no photo. You can give it to someone else.',
  unread: 'What you taught could not be read',
  notSaved: 'The file was not saved',
  notOpened: 'The file was not opened',
  opened: (names: string) => `Facet knows ${names} now.`,
  fromFile: 'from a file',
  learnedFrom: (yes: number, no: number) =>
    `${formats.counted(yes, { one: 'example', other: 'examples' })}${no === 0 ? '' : `, ${photos(no)} without it`}`,
  otherNetwork: 'Taught on another network: it finds nothing with this one.',
  newName: (name: string) => `New name of ${name}`,
  more: (name: string) => `Teach ${name} further`,
  rename: (name: string) => `Rename ${name}`,
  keepName: 'Rename',
  forget: (name: string) => `Forget ${name}`,
  forgotten: (name: string) => `“${name}” is forgotten.`,
  notForgotten: 'It was not forgotten',
  renamed: (name: string) => `It is called “${name}” now.`,
  notRenamed: 'It was not renamed',
};
