import type { Catalogue } from '../english/english.ts';
import { formats } from './formats.ts';

export const settings = {
  appearance: 'Darstellung',
  theme: 'Farbschema',
  themes: { system: 'Wie das Gerät', light: 'Hell', dark: 'Dunkel' },
  language: 'Sprache',
  likeBrowser: 'Wie der Browser',
  languageNotLoaded: 'Die Sprache ließ sich nicht laden',
  engine: 'Berechnung',
  engineStarting: 'Wird noch vorbereitet.',
  inUse: 'Gerechnet wird mit',
  details: 'Details',
  engineToUse: 'Womit gerechnet werden soll',
  automatic: 'Automatisch',
  tryGpuAgain: 'GPU noch einmal versuchen',
  engineNotChanged: 'Die Umstellung hat nicht geklappt',
  notSaved: 'Die Einstellung wurde nicht gespeichert',
  privacy: 'Datenschutz',
  privacyText:
    'Deine Fotos werden nur in diesem Browser gelesen, ausgewertet und gespeichert. Die Seite darf allein mit der Adresse sprechen, von der sie kommt, und ihre Sicherheitsregeln lassen den Browser darüber wachen.',
  otherRequests: 'Anfragen an andere Adressen',
  offline: 'Ohne Netz',
  offlineStates: {
    ready: 'Bereit: Die App ist in diesem Browser gespeichert',
    preparing: 'Wird vorbereitet',
    unsupported: 'In diesem Fenster nicht möglich',
  },
  about: 'Über Facet',
  knows: (count, categories) => `Facet kennt ${formats.number(count)} Kategorien: ${categories}. `,
  lessSurely: (categories) => `Weniger sicher: ${categories}. `,
  noWords:
    'Freie Texte versteht es nicht: Du suchst mit einem Foto, mit einem Objekt aus einem Foto oder nach einer Kategorie.',
  version: 'Version',
  licences: 'Lizenzen',
  madeOf: 'Facet und woraus es besteht',
} satisfies Catalogue['settings'];

export const storage = {
  title: 'Speicher',
  promised: 'Der Browser hat zugesagt, die Galerie zu behalten, bis du sie entfernst.',
  notPromised:
    'Der Browser hat nicht zugesagt, die Galerie zu behalten; ist die Festplatte voll, löscht er sie vielleicht. Deine Fotodateien bleiben immer unberührt.',
  inGallery: 'In der Galerie',
  storedHere: 'Hier gespeichert',
  emptied: 'Die Galerie ist leer. Die Dateien auf deiner Festplatte bleiben unberührt.',
  notEmptied: 'Die Galerie ließ sich nicht leeren',
  removeAllPhotos: 'Alle Fotos entfernen',
  removeAllTitle: (count) =>
    `${formats.form(count, { one: '1 Foto', other: `Alle ${formats.number(count)} Fotos` })} entfernen?`,
  removeAllText:
    'Die Galerie, alles, was darin gefunden wurde, und was du Facet beigebracht hast, werden gelöscht. Die Dateien auf deiner Festplatte bleiben, wie sie sind.',
  removeAll: 'Alle entfernen',
  places: 'Aufnahmeorte',
  placesText:
    'Viele Kameras schreiben in ein Foto, wo es aufgenommen wurde. Facet lässt das weg, außer du willst es behalten: Dann wird der Ort in diesem Browser mit den Fotos gespeichert, die du ab dann hinzufügst, und steht auch in einem Index, den du exportierst.',
  keepPlaces: 'Aufnahmeorte behalten',
  larger: 'Größere Bilder',
  largerText: (thumbnail, larger, each, thousand) =>
    `Nach dem Neuladen kann die Seite deine Dateien nicht mehr lesen, und ein geöffnetes Foto zeigt nur seine Vorschau mit ${thumbnail} px. Größere Bilder mit ${formats.number(larger)} px brauchen etwa ${each} je Foto, ${thousand} für tausend. Behalten werden sie von Fotos, die du ab dann hinzufügst.`,
  keepLarger: 'Größere Bilder behalten',
  largerKept: (count, bytes) =>
    `${formats.counted(count, { one: 'größeres Bild', other: 'größere Bilder' })}, ${bytes}`,
  removeLarger: 'Größere Bilder entfernen',
  largerNotCounted: 'Die größeren Bilder ließen sich nicht zählen',
  largerNotRemoved: 'Die größeren Bilder ließen sich nicht entfernen',
} satisfies Catalogue['storage'];

export const indexFile = {
  title: 'Der Index als Datei',
  text: 'In der Datei steht, was in deinen Fotos gefunden wurde: Codes, Wahrscheinlichkeiten, Rahmen, deine Korrekturen und, wenn du magst, Vorschaubilder, aber nie die Fotos selbst. Ein Import ergänzt die Galerie, und kein Foto kommt doppelt hinein.',
  export: 'Index exportieren …',
  import: 'Index importieren …',
  withThumbnails: 'Mit Vorschaubildern',
  imported: 'Importierte Fotos',
  exported: 'Exportierte Fotos',
} satisfies Catalogue['indexFile'];

export const network = {
  title: 'Netz',
  names: { 'nanodet-g+ssd-mobilenetv2': 'Standard', 'nanodet-g+googlenet': 'Mit GoogLeNet' },
  train: 'An einem beschrifteten Ordner trainieren …',
  own: (name, day) => `Trainiert an ${name}, ${day}`,
  shipped: 'In Facet arbeiten zwei kleine Netze zusammen. Sie lassen sich auch an eigenen Fotos trainieren.',
  text: 'Mit GoogLeNet anstelle des einen erkennt es mehr, braucht aber länger für jedes Foto. Dessen Gewichte dürfen nicht mit der Seite ausgeliefert werden: Bring die Datei ',
  fileKinds:
    ' selbst mit (aus Caffes Model Zoo, „BVLC GoogLeNet“; als .caffemodel, .onnx oder .safetensors). Sie wird geprüft und bleibt in diesem Browser.',
  reading: 'Die Datei wird gelesen …',
  chooseFile: 'Datei mit Gewichten auswählen …',
  toUse: 'Welches Netz verwendet wird',
  here: (file, bytes) => `${file}, ${bytes} hier`,
  remove: 'Gewichte entfernen',
  later: 'Das Netz lässt sich erst wechseln, wenn die wartenden Fotos hinzugefügt sind.',
  afterReload: (network) =>
    `${network} gilt, sobald die Seite neu geladen ist. Codes zweier Netze lassen sich nicht vergleichen: Schon hinzugefügte Fotos bleiben in der Galerie und sind wieder zu finden, sobald du ihre Dateien neu hinzufügst.`,
  reloadNow: 'Jetzt neu laden',
  notChanged: 'Das Netz ließ sich nicht wechseln',
  notRemoved: 'Die Gewichte ließen sich nicht entfernen',
} satisfies Catalogue['network'];
