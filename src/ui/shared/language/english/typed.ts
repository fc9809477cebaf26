/**
 * The words that a person may type into the search line, in small letters and without accents, as `plain` leaves them. The first of several
 * is the one to be said.
 */
export const typed = {
  joins: ['and', '&', '+', ',', 'with', 'a', 'an', 'the', 'photos', 'of'],
  ors: ['or', '|'],
  nots: ['not', 'no', 'without', '-', '!'],
  onlys: ['only', 'just'],
  favourites: ['favourites', 'favorites', 'favourite', 'favorite'],
  unrecognised: ['unrecognised', 'unrecognized', 'nothing recognised', 'nothing recognized'],
  /** Before a colon: `folder:Rome`. */
  keys: {
    folder: ['folder', 'in'],
    camera: ['camera'],
    album: ['album'],
    name: ['name'],
    taken: ['taken', 'date'],
  },
  months: [
    'january',
    'february',
    'march',
    'april',
    'may',
    'june',
    'july',
    'august',
    'september',
    'october',
    'november',
    'december',
  ],
  seasons: { spring: ['spring'], summer: ['summer'], autumn: ['autumn', 'fall'], winter: ['winter'] },
  today: ['today'],
  yesterday: ['yesterday'],
  this: ['this'],
  last: ['last'],
  week: ['week'],
  month: ['month'],
  year: ['year'],
  since: ['since', 'from'],
  after: ['after'],
  before: ['before'],
  until: ['until'],
  in: ['in'],
  to: ['to', '–'],
  /** What follows the year in "1960s". */
  decade: ['s'],
  /** What may follow the number of a day. */
  ordinals: ['', 'st', 'nd', 'rd', 'th'],
  /** Times to be offered while they are typed. */
  times: [
    'today',
    'yesterday',
    'this week',
    'last week',
    'this month',
    'last month',
    'this year',
    'last year',
    'last summer',
    'last winter',
  ],
};
