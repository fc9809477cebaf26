/** Every constant of the appearance codes, and how it was chosen. */

/** The maps that the codes are made from, by backbone. FIGURES */
export const APPEARANCE_TAPS: Readonly<Record<string, readonly string[]>> = {
  'nanodet-g': ['stride16', 'stride32'],
};

/** Edited copies of the training photos, and regions in both. Wider than the edits of `npm run evaluate` on every side. */
export const DRAWN_COPIES = {
  seed: 128,
  /** Of each photo. */
  copies: 2,
  /** Of each copy, pooled in it and in the photo. */
  regionsPerCopy: 3,
  edits: {
    /** Share of each side that the crop keeps. */
    keptSide: [0.7, 0.95],
    /** The two sides' shares differ by at most so much. */
    unevenSides: 0.06,
    brightness: [0.75, 1.25],
    colour: [0.6, 1.4],
    /** Of the JPEG. */
    quality: [60, 90],
  },
  /** Sides of a region, as shares of the crop. */
  regionSide: [0.15, 0.9],
  /** How far an edge of a region lies elsewhere in the copy, as a share of the region's side: two winners of one thing never quite agree. */
  regionJitter: 0.06,
} as const;

/** Of `learnDiscriminantItq`. FIGURES */
export const CODES = {
  seed: 129,
  shrinkage: 0.3,
  strength: 0.75,
  iterations: 50,
} as const;
