/** One bin of a reliability diagram. */
export interface ReliabilityBin {
  /** Pairs in the bin. */
  readonly count: number;
  /** Mean probability said, 0..1; NaN where the bin is empty. */
  readonly confidence: number;
  /** Share in which the category was there, 0..1; NaN where the bin is empty. */
  readonly frequency: number;
}

export interface Calibration {
  /** Σ count/total · |confidence − frequency|, 0..1. */
  readonly ece: number;
  readonly bins: readonly ReliabilityBin[];
}

/**
 * Expected calibration error (Guo et al. 2017) of binary probabilities over all (photo, category) pairs, in bins of equal
 * width; a probability on an edge belongs to the upper bin, 1 to the last. Most categories are in few photos, so most
 * pairs say "surely not" and weigh the error down: read the bins beside the number.
 * @param probabilities // (pairs,), 0..1
 * @param truths // (pairs,), 1 where the category is in the photo, else 0
 * @throws RangeError when the lengths differ or a probability is outside 0..1.
 */
export function expectedCalibrationError(
  probabilities: ArrayLike<number>,
  truths: ArrayLike<number>,
  binCount = 15,
): Calibration {
  if (probabilities.length !== truths.length) {
    throw new RangeError(
      `expectedCalibrationError: got ${probabilities.length} probabilities and ${truths.length} truths, wanted as many`,
    );
  }
  const counts = new Float64Array(binCount);
  const said = new Float64Array(binCount);
  const held = new Float64Array(binCount);
  for (let n = 0; n < probabilities.length; n++) {
    const p = probabilities[n]!;
    if (!(p >= 0 && p <= 1))
      throw new RangeError(`expectedCalibrationError: got probability ${p} at pair ${n}, wanted 0 to 1`);
    const bin = Math.min(binCount - 1, Math.floor(p * binCount));
    counts[bin]!++;
    said[bin]! += p;
    held[bin]! += truths[n]!;
  }
  let error = 0;
  const bins = Array.from(counts, (count, bin): ReliabilityBin => {
    error += Math.abs(said[bin]! - held[bin]!);
    return { count, confidence: said[bin]! / count, frequency: held[bin]! / count };
  });
  return { ece: error / probabilities.length, bins };
}
