/** The drawn scenes: the folder that they say they lie in, and their names. */
export const scenes = {
  folder: 'Drawn scenes',
  names: {
    'living-room': 'Living room',
    'reading-corner': 'Reading corner',
    study: 'Study',
    'dinner-table': 'Dinner table',
    'two-cars': 'Two cars',
    'at-the-kerb': 'At the kerb',
    'way-to-work': 'Way to work',
    'bicycle-at-the-wall': 'Bicycle at the wall',
    'high-above': 'High above',
    landing: 'Landing',
    sailing: 'Sailing',
    'on-the-pier': 'On the pier',
  },
};
