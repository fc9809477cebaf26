import { type Calibration, sigmoid } from '../labels/calibration.ts';

/**
 * Platt's calibration (1999) of the pooled logits of each category, on photos that the heads were not trained on.
 * Slope and offset maximise the likelihood by Newton's steps, drawn towards those of all categories together, since a
 * rare category has a dozen positives to tell from.
 */

/** p = sigmoid(slope·z + offset) */
export interface Line {
  readonly slope: number;
  readonly offset: number;
}

/** Strength of the prior, in photos. */
const PRIOR = 10;
const STEPS = 50;
const LEAST_SLOPE = 0.05;
/** Of a Newton step; below it the lowest point is reached as well as float64 can tell. */
const LEAST_SHARE = 1e-9;

/** log(1 + exp(x)) that does not overflow. */
function softplus(x: number): number {
  return Math.max(x, 0) + Math.log1p(Math.exp(-Math.abs(x)));
}

function fitted(logits: ArrayLike<number>, targets: ArrayLike<number>, start: Line, prior: number): Line {
  const loss = (line: Line): number => {
    let sum = 0.5 * prior * ((line.slope - start.slope) ** 2 + (line.offset - start.offset) ** 2);
    for (let i = 0; i < logits.length; i++) {
      const x = line.slope * logits[i]! + line.offset;
      sum += softplus(x) - x * targets[i]!;
    }
    return sum;
  };
  let line = start,
    reached = loss(start);
  for (let step = 0; step < STEPS; step++) {
    const { slope, offset } = line;
    let gs = prior * (slope - start.slope),
      go = prior * (offset - start.offset);
    let hss = prior + 1e-6,
      hso = 0,
      hoo = prior + 1e-6;
    for (let i = 0; i < logits.length; i++) {
      const z = logits[i]!;
      const p = sigmoid(slope * z + offset);
      const error = p - targets[i]!;
      const weight = p * (1 - p) + 1e-9;
      gs += error * z;
      go += error;
      hss += weight * z * z;
      hso += weight * z;
      hoo += weight;
    }
    const determinant = hss * hoo - hso * hso;
    const ds = (hoo * gs - hso * go) / determinant;
    const dO = (hss * go - hso * gs) / determinant;
    // Where the heads are sure and wrong the loss is all but straight, and a whole step goes far beyond its lowest point.
    let share = 1,
      next = line,
      nextLoss = Infinity;
    for (; share > LEAST_SHARE && !(nextLoss <= reached); share /= 2) {
      next = { slope: Math.max(LEAST_SLOPE, slope - share * ds), offset: offset - share * dO };
      nextLoss = loss(next);
    }
    if (!(nextLoss <= reached)) break;
    const moved = Math.abs(next.slope - slope) + Math.abs(next.offset - offset);
    line = next;
    reached = nextLoss;
    if (moved < 1e-9) break;
  }
  return line;
}

/** The likeliest line for all logits together. @param targets 0 or 1 // as many as logits @param prior strength, in photos, of slope 1 and offset 0 */
export function commonLine(logits: ArrayLike<number>, targets: ArrayLike<number>, prior = 0): Line {
  return fitted(logits, targets, { slope: 1, offset: 0 }, prior);
}

/**
 * The lowest probability such that the photos at or above it hold the category with at least `precision`, as the
 * calibrated probabilities themselves expect, and no lower than `least`; 0.5 where no cut reaches it. Without a least gate a
 * category that is nearly always sure lets in photos of which nobody would say that they hold it.
 */
export function gateFor(probabilities: readonly number[], precision: number, least: number): number {
  const sorted = [...probabilities].sort((a, b) => b - a);
  let sum = 0,
    gate = 0.5;
  sorted.forEach((p, i) => {
    sum += p;
    // Photos of one probability come in together or not at all.
    if (p !== sorted[i + 1] && sum / (i + 1) >= precision) gate = p;
  });
  return Math.max(gate, least);
}

/**
 * @param logits pooled // (P, C) @param labels @param counted // (P, C), as in TrainingLabels
 * @param precision what the default gates promise, 0..1 @param leastGate below which no default gate goes, 0..1
 * @param prior of the line of all categories, see `commonLine`
 */
export function calibrate(
  logits: Float32Array,
  labels: Float32Array,
  counted: Float32Array,
  categories: number,
  precision: number,
  leastGate: number,
  prior = 0,
): Calibration {
  const photos = logits.length / categories;
  if (!Number.isInteger(photos) || labels.length !== logits.length || counted.length !== logits.length) {
    throw new RangeError(
      `calibrate: got ${logits.length} logits, ${labels.length} labels and ${counted.length} counted, wanted equal multiples of ${categories}`,
    );
  }
  const chosen = (category: number | null): { z: number[]; y: number[] } => {
    const z: number[] = [],
      y: number[] = [];
    for (let i = 0; i < logits.length; i++) {
      if ((category !== null && i % categories !== category) || counted[i] === 0) continue;
      z.push(logits[i]!);
      y.push(labels[i]!);
    }
    return { z, y };
  };
  const all = chosen(null);
  const common = commonLine(all.z, all.y, prior);
  const slope = new Float32Array(categories),
    offset = new Float32Array(categories),
    gate = new Float32Array(categories);
  for (let c = 0; c < categories; c++) {
    const { z, y } = chosen(c);
    const line = fitted(z, y, common, PRIOR);
    slope[c] = line.slope;
    offset[c] = line.offset;
    gate[c] = gateFor(
      z.map((logit) => sigmoid(line.slope * logit + line.offset)),
      precision,
      leastGate,
    );
  }
  return { slope, offset, gate };
}
