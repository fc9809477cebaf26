import { seededRandom } from '../../base/seededRandom.ts';
import type { Mlp, MlpLayer } from '../../proposals/ranking/mlp.ts';

export interface MlpTrainingSettings {
  readonly hidden: readonly number[];
  readonly epochs: number;
  readonly batch: number;
  /** Adam's step size at the start; it falls along a cosine to `LAST_RATE` of that. */
  readonly rate: number;
  /** Decoupled weight decay (Loshchilov and Hutter 2019), times the step size. */
  readonly decay: number;
  readonly seed: number;
}

/** Rows with soft targets in 0..1. */
export interface TrainingRows {
  readonly inputs: number;
  /** // (count, inputs) */
  readonly rows: Float32Array;
  readonly outputs: number;
  /** // (count, outputs) */
  readonly targets: Float32Array;
  /** Of each target. // (count, outputs) */
  readonly weights: Float32Array;
}

/** Share of the step size that is left at the last step. */
const LAST_RATE = 0.05;

/** Adam as published (Kingma and Ba 2015, algorithm 1): how both moments fade, and what keeps a step finite where they vanish. */
const ADAM = { first: { kept: 0.9, added: 0.1 }, second: { kept: 0.999, added: 0.001 }, epsilon: 1e-8 } as const;

/** Keeps the logarithm of the loss finite for a probability that float64 rounds to 0 or 1. It has no part in the gradient. */
const LEAST_PROBABILITY = 1e-7;

/** A feature that hardly varies is not blown up by more than 1 over this. */
const LEAST_DEVIATION = 1e-4;

/** A layer with what Adam keeps of it: first and second moments of the weights, then of the biases. */
interface Trained extends MlpLayer {
  readonly moments: readonly [Float32Array, Float32Array, Float32Array, Float32Array];
  readonly weightGradient: Float32Array;
  readonly biasGradient: Float32Array;
}

/**
 * Trains with Adam on the binary cross-entropy of sigmoid(output) against the soft targets. The standardisation of the rows is folded into
 * the first layer, so that the network takes raw features.
 * @returns the network and the mean loss of each epoch
 */
export function trainMlp(data: TrainingRows, settings: MlpTrainingSettings): { mlp: Mlp; losses: number[] } {
  const { inputs, outputs, rows, targets, weights } = data;
  const count = weights.length / outputs;
  const { mean, deviation } = standardisation(rows, inputs);
  const random = seededRandom(settings.seed);
  const widths = [inputs, ...settings.hidden, outputs];
  const layers: Trained[] = widths.slice(1).map((size, k) => trainedLayer(widths[k]!, size, random));
  const order = Uint32Array.from({ length: count }, (_, i) => i);
  const values = widths.map((width) => new Float32Array(width));
  const errors = widths.map((width) => new Float32Array(width));
  const steps = settings.epochs * Math.ceil(count / settings.batch);
  const losses: number[] = [];
  let step = 0;
  for (let epoch = 0; epoch < settings.epochs; epoch++) {
    for (let i = count - 1; i > 0; i--) {
      const j = Math.floor(random() * (i + 1));
      const swapped = order[i]!;
      order[i] = order[j]!;
      order[j] = swapped;
    }
    let loss = 0;
    let weightSum = 0;
    for (let start = 0; start < count; start += settings.batch) {
      const end = Math.min(count, start + settings.batch);
      for (let k = start; k < end; k++) {
        const row = order[k]!;
        const first = values[0]!;
        for (let i = 0; i < inputs; i++) first[i] = (rows[row * inputs + i]! - mean[i]!) / deviation[i]!;
        for (let l = 0; l < layers.length; l++)
          forward(layers[l]!, values[l]!, values[l + 1]!, l === layers.length - 1);
        const output = values[layers.length]!;
        const error = errors[layers.length]!;
        for (let o = 0; o < outputs; o++) {
          const p = 1 / (1 + Math.exp(-output[o]!));
          const t = targets[row * outputs + o]!;
          const weight = weights[row * outputs + o]!;
          loss -= weight * (t * Math.log(p + LEAST_PROBABILITY) + (1 - t) * Math.log(1 - p + LEAST_PROBABILITY));
          error[o] = weight * (p - t);
          weightSum += weight;
        }
        for (let l = layers.length - 1; l >= 0; l--)
          backward(layers[l]!, values[l]!, errors[l + 1]!, l > 0 ? errors[l]! : null);
      }
      step++;
      const cosine = (1 - LAST_RATE) * 0.5 * (1 + Math.cos((Math.PI * step) / steps));
      const rate = settings.rate * (LAST_RATE + cosine);
      for (const layer of layers) adam(layer, 1 / (end - start), rate, settings.decay, step);
    }
    losses.push(loss / weightSum);
  }
  const first = layers[0]!;
  for (let o = 0; o < first.outputs; o++) {
    for (let i = 0; i < inputs; i++) {
      first.weights[o * inputs + i]! /= deviation[i]!;
      first.bias[o]! -= first.weights[o * inputs + i]! * mean[i]!;
    }
  }
  return {
    mlp: {
      inputs,
      layers: layers.map(({ inputs: i, outputs: o, weights: w, bias }) => ({
        inputs: i,
        outputs: o,
        weights: w,
        bias,
      })),
    },
    losses,
  };
}

function standardisation(rows: Float32Array, inputs: number): { mean: Float64Array; deviation: Float64Array } {
  const mean = new Float64Array(inputs);
  const deviation = new Float64Array(inputs);
  const count = rows.length / inputs;
  for (let i = 0; i < rows.length; i++) mean[i % inputs]! += rows[i]! / count;
  for (let i = 0; i < rows.length; i++) deviation[i % inputs]! += (rows[i]! - mean[i % inputs]!) ** 2 / count;
  for (let i = 0; i < inputs; i++) deviation[i] = Math.max(LEAST_DEVIATION, Math.sqrt(deviation[i]!));
  return { mean, deviation };
}

function trainedLayer(inputs: number, outputs: number, random: () => number): Trained {
  const weights = new Float32Array(inputs * outputs);
  // He et al. 2015 (section 2.2): deviation √(2/inputs). A sum of three uniform numbers has deviation ½ and is close enough to a Gaussian.
  for (let i = 0; i < weights.length; i++)
    weights[i] = (random() + random() + random() - 1.5) * 2 * Math.sqrt(2 / inputs);
  const size = inputs * outputs;
  return {
    inputs,
    outputs,
    weights,
    bias: new Float32Array(outputs),
    moments: [new Float32Array(size), new Float32Array(size), new Float32Array(outputs), new Float32Array(outputs)],
    weightGradient: new Float32Array(size),
    biasGradient: new Float32Array(outputs),
  };
}

function forward(
  { inputs, outputs, weights, bias }: MlpLayer,
  from: Float32Array,
  to: Float32Array,
  isLast: boolean,
): void {
  for (let o = 0, w = 0; o < outputs; o++) {
    let sum = bias[o]!;
    for (let i = 0; i < inputs; i++, w++) sum += weights[w]! * from[i]!;
    to[o] = isLast || sum > 0 ? sum : 0;
  }
}

function backward(layer: Trained, from: Float32Array, error: Float32Array, below: Float32Array | null): void {
  const { inputs, outputs, weights, weightGradient, biasGradient } = layer;
  below?.fill(0);
  for (let o = 0; o < outputs; o++) {
    const e = error[o]!;
    if (e === 0) continue;
    biasGradient[o]! += e;
    const w = o * inputs;
    for (let i = 0; i < inputs; i++) weightGradient[w + i]! += e * from[i]!;
    if (below !== null) for (let i = 0; i < inputs; i++) if (from[i]! > 0) below[i]! += e * weights[w + i]!;
  }
}

/** One step of Adam on the gradients of a batch, of which `share` is 1 over its rows; clears them. */
function adam(layer: Trained, share: number, rate: number, decay: number, step: number): void {
  const [m, v, mb, vb] = layer.moments;
  const scale = (rate * Math.sqrt(1 - ADAM.second.kept ** step)) / (1 - ADAM.first.kept ** step);
  const update = (
    values: Float32Array,
    gradient: Float32Array,
    first: Float32Array,
    second: Float32Array,
    shrink: number,
  ): void => {
    for (let i = 0; i < values.length; i++) {
      const g = gradient[i]! * share;
      first[i] = ADAM.first.kept * first[i]! + ADAM.first.added * g;
      second[i] = ADAM.second.kept * second[i]! + ADAM.second.added * g * g;
      values[i]! -= (scale * first[i]!) / (Math.sqrt(second[i]!) + ADAM.epsilon) + shrink * values[i]!;
      gradient[i] = 0;
    }
  };
  update(layer.weights, layer.weightGradient, m, v, rate * decay);
  update(layer.bias, layer.biasGradient, mb, vb, 0);
}
