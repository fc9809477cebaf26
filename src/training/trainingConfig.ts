/**
 * What regions are pooled from, for each backbone: the last maps of two strides, the neck's outputs, and the detector's class
 * scores, which alone give 0.80 label mAP. One bin a tap: a 2×2 level on top gave nothing on 84 windows.
 */
export const HEAD_TAPS: Readonly<Record<string, readonly { readonly tap: string; readonly levels: readonly number[] }[]>> = {
  'nanodet-g': ['stride16', 'stride32', 'head16', 'head32', 'scores8', 'scores16', 'scores32'].map((tap) => ({ tap, levels: [1] })),
  googlenet: [{ tap: 'inception_5b', levels: [1, 2] }],
  'googlenet-bn': [{ tap: 'inception_5b', levels: [1, 2] }],
};

/**
 * Every constant of training, and how it was chosen. Figures are on the development queries (848 photos of role `query`
 * against 3,393 of role `train`); see ABLATION.md beside this file for the whole table.
 */
export const TRAINING = {
  seed: 20161,
  /** Proposals of a photo that are pooled and cached, besides the whole photo. The heads look at as many. */
  proposalsPerPhoto: 128,
  /** Proposals drawn of them for a step: fresh draws keep the maximum from settling on one region. */
  proposalsPerStep: 32,
  /** E. 512 at twice the cost gave nothing on 84 fixed windows. */
  hidden: 256,
  /** d */
  groupWidth: 32,
  semanticHidden: 256,
  /** q_c */
  bitsPerCategory: 24,
  labels: {
    epochs: 12,
    photosPerStep: 64,
    learningRate: 1e-3,
    weightDecay: 1e-3,
    /** Of the intermediate feature. 0.7 lost 0.02 label mAP. */
    dropout: 0.5,
    /** Smooth maximum τ·(log Σ exp(z/τ) − log n) in training: label mAP 0.855 against 0.850 with the plain maximum. */
    temperature: 0.5,
    /** Evidence weight of a category's own detector class at the start: 2 on top of trained logits gave CorLoc .70, 1 .55, 4 .76 with less label mAP. */
    evidence: 2,
    /** Weight of the hash losses, which reach the proposal features and no further. */
    hashWeight: 1,
  },
  hashes: {
    epochs: 60,
    photosPerStep: 256,
    photosForCategories: 96,
    learningRate: 3e-3,
    weightDecay: 1e-4,
    dropout: 0.4,
    /** Draws of dropout and proposals of each photo that the hash layers train on. */
    draws: 4,
    /** Standard deviation of the noise on pooled logits: stands in for photos never seen. */
    logitNoise: 1,
    /** Sharpness of similarity: 16 and 24 alike, 8 and 48 lose 0.02 mAP. */
    sharpness: 20,
    quantisation: 0.05,
  },
  /** Share of `train` that Platt's calibration is fitted on, by heads that did not see it. */
  calibrationShare: 0.15,
  /** The default gate of a category is the lowest probability at which this share of the photos above it is right. */
  gatePrecision: 0.8,
} as const;
