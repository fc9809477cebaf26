import type { Catalogue } from '../english/english.ts';
import { formats } from './formats.ts';

const photos = (count: number) => formats.counted(count, { one: 'Foto', other: 'Fotos' });

export const training = {
  title: 'An einem beschrifteten Ordner trainieren',
  help: 'Facet kann seine Kategorien von deinen eigenen Fotos lernen: aus einem Ordner in einem der oben genannten Aufbauten. Das dauert bei hundert Fotos einige Minuten, bei tausend länger, und alles bleibt in diesem Browser. Jede Kategorie braucht mindestens drei Fotos, besser zwanzig; verwendet werden höchstens 2.000.',
  drop: 'An diesem Ordner trainieren',
  choose: 'Ordner zum Trainieren wählen …',
  chooseAgain: 'Denselben Ordner noch einmal wählen …',
  pause: 'Anhalten',
  goOn: 'Weiter',
  discard: 'Aufgeben',
  discardText: 'Was dieses Training erreicht hat, wird gelöscht. Der Ordner und seine Fotos bleiben, wie sie sind.',
  progress: 'Training läuft',
  reading: 'Die Beschriftung wird gelesen …',
  looking: (done, total) => `${formats.number(done)} von ${photos(total)} angesehen`,
  stage: (name, epoch, epochs) => `${name}: Runde ${formats.number(epoch)} von ${formats.number(epochs)}`,
  checking: 'Das Ergebnis wird geprüft …',
  starting: 'Es geht los …',
  paused: (folder) =>
    `Das Training an ${folder} ist angehalten. Was es erreicht hat, bleibt erhalten, auch wenn du die Seite neu lädst.`,
  unseen: (folder) =>
    `Das Training an ${folder} hielt an, bevor alle Fotos angesehen waren. Wähl denselben Ordner noch einmal: Was schon angesehen ist, wird nicht zweimal angesehen.`,
  failed: 'An diesem Ordner ließ sich nicht trainieren',
  notDone: 'Das ließ sich nicht machen',
  stages: {
    calibration: 'Kategorien, mit zurückgehaltenen Fotos',
    labels: (part) => `Kategorien, Teil ${part}`,
    groups: 'Unterschiede innerhalb einer Kategorie',
    hashes: 'Binärcodes',
  },
  losses: 'Fehler je Runde',
  lossesHelp: 'Je niedriger, desto besser passt es zu den Fotos; jeder Abschnitt beginnt von vorn.',
  round: 'Runde',
  loss: 'Fehler',
  kept: 'Von dir trainiert',
  keptHelp:
    'Jedes davon kann an die Stelle dessen treten, womit Facet kommt. Codes zweier Netze lassen sich nicht vergleichen: Schon hinzugefügte Fotos bleiben in der Galerie und sind wieder zu finden, sobald du ihre Dateien neu hinzufügst oder zurückwechselst.',
  from: (count, categories, day) =>
    `${photos(count)}, ${formats.counted(categories, { one: 'Kategorie', other: 'Kategorien' })}, ${day}`,
  inUse: 'In Gebrauch',
  unusable: 'Mit einer früheren Version von Facet trainiert und darum nicht mehr zu gebrauchen.',
  use: 'Verwenden',
  useStandard: 'Wieder Standard verwenden',
  export: 'Als Datei speichern',
  forget: 'Vergessen',
  forgetTitle: (name) => `Vergessen, was an ${name} trainiert wurde?`,
  forgetText:
    'Die trainierte Datei wird aus diesem Browser gelöscht. Fotos, die damit gefunden wurden, bleiben in der Galerie und sind wieder zu finden, sobald du ihre Dateien neu hinzufügst.',
  card: 'Steckbrief',
  heldOut: (count) =>
    `Gemessen an ${photos(count)}, die dafür beim Trainieren zurückgehalten wurden. Was behalten wird, ist an allen Fotos trainiert.`,
  meanAp: 'Mittlere Genauigkeit (mAP)',
  unknown: 'nicht mehr hier',
} satisfies Catalogue['training'];
