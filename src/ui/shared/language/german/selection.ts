import type { Catalogue } from '../english/english.ts';
import { formats } from './formats.ts';

const photos = (count: number) => formats.counted(count, { one: 'Foto', other: 'Fotos' });
/** 'konnte', 'konnten' and the like. */
const verb = (count: number, one: string, other: string) => formats.form(count, { one, other });

export const selection = {
  label: 'Auswahl',
  selected: 'ausgewählt',
  copyNames: 'Namen kopieren',
  addToAlbum: 'In ein Album …',
  saveCsv: 'Liste als CSV speichern',
  saveJson: 'Liste als JSON speichern',
  selectAll: 'Alle auswählen',
  more: 'Mehr',
  clear: 'Auswahl aufheben',
  removeTitle: (count) => `${photos(count)} entfernen?`,
  removeText:
    'Die Fotos und alles, was darin gefunden wurde, verlassen diese Galerie. So viele lassen sich nicht mit „Rückgängig“ zurückholen. Die Dateien auf deiner Festplatte bleiben, wie sie sind.',
  removed: (count) => `${photos(count)} entfernt. Die Dateien auf deiner Festplatte bleiben unberührt.`,
  notBack: 'Zurückholen hat nicht geklappt',
  notMarked: (count) => `${photos(count)} ${verb(count, 'ließ', 'ließen')} sich nicht markieren`,
  favoured: (count) => `${photos(count)} zu den Favoriten hinzugefügt.`,
  unfavoured: (count) => `${photos(count)} aus den Favoriten genommen.`,
  notDownloaded: (count) => `${photos(count)} ${verb(count, 'ließ', 'ließen')} sich nicht herunterladen`,
  notShared: (count) => `${photos(count)} ${verb(count, 'ließ', 'ließen')} sich nicht teilen`,
  nothingCopied: 'Es wurde nichts kopiert',
  pictureCopied: 'Das Bild ist kopiert.',
  namesCopied: (count) => `${photos(count)}: Die Namen sind kopiert.`,
  listNotSaved: 'Die Liste wurde nicht gespeichert',
  notRemoved: (count) => `${photos(count)} ${verb(count, 'ließ', 'ließen')} sich nicht entfernen`,
  filesGone:
    'Die Seite kann die Dateien nicht mehr lesen. Füg ihren Ordner noch einmal hinzu: Es wird nichts neu berechnet, und die Dateien sind wieder da.',
  someMissing: (read, all) =>
    `${formats.number(read)} von ${formats.counted(all, { one: 'Datei', other: 'Dateien' })}: Die anderen sind erst wieder lesbar, wenn du ihren Ordner noch einmal hinzufügst.`,
  cannotShare: 'Dateien dieser Art oder so viele kann dieser Browser nicht teilen.',
  cannotCopy: 'In diesem Browser kann eine Seite keine Bilder kopieren.',
  albumTitle: (count) => `${photos(count)} in ein Album legen`,
  albums: 'Alben',
  newAlbum: 'Neues Album',
  create: 'Anlegen',
  put: (count, album) => `${photos(count)} in „${album}“ gelegt.`,
  albumsUnread: 'Die Alben ließen sich nicht lesen',
  albumNotSaved: 'Das Album wurde nicht gespeichert',
} satisfies Catalogue['selection'];

export const intake = {
  noSearch: 'Es wurde keine Suche gestartet',
  onlyHidden: 'Der Ordner ist leer, oder es sind nur versteckte Dateien darin.',
  nothingAdded: 'Es wurde nichts hinzugefügt',
  folderEmpty: 'Der Ordner ist leer.',
  hiddenSkipped: 'Versteckte Dateien und Systemdateien werden übersprungen, und sonst war nichts da.',
  isIndex: (name) => `${name} ist ein Index, den Facet exportiert hat.`,
  importIt: 'Importieren',
  stopped: 'Die Auswertung ist stehen geblieben',
  notTriedAgain: 'Die Dateien ließen sich nicht noch einmal versuchen',
  added: (count) => `${photos(count)} hinzugefügt.`,
  addedSome: (count, failed) => `${photos(count)} hinzugefügt, ${formats.number(failed)} nicht lesbar.`,
  already: (count) => `${photos(count)} ${verb(count, 'war', 'waren')} schon in der Galerie.`,
  notExported: 'Der Index wurde nicht exportiert',
  exported: (count) => `Der Index von ${photos(count)} ist exportiert.`,
  leftOut: (count) => ` ${photos(count)} aus einer älteren Version ${verb(count, 'fehlt', 'fehlen')} darin.`,
  notImported: (name) => `${name} wurde nicht importiert`,
  imported: (count) => `${photos(count)} importiert.`,
  importedSome: (count, already) =>
    `${photos(count)} importiert; ${formats.number(already)} ${verb(already, 'war', 'waren')} schon in der Galerie.`,
  importStopped: 'Der Import ist stehen geblieben',
  noJpeg: 'Dieser Browser kann keine JPEG-Dateien schreiben.',
} satisfies Catalogue['intake'];
