import type { Catalogue } from '../english/english.ts';
import { formats } from './formats.ts';

export const app = {
  description: 'Private Fotosuche nach dem, was auf dem Bild ist. Nichts verlässt dein Gerät.',
  skip: 'Zum Inhalt springen',
  home: 'Facet, zurück zur Galerie',
  engineInUse: (engine) => `Gerechnet wird mit ${engine}. Details`,
  engineTrouble: 'Kein Foto ist verloren, aber beim Rechnen ist etwas schiefgegangen',
  main: 'Hauptnavigation',
  photos: 'Fotos',
  byPhoto: 'Mit Foto',
  add: 'Dazu',
  choosePhotos: 'Fotos auswählen …',
  chooseFolder: 'Ordner auswählen …',
  search: 'Suche',
  stopped: 'Facet ist abgestürzt',
  notShown: (why) => `Die Seite konnte nicht angezeigt werden: ${why}`,
  notSetUp: (why) => `Die Seite konnte nicht eingerichtet werden: ${why}`,
  notStarted: 'Facet konnte nicht starten',
  galleryGone: 'Die gespeicherte Galerie ist weg',
  reload: 'Neu laden',
  viewStopped: 'Diese Ansicht ist abgestürzt',
  viewStoppedHelp:
    'Deine Fotos und alles, was darin gefunden wurde, sind sicher. Versuch es noch einmal, lade die Seite neu oder geh zurück zur Galerie.',
  insecure:
    'Facet braucht eine sichere Adresse (https oder localhost), denn nur dort geben Browser frei, womit es arbeitet. ' +
    'Öffne es unter einer Adresse, die mit https:// beginnt, oder unter http://localhost auf dem Rechner, auf dem es läuft.',
  lacking: (what) =>
    `Diesem Browser fehlt: ${what}. Facet läuft in Chrome und Edge ab Version 123, in Firefox ab 120 und in Safari ab 17.5.`,
  pasted: 'Gesucht wird mit dem eingefügten Foto.',
  addPasted: 'Zur Galerie hinzufügen',
  dropHint: 'Fotos oder ganze Ordner',
  dropSearch: 'Mit diesem Foto suchen',
  dropSearchHint: 'Es kommt nicht in die Galerie',
  newVersion: 'Eine neue Version ist da.',
  useNow: 'Jetzt verwenden',
  newVersionElsewhere: 'In einem anderen Tab läuft eine neue Version.',
  loadHere: 'Auch hier laden',
} satisfies Catalogue['app'];

export const indexing = {
  label: 'Auswertung',
  here: 'Deine Fotos werden ausgewertet',
  waiting: 'Gleich dran: Ein anderer Tab ist noch beschäftigt',
  elsewhere: 'Ein anderer Tab wertet deine Fotos aus',
  full: 'Pause: Der Speicher ist voll',
  goesOn: 'Sobald Platz ist, geht es von selbst weiter.',
  done: (count) => `${formats.number(count)} fertig`,
  failed: (count) => `${formats.number(count)} fehlgeschlagen`,
  already: (count) => `${formats.number(count)} schon in der Galerie`,
  left: (count) => `${formats.number(count)} übrig`,
  keepOpen: 'Lass diese Seite offen: Was noch übrig ist, musst du sonst noch einmal hinzufügen.',
  goOn: 'Jetzt weitermachen',
  cancel: 'Auswertung abbrechen',
  progress: 'Ausgewertete Fotos',
  progressOf: (done, all) => `${formats.number(done)} von ${formats.counted(all, { one: 'Foto', other: 'Fotos' })}`,
} satisfies Catalogue['indexing'];

export const quarantine = {
  label: 'Nicht lesbare Dateien',
  unread: (count) => `${formats.counted(count, { one: 'Datei ließ', other: 'Dateien ließen' })} sich nicht lesen`,
  tryAll: 'Alle erneut versuchen',
  dismissAll: 'Alle ausblenden',
  notDismissed: 'Die Datei ließ sich nicht ausblenden',
  files: (count) => `${formats.number(count)} Dateien:`,
  dismissThese: (count) => `Diese ${formats.number(count)} ausblenden`,
  dismissFile: (name) => `${name} ausblenden`,
  dropAgain: (reason) => `${reason} Zieh sie noch einmal hierher, um es erneut zu versuchen.`,
} satisfies Catalogue['quarantine'];

export const tour = {
  label: 'Rundgang',
  look: 'Diese Bilder werden auf deinem Gerät gelesen, genau wie deine eigenen Fotos. Oben steht, was wie oft gefunden wurde.',
  object:
    'Öffne ein Bild: Alles Gefundene hat einen Rahmen mit Namen. Die Lupe am Rahmen sucht nach genau diesem Objekt.',
  together: 'Such nach mehreren Dingen zugleich: Wähl oben Kategorien aus oder tipp „Person Fahrrad“ ein.',
  notRemoved: 'Die gezeichneten Bilder ließen sich nicht entfernen',
  removeScenes: 'Bilder entfernen',
  done: 'Fertig',
  skip: 'Überspringen',
  next: 'Weiter',
} satisfies Catalogue['tour'];

export const shortcuts = {
  everywhere: 'Überall',
  search: 'Suchen',
  close: 'Schließen, was obenauf liegt',
  list: 'Diese Liste',
  gallery: 'Galerie und Ergebnisse',
  walk: 'Von Foto zu Foto',
  open: 'Foto öffnen',
  photo: 'Geöffnetes Foto',
  turn: 'Voriges und nächstes Foto',
  boxes: 'Alle Rahmen',
  draw: 'Rahmen ziehen',
  full: 'Vollbild',
  zoom: 'Zoomen; danach bewegen Pfeiltasten das Foto',
  fit: 'Foto einpassen',
  box: 'Dein Rahmen',
  move: 'Verschieben',
  size: 'Größe ändern',
  take: 'Wegnehmen',
  shift: 'Umschalt',
  delete: 'Entf',
  pageDown: 'Bild ↓',
  pageUp: 'Bild ↑',
  space: 'Leertaste',
} satisfies Catalogue['shortcuts'];
