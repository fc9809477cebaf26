import type { Catalogue } from '../english/english.ts';
import { formats } from './formats.ts';
import { names } from './names.ts';
import { noSuch, thisOne, withOne } from './nouns.ts';

const photos = (count: number) => formats.counted(count, { one: 'Foto', other: 'Fotos' });
const bits = (count: number) => `${formats.number(count)} Bit`;
const begun = (sentence: string) => sentence.charAt(0).toUpperCase() + sentence.slice(1);

export const search = {
  similar: 'Insgesamt ähnlich',
  grouped: 'Nach Kategorie',
  ways: 'Ansichten des Ergebnisses',
  distance: 'Größter Unterschied',
  atLeast: (alike) => `mindestens ${alike}`,
  withinInWords: (limit, all) => `höchstens ${limit} von ${all} Bit verschieden`,
  analysing: 'Das Foto wird ausgewertet und verglichen …',
  lost: 'Dieser Suche fehlt ihr Foto',
  lostPhoto: 'Das Foto, von dem diese Suche ausgeht, ist nicht in der Galerie.',
  lostFile: 'Die Seite wurde neu geladen, und Suchfotos merkt sie sich nicht. Wähl das Foto noch einmal aus.',
  byThisPhoto: 'Gesucht wird mit diesem Foto',
  byOneObject: 'Gesucht wird mit einem Objekt aus',
  tapHint: 'Tipp ein Objekt an oder zieh einen Rahmen, um nur danach zu suchen.',
  byWholePhoto: 'Mit dem ganzen Foto suchen',
  together: 'Alles zusammen',
  and: (categories) => formats.list(categories.map(names.category)),
  inQuery: (percent) => `${percent} im Suchfoto`,
  ofMore: (all) => ` von ${formats.number(all)}`,
  all: (count) => `Alle ${formats.number(count)}`,
  allOf: (count, title) => `Alle ${formats.number(count)} Fotos: ${title}`,
  noOtherWith: (category) => `Es gibt kein anderes Foto ${withOne(category)}.`,
  noOtherWithAll: (categories) => `Es gibt kein anderes Foto mit ${categories}.`,
  noneAsAlike: (nearest, all) => `Keines ist so ähnlich. Das nächste unterscheidet sich in ${nearest} von ${all} Bit.`,
  noneWithin: (category, limit, nearest) =>
    `${begun(noSuch(category))} innerhalb von ${bits(limit)}. Das nächste Foto ist ${bits(nearest)} entfernt.`,
  showUpTo: (nearest) => `Bis ${bits(nearest)} zeigen`,
  noMatch: 'Nichts gefunden',
  noneLeft: (asked) => `Es bleibt kein anderes Foto zum Vergleichen: ${asked}.`,
  noneThere: 'In der Galerie ist kein anderes Foto zum Vergleichen.',
  noPhotoWithin: (limit, nearest) =>
    `Kein Foto liegt innerhalb von ${bits(limit)}. Das nächste ist ${bits(nearest)} entfernt.`,
  amongAll: 'Unter allen Fotos suchen',
  similarSays: '„Insgesamt ähnlich“ ordnet die Galerie danach, wie die Fotos aussehen.',
  orderByLooks: 'Nach Aussehen ordnen',
  allGroups: 'Alle Gruppen',
  holdsNone: 'Auf diesem Foto ist nichts, was Facet kennt',
  bestGuess: (category, probability, gate) =>
    `Am ehesten: ${names.category(category)} mit ${probability}. Das zählt aber erst ab ${gate}.`,
  earlier: (count) =>
    `Gesucht wurde nur in ${photos(count)}, ausgewertet von einem früheren Netz. Zieh die Dateien noch einmal hierher, um überall zu suchen.`,
  soByLooks: 'Deshalb sind die Fotos unten danach geordnet, wie sie aussehen, egal was drauf ist.',
} satisfies Catalogue['search'];

export const chips = {
  asked: 'Wonach gefragt ist',
  save: 'Speichern',
  clear: 'Leeren',
  means: { all: 'muss drauf sein', any: 'eins davon', none: 'darf nicht drauf sein', only: 'und sonst nichts' },
  press: {
    all: 'Drücken für „und“',
    any: 'Drücken für „oder“',
    none: 'Drücken für „ohne“',
    only: 'Drücken für „nur“',
  },
  like: 'wie',
  andLike: 'und wie',
  notLike: 'nicht wie',
  pressLike: 'Drücken für „wie“',
  pressNotLike: 'Drücken für „nicht wie“',
  byCategory: 'Nach Kategorie filtern',
  categoryCount: (category, count) => `${names.category(category)}, ${photos(count)}`,
  more: (count) => `${formats.number(count)} weitere`,
  allCategories: 'Alle Kategorien',
  inThesePhotos: 'Kategorien in diesen Fotos',
  findCategory: 'Kategorie suchen',
  nothingFits: 'Auf keinem dieser Fotos ist so etwas.',
  saveTitle: 'Suche speichern',
  name: 'Name',
} satisfies Catalogue['chips'];

export const examples = {
  thisPhoto: 'dieses Foto',
  photo: 'Foto',
  lessSure: 'weniger sicher',
  order: 'Zuerst kommen Fotos, die mehr vom Gefundenen gemeinsam haben, und unter ihnen die ähnlicheren.',
  likeThe: (category, name) => `Wie ${thisOne(category)} in ${name}`,
  likeThis: (category) => `Wie ${thisOne(category)}`,
  lessLike: (name) => `Weniger wie ${name}`,
  lessLikeThis: 'Weniger davon',
} satisfies Catalogue['examples'];
