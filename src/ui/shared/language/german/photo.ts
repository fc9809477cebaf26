import type { Catalogue } from '../english/english.ts';
import { formats } from './formats.ts';
import { names } from './names.ts';
import { noSuch } from './nouns.ts';

const begun = (sentence: string) => sentence.charAt(0).toUpperCase() + sentence.slice(1);

export const photo = {
  close: 'Foto schließen',
  previous: 'Voriges Foto',
  next: 'Nächstes Foto',
  gone: 'Dieses Foto ist nicht mehr in der Galerie.',
  match: (place, all) => `Treffer ${place} von ${all}`,
  filmstrip: 'Filmstreifen',
  numbered: (place) => `Foto ${place}`,
  tools: 'Fotowerkzeuge',
  allBoxes: 'Alle Rahmen',
  allBoxesKey: 'Alle Rahmen (B)',
  drawBox: 'Rahmen ziehen',
  drawBoxKey: 'Rahmen ziehen (D)',
  fullScreen: 'Vollbild',
  fullScreenKey: 'Vollbild (F)',
  leaveFullScreen: 'Vollbild verlassen',
  leaveFullScreenKey: 'Vollbild verlassen (F)',
  zoomIn: 'Vergrößern',
  zoomOut: 'Verkleinern',
  zoom: (percent) => `Zoom ${percent}, einpassen`,
  moreActions: 'Weitere Aktionen',
  notLoaded: 'Die Objekte in diesem Foto ließen sich nicht laden.',
  noPicture: 'Hier ist kein Bild gespeichert. Zieh die Datei auf die Seite, um es zu sehen.',
  shownItself: 'Zu sehen: das Foto selbst',
  largerFull: 'Zu sehen: das hier gespeicherte größere Bild in voller Größe',
  thumbnailFull: 'Zu sehen: die hier gespeicherte Vorschau in voller Größe',
  larger: (side) =>
    `Zu sehen: das hier gespeicherte größere Bild mit ${formats.number(side)} px. Zieh die Datei auf die Seite, um sie ganz zu sehen.`,
  thumbnail: (side) =>
    `Zu sehen: die hier gespeicherte Vorschau mit ${formats.number(side)} px. Zieh die Datei auf die Seite, um sie ganz zu sehen.`,
  chooseOne: 'antippen zeigt, wo',
  categories: 'Kategorien',
  bar: (category, probability, gate) => `${names.category(category)} ${probability}, Schwelle ${gate}`,
  found: (probability, gate) => `Gefunden: ${probability} erreicht die Schwelle von ${gate}`,
  notFound: (probability, gate) => `Nicht gefunden: ${probability} liegt unter der Schwelle von ${gate}`,
  gateLegend: 'Die Schwelle der Kategorie: Ein Balken, der sie erreicht, gilt als gefunden.',
  lessSure:
    'Bei dieser Kategorie ist sich Facet weniger sicher als bei denen, für die es trainiert wurde, und übersieht sie öfter.',
  showFewer: 'Weniger zeigen',
  showAll: (count) => `Alle ${formats.number(count)} Kategorien zeigen`,
  bySeveral: 'Nach mehreren suchen',
  not: (category) => begun(noSuch(category)),
  thereIs: (category) => `${names.category(category)} ist drauf`,
  saidNot: (category) => `Du hast gesagt: ${noSuch(category)}.`,
  saidThereIs: (category) => `Du hast gesagt: ${names.category(category)} ist drauf.`,
  correctionsUnread: 'Die Korrekturen ließen sich nicht lesen',
  notCorrected: 'Die Korrektur wurde nicht gespeichert',
  perhaps: (category, probability) => `vielleicht ${names.category(category)} ${probability}`,
} satisfies Catalogue['photo'];

export const object = {
  chosen: 'Gewähltes Objekt',
  yourBox: 'Dein Rahmen',
  yourBoxKeys: 'Pfeiltasten verschieben ihn, mit Umschalt ändern sie die Größe. Esc nimmt ihn weg.',
  proposals: (count) => `${formats.number(count)} Vorschläge`,
  proposal: (place) => `Vorschlag ${place}`,
  proposalOf: (place, all) => `Vorschlag ${place} von ${all}`,
  proposalNamed: (place, name) => `Vorschlag ${place}, ${name}`,
  share: (percent) => `${percent} des Fotos`,
  previous: 'Voriger Vorschlag',
  next: 'Nächster Vorschlag',
  deselect: 'Auswahl aufheben',
  looking: 'Mal sehen, was darin ist …',
  byThis: 'Nach diesem Objekt suchen',
  categories: 'Kategorien dieses Objekts',
  alike: 'Fotos mit etwas Ähnlichem',
  several: 'Objekte, nach denen gesucht wird',
  leaveOut: (name) => `${names.category(name)} weglassen`,
  addAnother: 'Wähl noch ein Objekt im Foto aus und nimm es dazu.',
  byThese: (count) => `Nach diesen ${count} Objekten suchen`,
} satisfies Catalogue['object'];

export const seeing = {
  title: 'Wie Facet sieht',
  show: 'Auf dem Foto zeigen',
  kinds: {
    objects: 'Objekte',
    proposals: 'Vorschläge',
    superpixels: 'Superpixel',
    pyramid: 'Pyramide',
    heat: 'Heatmap',
  },
  proposalsShown: 'Gezeigte Vorschläge',
  ofProposals: (count, all) => `${count} von ${all} Vorschlägen`,
  objects:
    'Ein Rahmen für jede gefundene Kategorie. Zeig auf das Foto, um zu sehen, was sonst noch ein Objekt sein könnte.',
  proposals:
    'Rahmen, in denen ein Objekt sein könnte, die stärksten zuerst; gefunden allein anhand der Kanten im Bild.',
  pyramid: (maps) =>
    `Das Netz liest das Foto einmal, in Karten mit ${maps} Zellen. Im gewählten Rahmen behält es von jedem Kanal den stärksten Wert.`,
  cells: 'Zellen der Merkmalskarten im Rahmen',
  heat: (category) =>
    `Wie sicher die Vorschläge, die eine Stelle bedecken, dort „${names.category(category)}“ sehen. Oben kannst du eine andere Kategorie wählen.`,
  where: (category, percent) => `Wo „${names.category(category)}“ ist, bis zu ${percent}`,
  howSure: (category) => `Wie sicher: ${names.category(category)}`,
  finding: 'Superpixel werden gesucht …',
  superpixels: (count) =>
    `${formats.number(count)} Superpixel. Zeig auf einen, tipp ihn an oder beweg den Startpunkt mit den Pfeiltasten: Die Farben zeigen, wie weit die anderen von ihm entfernt sind, gemessen an den Kanten dazwischen.`,
  superpixelCount: (count) => `${formats.number(count)} Superpixel`,
  superpixelKeys: 'Pfeiltasten bewegen den Punkt, von dem aus gemessen wird.',
  seed: (across, down, far) =>
    `Startpunkt ${across} von links und ${down} von oben; der fernste Superpixel ist ${far} entfernt.`,
  distanceFrom: 'Geodätischer Abstand vom Startpunkt',
  distance: 'Geodätischer Abstand',
  zeroSeed: '0, der Startpunkt',
} satisfies Catalogue['seeing'];

export const match = {
  query: 'Suchfoto',
  match: 'Treffer',
  why: 'Warum es passt',
  samePicture: 'Dasselbe Bild, vielleicht bearbeitet. ',
  byCode: (category) => `Nach dem Code für „${names.category(category)}“`,
  byLooks: 'Nur nach dem Aussehen',
  similar: 'Insgesamt ähnlich',
  agree: (agreeing, bits) => `: ${agreeing} von ${bits} Bit stimmen überein.`,
  both: 'Was auf beiden ist',
  order: 'oben Suchfoto, unten Treffer',
  bothCategories: 'Kategorien beider Fotos',
  inBoth: 'Im Suchfoto und im Treffer',
  codesLabel: 'Die Codes',
  codes: 'Ihre Codes',
  codesOf: (category) => `Ihre Codes für „${names.category(category)}“`,
  bits: (count) => `${count} Bit`,
  looks: 'Wie beide aussehen',
  looksOf: (category) => `Aussehen: ${names.category(category)}`,
  differOf: (count, bits) => `${count} von ${bits} Bit verschieden`,
  differ: (count) => `${count} Bit verschieden`,
} satisfies Catalogue['match'];
