/**
 * Platt's calibration (1999) of each category's logit, and the gate above which a category counts as present.
 * Monotone for a positive slope, so the proposal that wins by logit wins by probability too.
 */
export interface Calibration {
  /** // (C,), positive */
  readonly slope: Float32Array;
  /** // (C,) */
  readonly offset: Float32Array;
  /** On the calibrated probability. // (C,), 0..1 */
  readonly gate: Float32Array;
}

export function sigmoid(x: number): number {
  return 1 / (1 + Math.exp(-x));
}

/** @param logits // (N, C) @returns probabilities // (N, C), 0..1 */
export function calibrated(logits: Float32Array, { slope, offset }: Calibration): Float32Array {
  const categories = slope.length;
  if (logits.length % categories !== 0) {
    throw new RangeError(`calibrated: got ${logits.length} logits, wanted a multiple of ${categories} categories`);
  }
  return logits.map((logit, i) => sigmoid(slope[i % categories]! * logit + offset[i % categories]!));
}
