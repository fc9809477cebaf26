import type { Catalogue } from '../english/english.ts';
import { formats } from './formats.ts';

const photos = (count: number) => formats.counted(count, { one: 'Foto', other: 'Fotos' });

export const gallery = {
  photos: 'Fotos',
  ofAll: (all) => ` von ${formats.number(all)}`,
  outdated: (count) =>
    ` · ${formats.number(count)} aus einer älteren Version: Zieh ${formats.form(count, { one: 'die Datei', other: 'die Dateien' })} noch einmal hierher, damit ${formats.form(count, { one: 'sie', other: 'alle' })} wieder zu finden ${formats.form(count, { one: 'ist', other: 'sind' })}`,
  sort: 'Fotos sortieren',
  bestFirst: 'Beste zuerst',
  notAsked: 'Die Galerie ließ sich nicht abfragen',
  noMatch: 'Kein Foto passt',
  noMatchOf: (count) => `Keines deiner ${photos(count)} hat alles, wonach gefragt ist.`,
  dropAgain: 'Erneut hinzufügen',
  time: 'Zeit',
  selectAll: 'Alle davon auswählen',
  filter: 'Filter',
  filterOn: (count) => `Filter, ${formats.number(count)} aktiv`,
  show: 'Zeigen',
  favourites: 'Favoriten',
  unrecognised: 'Nichts erkannt',
  folder: 'Ordner',
  camera: 'Kamera',
  inside: (name) => `In ${name}`,
  noFilters: 'Die Filter ließen sich nicht lesen',
} satisfies Catalogue['gallery'];

export const welcome = {
  dropHere: 'Fotos hier ablegen',
  headline: 'Finde Fotos nach dem, was drauf ist.',
  lead: 'Zieh einen Ordner hierher. Facet findet die Objekte in jedem Foto. Danach kannst du mit jedem Foto suchen, oder mit einem einzelnen Objekt daraus.',
  chooseFolder: 'Ordner auswählen',
  choosePhotos: 'Fotos auswählen',
  hint: 'Oder zieh sie einfach auf diese Seite oder füg sie ein.',
  tryScenes: 'Mit gezeichneten Bildern ausprobieren',
  noScenes: 'Die Bilder ließen sich nicht zeichnen',
  promise: 'Deine Fotos verlassen nie dieses Gerät.',
  promiseMore: 'Kein Server, kein Konto, kein Hochladen. Ist die Seite einmal offen, läuft sie auch ganz ohne Netz.',
  gettingReady: 'Gleich bereit. Fotos kannst du schon auswählen.',
  runsOn: (engine) => `Läuft mit ${engine}.`,
  picture: 'Zeichnung eines Zimmers. Fahrrad, Pflanze und Katze haben je einen Rahmen, einen Namen und einen Code.',
} satisfies Catalogue['welcome'];

export const duplicates = {
  lead: 'Dateien, die an mehreren Orten liegen, und Bilder, die es hier in mehreren Größen oder Qualitäten gibt. Entfernst du eine Kopie, verschwindet sie nur aus dieser Galerie; die Dateien auf deiner Festplatte bleiben unberührt.',
  sameFile: 'Dieselbe Datei',
  samePicture: 'Dasselbe Bild',
  groups: (count) => formats.counted(count, { one: 'Gruppe', other: 'Gruppen' }),
  keepBest: 'Jeweils das Beste behalten …',
  notCompared: 'Die Fotos ließen sich nicht vergleichen',
  notRemembered: 'Deine Antwort wurde nicht gespeichert',
  none: 'Keine Duplikate',
  onlyOne: 'Es gibt nur ein Foto.',
  allDiffer: (count) => `Alle ${photos(count)} sind verschieden.`,
  notDuplicates: 'Keine Duplikate',
  keepOne: (others) => `Eins behalten, ${formats.number(others)} entfernen`,
  keepThis: 'Dieses behalten',
  keepThisInstead: 'Lieber dieses behalten',
  inPlaces: (count) => `An ${formats.counted(count, { one: 'Ort', other: 'Orten' })}:`,
  notRemoved: 'Die Kopien ließen sich nicht entfernen',
  removeTitle: (count) => `${formats.counted(count, { one: 'Kopie', other: 'Kopien' })} entfernen?`,
  removeText:
    'Von jedem Bild bleibt das beste: das größte, und unter gleich großen das am wenigsten komprimierte. Die Kopien verlassen diese Galerie; die Dateien auf deiner Festplatte bleiben, wie sie sind.',
  noUndo: ' So viele lassen sich nicht mit „Rückgängig“ zurückholen.',
  removeCopies: 'Kopien entfernen',
} satisfies Catalogue['duplicates'];
