/** A category that a person taught: the logit of a photo is `bias` + `weights` · its vector. */
export interface TaughtLayer {
  /** // (d,) */
  readonly weights: Float64Array;
  readonly bias: number;
}

/** Photos as rows of numbers of about unit length. */
export interface TaughtExamples {
  readonly dimensions: number;
  /** Photos of the category. // (P, d), P ≥ 1 */
  readonly examples: Float32Array;
  /** Photos that are said not to be of it. // (N, d) */
  readonly counterExamples: Float32Array;
  /** Photos that nobody said anything of: most are not of it, so all of them together are a weak no. // (U, d) */
  readonly unlabelled: Float32Array;
}

/**
 * How strongly the weights are held near 0. NanoDet-g's means of stride 16 and 32, 64 numbers, AP after 5 examples: .003, .03, .1, .4 give
 * .540, .565, .562, .559; of stride 32 alone, after 20, .1 and .4 give .708, .705.
 */
export const TAUGHT_RIDGE = 0.1;
const NEWTON_STEPS = 12;
/** Of the gradient's length, relative to the first: fewer digits than a float32 of the features has are no use. */
const SETTLED = 1e-6;

interface Rows {
  readonly x: Float64Array;
  readonly y: Float64Array;
  readonly weight: Float64Array;
  /** Numbers in a row, the last of which is 1 for the bias. */
  readonly width: number;
}

function rowsOf({ dimensions: d, examples, counterExamples, unlabelled }: TaughtExamples): Rows {
  const groups = [examples, counterExamples, unlabelled];
  for (const { length } of groups)
    if (length % d !== 0) throw new RangeError(`learnCategory: got ${length} numbers, wanted rows of ${d}`);
  const [positive, negative, unsaid] = groups.map(({ length }) => length / d) as [number, number, number];
  if (positive === 0) throw new RangeError('learnCategory: got no example, wanted at least one');
  if (negative + unsaid === 0) throw new RangeError('learnCategory: got nothing to tell the examples from');
  const count = positive + negative + unsaid;
  const width = d + 1;
  const x = new Float64Array(count * width).fill(1);
  const y = new Float64Array(count);
  const weight = new Float64Array(count);
  let n = 0;
  // Examples weigh 1 in all. So do the rest: each counter-example as much as an example, the unlabelled ones 1 between them.
  const shares = [1 / positive, 1 / positive, unsaid === 0 ? 0 : 1 / unsaid];
  groups.forEach((group, g) => {
    for (let at = 0; at < group.length; at += d, n++) {
      x.set(group.subarray(at, at + d), n * width);
      y[n] = g === 0 ? 1 : 0;
      weight[n] = shares[g]!;
    }
  });
  return { x, y, weight, width };
}

/** Solves H·s = g for the Newton step by conjugate gradients, H = Xᵀ·diag(curvature)·X + diag(ridge), which is never written down. */
function newtonStep({ x, width }: Rows, curvature: Float64Array, ridge: Float64Array, g: Float64Array): Float64Array {
  const step = new Float64Array(width);
  const residual = g.slice();
  const direction = g.slice();
  const turned = new Float64Array(width);
  let square = dot(residual, residual);
  const enough = square * 1e-8;
  for (let i = 0; i < 2 * width && square > enough; i++) {
    for (let j = 0; j < width; j++) turned[j] = ridge[j]! * direction[j]!;
    for (let n = 0, at = 0; n < curvature.length; n++, at += width) {
      let along = 0;
      for (let j = 0; j < width; j++) along += x[at + j]! * direction[j]!;
      along *= curvature[n]!;
      for (let j = 0; j < width; j++) turned[j]! += along * x[at + j]!;
    }
    const length = square / dot(direction, turned);
    for (let j = 0; j < width; j++) {
      step[j]! += length * direction[j]!;
      residual[j]! -= length * turned[j]!;
    }
    const next = dot(residual, residual);
    for (let j = 0; j < width; j++) direction[j] = residual[j]! + (next / square) * direction[j]!;
    square = next;
  }
  return step;
}

function dot(a: Float64Array, b: Float64Array): number {
  let sum = 0;
  for (let i = 0; i < a.length; i++) sum += a[i]! * b[i]!;
  return sum;
}

/**
 * Logistic regression with a ridge, by Newton's method: the examples against the rest, both sides weighing the same however few the examples are.
 * The same examples always give the same weights.
 * @param ridge how strongly the weights are held near 0; the bias hardly is
 * @throws RangeError where there is no example, nothing to tell them from, or a row is cut off
 */
export function learnCategory(taught: TaughtExamples, ridge: number = TAUGHT_RIDGE): TaughtLayer {
  const rows = rowsOf(taught);
  const { x, y, weight, width } = rows;
  const held = new Float64Array(width).fill(ridge);
  held[width - 1] = ridge * 1e-3;
  const layer = new Float64Array(width);
  const curvature = new Float64Array(y.length);
  let first = 0;
  for (let i = 0; i < NEWTON_STEPS; i++) {
    const gradient = layer.map((value, j) => held[j]! * value);
    for (let n = 0, at = 0; n < y.length; n++, at += width) {
      let logit = 0;
      for (let j = 0; j < width; j++) logit += layer[j]! * x[at + j]!;
      const p = 1 / (1 + Math.exp(-logit));
      curvature[n] = weight[n]! * p * (1 - p);
      const pull = weight[n]! * (p - y[n]!);
      for (let j = 0; j < width; j++) gradient[j]! += pull * x[at + j]!;
    }
    const size = Math.sqrt(dot(gradient, gradient));
    if (i === 0) first = size;
    if (size <= SETTLED * first) break;
    const step = newtonStep(rows, curvature, held, gradient);
    for (let j = 0; j < width; j++) layer[j]! -= step[j]!;
  }
  return { weights: layer.slice(0, width - 1), bias: layer[width - 1]! };
}

/** Logit of each photo. @param vectors // (N, d) @returns // (N,) */
export function taughtLogits({ weights, bias }: TaughtLayer, vectors: Float32Array): Float64Array {
  const d = weights.length;
  if (vectors.length % d !== 0)
    throw new RangeError(`taughtLogits: got ${vectors.length} numbers, wanted rows of ${d}`);
  const logits = new Float64Array(vectors.length / d).fill(bias);
  for (let n = 0, at = 0; n < logits.length; n++) {
    for (let j = 0; j < d; j++, at++) logits[n]! += weights[j]! * vectors[at]!;
  }
  return logits;
}
