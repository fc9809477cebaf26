import { formats } from './formats.ts';

const photos = (count: number) => formats.counted(count, { one: 'photo', other: 'photos' });

/** All photos in two dimensions. */
export const map = {
  title: 'Map',
  fetching: 'Fetching the map…',
  drawing: (count: number) => `Laying out ${photos(count)}…`,
  changed: 'The gallery has changed: draw again',
  failed: 'The map could not be drawn',
  empty: 'Nothing to lay out yet',
  emptyHelp: 'Photos of an older version have no place on the map: drop their files again.',
  of: (count: number) => `Map of ${photos(count)}`,
  role: 'map',
  keys: 'Arrow keys go from photo to photo, Page Down goes through all of them row by row, Enter opens one, Space selects it, plus and minus zoom.',
  help: 'What is alike lies together. Colours say what was found surest.',
  leftOut: (count: number) =>
    `${photos(count)} of an older version ${formats.form(count, { one: 'is', other: 'are' })} not on it.`,
  drawHelp: 'Draw a line around the photos that you mean.',
  draw: 'Select by drawing around photos',
  zoomIn: 'Zoom in',
  zoomOut: 'Zoom out',
  whole: 'All of the map',
  goTo: 'Go to',
  group: (category: string, count: number) => `${category}, ${photos(count)}`,
  photo: (place: number, all: number) => `Photo ${formats.number(place)} of ${formats.number(all)}`,
  nothingFound: 'nothing recognised',
  selected: 'selected',
  rows: 'Through all photos, row by row',
  select: 'Select the photo',
  zoom: 'Zoom',
};
