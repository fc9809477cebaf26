import type { Catalogue } from '../english/english.ts';

export const scenes = {
  folder: 'Gezeichnete Bilder',
  names: {
    'living-room': 'Wohnzimmer',
    'reading-corner': 'Leseecke',
    study: 'Arbeitszimmer',
    'dinner-table': 'Gedeckter Tisch',
    'two-cars': 'Zwei Autos',
    'at-the-kerb': 'Am Straßenrand',
    'way-to-work': 'Weg zur Arbeit',
    'bicycle-at-the-wall': 'Fahrrad an der Mauer',
    'high-above': 'Hoch oben',
    landing: 'Landung',
    sailing: 'Beim Segeln',
    'on-the-pier': 'Auf dem Steg',
  },
} satisfies Catalogue['scenes'];
