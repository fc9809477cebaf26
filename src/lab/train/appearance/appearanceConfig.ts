/** Every constant of the appearance codes, and how it was chosen. */

/**
 * The maps whose means the codes are made from, by backbone. 128 bits by learned discriminants, 429 photos of role `train`, fitted on one half
 * and searched in the other (215 photos) for the edited copies of `npm run evaluate`: first for .995, .956 of the copies nearer than all
 * but one in a thousand other photos. With stride 8 besides: .991, .972; stride 32 alone: .986. Means and maxima: .885, since one pixel of
 * an edit moves a maximum. Plain iterative quantisation: .909 on the means, .79 on means and maxima.
 */
export const APPEARANCE_TAPS: Readonly<Record<string, readonly string[]>> = {
  'nanodet-g': ['stride16', 'stride32'],
  // For a network that lacks nanodet-g; the same depths, not measured.
  googlenet: ['inception_4e', 'inception_5b'],
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

/** Of `learnDiscriminantItq`, measured as above. */
export const CODES = {
  seed: 129,
  /** 0.3, 1 and 3 at this strength: first for .995, .989, .980. */
  shrinkage: 0.3,
  /**
   * 0, 0.5, 0.75, 1, 1.25: first for .992, .990, .995, .984, .978; copies nearer than all but one in a thousand others .953, .951, .956, .874,
   * .814; mAP of the 20 labels by this code alone, which is what orders ties well, .341, .415, .443, .472, .478 (plain ITQ .452).
   */
  strength: 0.75,
  iterations: 50,
} as const;
