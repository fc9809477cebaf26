import type { Catalogue } from '../english/english.ts';
import { formats } from './formats.ts';

const photos = (count: number) => formats.counted(count, { one: 'Foto', other: 'Fotos' });
const verb = (count: number, one: string, other: string) => formats.form(count, { one, other });

export const teach = {
  whatTheyShow: 'Facet beibringen, was sie zeigen …',
  whatItShows: 'Facet beibringen, was es zeigt …',
  notBegun: 'Es konnte nicht losgehen',
  newTitle: 'Facet etwas beibringen',
  moreTitle: 'Mehr dazu beibringen',
  name: 'Was ist das?',
  nameHint: 'Ein Wort, nach dem du suchen würdest: Tasse, unsere Katze, Abendrot',
  examples: 'Fotos, die es zeigen',
  noExamples: 'Noch keine: Beantworte eine Frage mit Ja.',
  counterExamples: 'Fotos, die es nicht zeigen',
  takeOut: (name) => `${name} herausnehmen`,
  question: 'Ist das eins?',
  yes: 'Ja',
  no: 'Nein',
  skip: 'Weiß nicht',
  askMore: (count) => `Noch ${formats.number(count)} fragen`,
  answeredAll: 'Das hilft. Du kannst hier aufhören oder weitere beantworten.',
  noQuestions: 'Du hast zu allen Fotos geantwortet.',
  found: 'Was gefunden würde',
  looking: 'Deine Fotos werden durchgesehen …',
  nothing: 'Noch kein anderes Foto. Mehr Beispiele oder Antworten helfen.',
  wouldFind: (count, share) =>
    count === 1
      ? `1 Foto außer deinen, mit etwa ${share} Wahrscheinlichkeit richtig.`
      : `${photos(count)} außer deinen, davon etwa ${share} richtig.`,
  untold: (count) =>
    `${photos(count)} ${verb(count, 'lässt', 'lassen')} sich nicht beurteilen: ${verb(count, 'Es wurde', 'Sie wurden')} ausgewertet, bevor Facet etwas lernen konnte. Füg ${verb(count, 'die Datei', 'die Dateien')} noch einmal hinzu.`,
  notThis: (name, photo) => (name === '' ? `${photo} nicht` : `Nicht ${name}: ${photo}`),
  done: 'Fertig',
  failed: 'Es wurde nicht gelernt',
  notUndone: 'Es wurde nicht rückgängig gemacht',
  learned: (name) => `Facet kennt jetzt „${name}“: eine Kategorie wie jede andere.`,
  learnedMore: (name) => `Facet kennt „${name}“ jetzt besser.`,
  taughtByYou: (names) => `Von dir gelernt: ${names}. `,
  title: 'Was Facet von dir weiß',
  how: 'Wähl Fotos aus, die dasselbe zeigen, und im Menü der Auswahl „Facet beibringen, was sie zeigen“. Was du Facet beibringst, bleibt in diesem Browser.',
  list: 'Kategorien, die du beigebracht hast',
  save: 'Als Datei speichern',
  open: 'Solch eine Datei öffnen …',
  given: 'Die Datei enthält Namen und Gewichte und kein Foto. Du kannst sie weitergeben.',
  unread: 'Was du beigebracht hast, ließ sich nicht lesen',
  notSaved: 'Die Datei wurde nicht gespeichert',
  notOpened: 'Die Datei wurde nicht geöffnet',
  opened: (names) => `Facet kennt jetzt ${names}.`,
  fromFile: 'aus einer Datei',
  learnedFrom: (yes, no) =>
    `${formats.counted(yes, { one: 'Beispiel', other: 'Beispiele' })}${no === 0 ? '' : `, ${photos(no)} ohne`}`,
  otherNetwork: 'Mit einem anderen Netz gelernt: Mit diesem findet es nichts.',
  newName: (name) => `Neuer Name für ${name}`,
  more: (name) => `Mehr zu ${name} beibringen`,
  rename: (name) => `${name} umbenennen`,
  keepName: 'Umbenennen',
  forget: (name) => `${name} vergessen`,
  forgotten: (name) => `„${name}“ ist vergessen.`,
  notForgotten: 'Es wurde nicht vergessen',
  renamed: (name) => `Es heißt jetzt „${name}“.`,
  notRenamed: 'Es wurde nicht umbenannt',
} satisfies Catalogue['teach'];
