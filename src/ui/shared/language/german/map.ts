import type { Catalogue } from '../english/english.ts';
import { formats } from './formats.ts';

const photos = (count: number) => formats.counted(count, { one: 'Foto', other: 'Fotos' });

export const map = {
  title: 'Karte',
  fetching: 'Die Karte wird geladen …',
  drawing: (count) => `${photos(count)} werden angeordnet …`,
  changed: 'Die Galerie hat sich geändert: neu zeichnen',
  failed: 'Die Karte konnte nicht gezeichnet werden',
  empty: 'Noch nichts anzuordnen',
  emptyHelp: 'Fotos einer älteren Version haben keinen Platz auf der Karte: Füg ihre Dateien noch einmal hinzu.',
  of: (count) => `Karte von ${formats.counted(count, { one: 'Foto', other: 'Fotos' })}`,
  role: 'Karte',
  keys: 'Pfeiltasten führen von Foto zu Foto, Bild ab geht Reihe für Reihe durch alle, Eingabe öffnet eines, die Leertaste wählt es aus, plus und minus zoomen.',
  help: 'Was sich ähnelt, liegt beieinander. Die Farbe sagt, was am sichersten erkannt wurde.',
  leftOut: (count) =>
    `${photos(count)} einer älteren Version ${formats.form(count, { one: 'fehlt', other: 'fehlen' })}.`,
  drawHelp: 'Zieh eine Linie um die Fotos, die du meinst.',
  draw: 'Fotos durch Umkreisen auswählen',
  zoomIn: 'Vergrößern',
  zoomOut: 'Verkleinern',
  whole: 'Die ganze Karte',
  goTo: 'Geh zu',
  group: (category, count) => `${category}, ${photos(count)}`,
  photo: (place, all) => `Foto ${formats.number(place)} von ${formats.number(all)}`,
  nothingFound: 'nichts erkannt',
  selected: 'ausgewählt',
  rows: 'Reihe für Reihe durch alle Fotos',
  select: 'Das Foto auswählen',
  zoom: 'Zoomen',
} satisfies Catalogue['map'];
