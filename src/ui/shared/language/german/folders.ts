import type { Catalogue } from '../english/english.ts';
import { formats } from './formats.ts';

const photos = (count: number) => formats.counted(count, { one: 'Foto', other: 'Fotos' });
const files = (count: number) => formats.counted(count, { one: 'Datei', other: 'Dateien' });
const are = (count: number) => formats.form(count, { one: 'ist', other: 'sind' });

export const folders = {
  label: 'Ordner',
  lookThem: 'Ordner nach Änderungen durchsehen',
  mayClose: 'Du kannst diese Seite schließen: Beim nächsten Besuch geht es weiter.',
  looking: (folder) => `${folder} wird durchgesehen …`,
  stop: 'Anhalten',
  notNow: 'Jetzt nicht',
  interrupted:
    'wurde gerade hinzugefügt, als die Seite geschlossen wurde. Bevor es weitergeht, fragt dich dein Browser.',
  asks: 'kann wieder gelesen werden, sobald du es erlaubst: Dein Browser fragt bei jedem Besuch neu. Bis dahin siehst du gespeicherte Bilder.',
  goOn: 'Weiter hinzufügen',
  allow: 'Lesen erlauben',
  notAdded: (folder) => `Der Ordner ${folder} wurde nicht hinzugefügt`,
  notRead: (folder) => `${folder} kann nicht gelesen werden`,
  denied:
    'Dieser Browser soll die Seite hier nicht lesen lassen. Das lässt sich in seinen Einstellungen für diese Seite ändern.',
  notForgotten: (folder) => `${folder} wurde nicht vergessen`,
  notLooked: (folder) => `${folder} wurde nicht durchgesehen`,
  already: (folder) => `${folder} wird schon durchgesehen.`,
  nothingThere: (folder) => `In ${folder} gibt es nichts hinzuzufügen.`,
  nothingNew: (folder, count) => `In ${folder} ist nichts neu: ${files(count)} ${are(count)} in der Galerie.`,
  gone: (folder, count) =>
    `${photos(count)} ${are(count)} nicht mehr in ${folder}: dort verschoben, geändert oder gelöscht.`,
  show: 'Ansehen',
  goneTitle: (folder, count) => `${photos(count)} nicht mehr in ${folder}`,
  goneHelp:
    'Ihre Dateien wurden verschoben, geändert oder gelöscht. Die Galerie zeigt noch, was sie davon gespeichert hat. Was du auch wählst: Auf deiner Festplatte ändert sich nichts.',
  goneList: 'Fotos ohne Datei',
  more: (count) => `und ${formats.number(count)} weitere`,
  keep: 'Behalten',
  toAlbum: 'In ein Album legen',
  remove: 'Aus der Galerie entfernen',
  album: (folder) => `Nicht mehr in ${folder}`,
  intoAlbum: (count, album) => `${photos(count)} im Album „${album}“.`,
  albumNotSaved: 'Das Album wurde nicht gespeichert',
  notRemoved: 'Sie wurden nicht entfernt',
  title: 'Deine Ordner',
  help: 'Facet merkt sich, wo diese Ordner liegen, liest ihre Fotos von dort, sobald der Browser es erlaubt, und ändert nie etwas darin.',
  waits: 'wartet auf deine Erlaubnis',
  look: 'Nach Änderungen sehen',
  lookIn: (folder) => `In ${folder} nach Änderungen sehen`,
  forget: 'Vergessen',
  forgetOne: (folder) => `Den Ordner ${folder} vergessen`,
} satisfies Catalogue['folders'];
