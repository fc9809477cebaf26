import { formats } from './formats.ts';
import { withArticle } from './names.ts';

const photos = (count: number) => formats.counted(count, { one: 'photo', other: 'photos' });
const bits = (count: number) => formats.counted(count, { one: 'bit', other: 'bits' });

/** A query and its answers. */
export const search = {
  similar: 'Similar overall',
  grouped: 'Grouped by category',
  ways: 'Ways to look at the answer',
  distance: 'Largest distance',
  atLeast: (alike: string) => `at least ${alike}`,
  withinInWords: (limit: number, all: number) => `at most ${limit} of ${all} bits apart`,
  analysing: 'Analysing the photo and comparing it…',
  lost: 'This search has lost its photo',
  lostPhoto: 'The photo that this search starts from is not in the gallery.',
  lostFile: 'The page was reloaded, and it does not keep query photos. Drop or choose the photo again.',
  byThisPhoto: 'Searching by this photo',
  byOneObject: 'Searching by one object in',
  tapHint: 'Tap an object in it, or draw a box, to search by that alone.',
  byWholePhoto: 'Search by the whole photo',
  together: 'All of them together',
  and: (categories: readonly string[]) => categories.join(' and '),
  inQuery: (percent: string) => `${percent} in the query`,
  ofMore: (all: number) => ` of ${all}`,
  all: (count: number) => `All ${count}`,
  allOf: (count: number, title: string) => `All ${count} photos: ${title}`,
  noOtherWith: (category: string) => `There is no other photo with ${withArticle(category)}.`,
  noOtherWithAll: (categories: string) => `There is no other photo with ${categories}.`,
  noneAsAlike: (nearest: number, all: number) => `None as alike as this. ${nearest} of ${all} bits is the nearest.`,
  noneWithin: (category: string, limit: number, nearest: number) =>
    `No ${category} within ${bits(limit)}. The nearest is ${bits(nearest)} away.`,
  showUpTo: (nearest: number) => `Show up to ${bits(nearest)}`,
  noMatch: 'No match',
  noneLeft: (asked: string) => `No other photo is left to compare with: ${asked}.`,
  noneThere: 'There is no other photo in the gallery to compare with.',
  noPhotoWithin: (limit: number, nearest: number) =>
    `No photo is within ${bits(limit)} of this one. The nearest is ${bits(nearest)} away.`,
  amongAll: 'Look among all photos',
  similarSays: '“Similar overall” orders the gallery by what the photos look like.',
  orderByLooks: 'Order by looks',
  allGroups: 'All groups',
  holdsNone: 'Nothing that Facet knows is in this photo',
  bestGuess: (category: string, probability: string, gate: string) =>
    `The best guess is ${category} at ${probability}, but it only counts from ${gate}.`,
  earlier: (count: number) =>
    `Found among the ${photos(count)} that an earlier network saw. Drop their files again to search them with the rest.`,
  soByLooks: 'So the photos below are ordered by what they look like, whatever is in them.',
};

/** The question as a sentence of chips, and the categories to go on with. */
export const chips = {
  asked: 'What is asked',
  save: 'Save',
  clear: 'Clear',
  means: { all: 'must be there', any: 'one of these', none: 'must not be there', only: 'and nothing else' },
  press: { all: 'Press for “and”', any: 'Press for “or”', none: 'Press for “not”', only: 'Press for “only”' },
  like: 'like',
  andLike: 'and like',
  notLike: 'not like',
  pressLike: 'Press for “like”',
  pressNotLike: 'Press for “not like”',
  byCategory: 'Filter by category',
  categoryCount: (category: string, count: number) => `${category}, ${photos(count)}`,
  more: (count: number) => `${count} more`,
  allCategories: 'All categories',
  inThesePhotos: 'Categories in these photos',
  findCategory: 'Find a category',
  nothingFits: 'None of these photos shows that.',
  saveTitle: 'Save this search',
  name: 'Name',
};

/** What a hit can be taken for, and what its tile says. */
export const examples = {
  thisPhoto: 'this photo',
  photo: 'photo',
  lessSure: 'less sure',
  /** Why one that is less alike may come before. */
  order: 'Photos that share more of what was found come first, and among those the more alike ones.',
  likeThe: (category: string, name: string) => `Like the ${category} in ${name}`,
  likeThis: (category: string) => `Like this ${category}`,
  lessLike: (name: string) => `Less like ${name}`,
  lessLikeThis: 'Less like this',
};
