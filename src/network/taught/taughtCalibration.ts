/** P = sigmoid(slope · logit + offset): how likely a photo is of a taught category. */
export interface TaughtCalibration {
  readonly slope: number;
  readonly offset: number;
}

/** Where examples lie above the middle of all photos when too few are there to tell, in widths of the lower half of all photos. */
const TYPICAL_GAP = 4;
/** The typical gap counts as much as so many examples. */
const TYPICAL_WEIGHT = 2;
/**
 * Of VOC's 20 categories, taught one by one from 3, 5 and 10 photos: photos that hold one spread 1.9 of those widths and the others 1.3, whose
 * squares' mean is 2.7; 3.5 gives the least log loss, since few examples promise more than they keep. Where the two are as likely: at .5 of
 * the gap by that loss, at .6 more of what is over the gate is right.
 */
const SPREAD = 3.5;
const HALFWAY = 0.55;
/** Of all photos so many are thought to hold a category, as long as the gallery does not say more; it counts as much as the gallery. */
const TYPICAL_SHARE = 0.05;
const STEPS = 60;

function sigmoid(x: number): number {
  return 1 / (1 + Math.exp(-x));
}

/**
 * A line from logits to log odds. The lower half of the gallery, which hardly holds the category, says where photos without it lie and how
 * wide; the held-out examples where those with it do; and the share of photos that hold it is half a typical one, half the one at which it is
 * the mean of all probabilities (expectation maximisation: Saerens, Latinne, Decaestecker, Neural Computation 2002). So the same category is
 * told with other odds in another gallery.
 * @param held logits of examples by layers that were learned without them; empty where there are too few // (k,)
 * @param gallery logits of all photos // (N,), N ≥ 1
 */
export function taughtCalibration(held: ArrayLike<number>, gallery: Float64Array): TaughtCalibration {
  const count = gallery.length;
  if (count === 0) throw new RangeError('taughtCalibration: got no photo, wanted at least one');
  const sorted = gallery.slice().sort();
  const middle = sorted[count >> 1]!;
  const lower = sorted.subarray(0, (count >> 1) + 1);
  const width = Math.sqrt(lower.reduce((sum, logit) => sum + (logit - middle) ** 2, 0) / lower.length) + 1e-6;
  let gap = TYPICAL_WEIGHT * TYPICAL_GAP;
  for (let i = 0; i < held.length; i++) gap += (held[i]! - middle) / width;
  gap = Math.max(gap / (TYPICAL_WEIGHT + held.length), 1);
  const slope = gap / SPREAD / width;
  const even = -slope * (middle + HALFWAY * gap * width);
  const oddsOf = (share: number): number => even + Math.log(share / (1 - share));
  let share = TYPICAL_SHARE;
  for (let step = 0; step < STEPS; step++) {
    const offset = oddsOf(share);
    const sum = gallery.reduce((chances, logit) => chances + sigmoid(slope * logit + offset), 0);
    share = (sum / count + TYPICAL_SHARE) / 2;
  }
  return { slope, offset: oddsOf(share) };
}

export function taughtProbability({ slope, offset }: TaughtCalibration, logit: number): number {
  return sigmoid(slope * logit + offset);
}

/** A gate lets in photos that are right so often, as those of all other categories do. */
export const TAUGHT_PRECISION = 0.8;
const GATES = { least: 0.2, most: 0.9 } as const;

/** The lowest P at which the photos above it are right four times in five, by what their own probabilities add up to. @param probabilities of all photos // (N,) */
export function taughtGate(probabilities: Float64Array): number {
  const surest = probabilities.slice().sort().reverse();
  let [sum, gate] = [0, GATES.most as number];
  for (let n = 0; n < surest.length; n++) {
    sum += surest[n]!;
    if (sum / (n + 1) < TAUGHT_PRECISION) break;
    gate = surest[n]!;
  }
  return Math.min(GATES.most, Math.max(GATES.least, gate));
}

/**
 * Of what the probabilities over the gate add up to, so much is kept: among the surest are photos that look like the examples and are
 * something else, which few examples cannot tell. Chosen on one half of 785 photos of VOC 2007's role `train`, 20 categories × 3 draws, each taught
 * from the other half: .68, .64, .66, .67 of what is over the gate after 3, 5, 10, 20 examples are right, where the probabilities say .79 or .80. Tried once
 * on 459 queries, taught from all 785: told .66, .67, .67, .66, and .71, .71, .71, .68 are right.
 */
const KEPT = 0.83;

/** The share of photos over the gate that is expected to be right; null where there are none. @param probabilities of those photos // (N,) */
export function expectedPrecision(probabilities: ArrayLike<number>): number | null {
  let sum = 0;
  for (let n = 0; n < probabilities.length; n++) sum += probabilities[n]!;
  return probabilities.length === 0 ? null : (KEPT * sum) / probabilities.length;
}
