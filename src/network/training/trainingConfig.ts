/**
 * Every constant of training, and how it was chosen. Figures are on the development queries (848 photos of role `query`
 * against 3,393 of role `train`); see src/lab/train/ABLATION.md for the whole table.
 */
export const TRAINING = {
  seed: 20161,
  /**
   * Whether a photo comes mirrored half of the time. It is remembered less then (label mAP on training photos .952 for .970), but
   * label mAP did not grow (.851 for .852), and the codes lost .017 mAP on the photos trained on and .004 unseen.
   */
  mirrored: false,
  /** Proposals of a photo that are pooled and cached, besides the whole photo. The heads look at as many. */
  proposalsPerPhoto: 128,
  /**
   * Proposals drawn of them for a step: fresh draws keep the maximum from settling on one region. By two of four folds of role `train`, one
   * branch on the joined maps: 16 / 32 give label mAP .866 / .864, and 16 take half the time.
   */
  proposalsPerStep: 16,
  /**
   * Label branches of other seeds, merged. Each left without a quarter of the photos, four gave label mAP .855 against .844 of
   * one and .851 of one that has seen all; but a database that they remember less is also found less well, so each sees all
   * photos.
   */
  members: 4,
  /** E of each member; E of the heads is members × this. 512 in one branch at twice the cost: .847, it knows its photos too well. */
  hidden: 256,
  /** d */
  groupWidth: 32,
  semanticHidden: 512,
  /** q_c. 16 / 24 / 32: category-aware mAP .905 / .905 / .908, NDCG within a category .524 / .549 / .584; all take one word. */
  bitsPerCategory: 32,
  labels: {
    epochs: 12,
    photosPerStep: 64,
    learningRate: 1e-3,
    weightDecay: 1e-3,
    /** Of the intermediate feature. 0.7 lost 0.02 label mAP. */
    dropout: 0.5,
    /**
     * Smooth maximum τ·(log Σ exp(z/τ) − log n) over proposals, in training and in use: label mAP .855 against .850 with the plain
     * maximum in training, and .857 against .852 with it in use too (.858 for τ = 1).
     */
    temperature: 0.5,
    /** Evidence weight of a category's own detector class at the start: 2 on top of trained logits gave CorLoc .70, 1 .55, 4 .76 with less label mAP. */
    evidence: 2,
    /** See `HeadsDescription`. 0 / .5 / 1 / 2 on 400 photos of role `train`: CorLoc .747 / .799 / .814 / .830, pointing .934 for all. */
    placement: 2,
  },
  groups: {
    epochs: 4,
    photosPerStep: 64,
    learningRate: 2e-3,
    weightDecay: 1e-3,
  },
  hashes: {
    epochs: 120,
    photosPerStep: 512,
    photosForCategories: 96,
    learningRate: 3e-3,
    weightDecay: 1e-4,
    /** Of the semantic layer's inputs and of its hidden layer. */
    dropout: 0.1,
    /** Draws of dropout and proposals of each photo that the hash layers train on, besides the photo as it is. */
    draws: 4,
    /** Share of photos that come as they are: none .813 unseen, half .817. */
    wholeShare: 0.5,
    /**
     * Share of photos whose groups the semantic layer does not see, and the noise on the groups. They tell training photos apart
     * from memory: with all of them shown and no noise .788 mAP unseen, so .810, and .817 with no groups at all; but with them
     * two photos of one category do not share one code.
     */
    groupDropout: 0.7,
    groupNoise: 1,
    /** Standard deviation of the noise on pooled logits: stands in for photos never seen. 1 and 1.5 alike, 0.6 loses 0.005 mAP unseen. */
    logitNoise: 1.2,
    /** Of similarity in the listwise loss: 10, 12 and 16 alike, 6 and 24 lose 0.015 mAP. */
    sharpness: 12,
    quantisation: 0.02,
  },
  /** Share of `train` that Platt's calibration is fitted on, by a branch that did not see it and is not shipped. */
  calibrationShare: 0.15,
  /** The default gate of a category is the lowest probability at which this share of the photos above it is right. */
  gatePrecision: 0.8,
  /** A sure category would reach that precision at a gate that lets in photos which nobody would say hold it (person: .145). */
  leastGate: 0.3,
  /** Strength, in photos, of the prior that the common calibration starts from; hundreds of photos held out need none. */
  calibrationPrior: 0,
} as const;

type Widened<T> = {
  readonly [K in keyof T]: T[K] extends number ? number : T[K] extends boolean ? boolean : Widened<T[K]>;
};

/** The constants of one training; see `TRAINING`, and `settingsFor` for fewer photos. */
export type TrainingSettings = Widened<typeof TRAINING>;
