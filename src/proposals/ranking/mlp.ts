import type { NamedArray, WeightsFile } from '../../base/weights/safetensors.ts';
import { type Loops, loopsOn } from '../arena/loops.ts';
import type { Scratch } from '../arena/scratch.ts';

/** A small fully connected network: each layer but the last is followed by max(0, x). */
export interface Mlp {
  readonly inputs: number;
  readonly layers: readonly MlpLayer[];
}

export interface MlpLayer {
  readonly inputs: number;
  readonly outputs: number;
  /** Row after row, one an output. // (outputs, inputs) */
  readonly weights: Float32Array;
  /** // (outputs,) */
  readonly bias: Float32Array;
}

/**
 * Reads `${prefix}.0.weight`, `${prefix}.0.bias`, `${prefix}.1.weight` and so on.
 * @throws Error naming the first tensor that is missing or whose shape does not follow from the one before.
 */
export function readMlp(file: WeightsFile, prefix: string, inputs: number, outputs: number): Mlp {
  const layers: MlpLayer[] = [];
  let width = inputs;
  for (let k = 0; k === 0 || file.tensors.has(`${prefix}.${k}.weight`); k++) {
    const weight = tensor(file, `${prefix}.${k}.weight`);
    const bias = tensor(file, `${prefix}.${k}.bias`);
    const rows = weight.shape[0] ?? 0;
    if (weight.shape.length !== 2 || weight.shape[1] !== width) {
      throw new Error(`readMlp: ${prefix}.${k}.weight is [${weight.shape.join(', ')}], wanted [outputs, ${width}]`);
    }
    if (bias.shape.length !== 1 || bias.shape[0] !== rows) {
      throw new Error(`readMlp: ${prefix}.${k}.bias is [${bias.shape.join(', ')}], wanted [${rows}]`);
    }
    layers.push({ inputs: width, outputs: rows, weights: weight.values, bias: bias.values });
    width = rows;
  }
  if (width !== outputs) throw new Error(`readMlp: ${prefix} ends in ${width} outputs, wanted ${outputs}`);
  return { inputs, layers };
}

function tensor(file: WeightsFile, name: string): NamedArray {
  const found = file.tensors.get(name);
  if (found === undefined) throw new Error(`readMlp: the weights lack ${name}`);
  return found;
}

/**
 * The last layer's outputs, before any squashing. `rows` // (count, stride), of which the first `mlp.inputs` are read;
 * result // (count, outputs)
 */
export function runMlp(mlp: Mlp, rows: Float32Array, count: number, stride: number, scratch: Scratch): Float32Array {
  const widest = Math.max(...mlp.layers.map((layer) => layer.outputs));
  const last = mlp.layers[mlp.layers.length - 1]!;
  const out = scratch.float32(count * last.outputs);
  const loops = loopsOn(scratch, out);
  if (loops !== null && runWithLoops(mlp, scratch, loops, rows, count, stride, out)) return out;
  let hidden = scratch.float32(widest);
  let next = scratch.float32(widest);
  for (let row = 0; row < count; row++) {
    let input = rows;
    let at = row * stride;
    for (const layer of mlp.layers) {
      const { inputs, outputs, weights, bias } = layer;
      const isLast = layer === last;
      const to = isLast ? out : next;
      const first = isLast ? row * outputs : 0;
      let o = 0;
      // Four outputs share each load of an input; every output's own sum keeps its order.
      for (; o + 4 <= outputs; o += 4) {
        let s0 = bias[o]!,
          s1 = bias[o + 1]!,
          s2 = bias[o + 2]!,
          s3 = bias[o + 3]!;
        for (let i = 0, w = o * inputs; i < inputs; i++, w++) {
          const x = input[at + i]!;
          s0 += weights[w]! * x;
          s1 += weights[w + inputs]! * x;
          s2 += weights[w + 2 * inputs]! * x;
          s3 += weights[w + 3 * inputs]! * x;
        }
        to[first + o] = isLast || s0 > 0 ? s0 : 0;
        to[first + o + 1] = isLast || s1 > 0 ? s1 : 0;
        to[first + o + 2] = isLast || s2 > 0 ? s2 : 0;
        to[first + o + 3] = isLast || s3 > 0 ? s3 : 0;
      }
      for (; o < outputs; o++) {
        let sum = bias[o]!;
        for (let i = 0, w = o * inputs; i < inputs; i++, w++) sum += weights[w]! * input[at + i]!;
        to[first + o] = isLast || sum > 0 ? sum : 0;
      }
      input = next;
      at = 0;
      next = hidden;
      hidden = input;
    }
  }
  return out;
}

/** Outputs that the loop takes together. */
const BLOCK = 8;

/** `runMlp` with SIMD: weights as float64, those of eight outputs side by side. Returns whether the arena had room. */
function runWithLoops(
  mlp: Mlp,
  scratch: Scratch,
  loops: Loops,
  rows: Float32Array,
  count: number,
  stride: number,
  out: Float32Array,
): boolean {
  const table = scratch.int32(mlp.layers.length * 4);
  mlp.layers.forEach(({ inputs, outputs, weights, bias }, k) => {
    const room = Math.ceil(outputs / BLOCK) * BLOCK;
    const blocks = scratch.float64(room * inputs);
    for (let o = 0; o < outputs; o++) {
      const block = (o - (o % BLOCK)) * inputs + (o % BLOCK);
      for (let i = 0; i < inputs; i++) blocks[block + i * BLOCK] = weights[o * inputs + i]!;
    }
    const biases = scratch.float64(room);
    biases.set(bias);
    table.set([inputs, outputs, blocks.byteOffset, biases.byteOffset], k * 4);
  });
  const room = Math.max(mlp.inputs, ...mlp.layers.map(({ outputs }) => outputs)) + BLOCK;
  // Rows from elsewhere, as the training's, are copied.
  const held = loopsOn(scratch, rows) === null ? scratch.float32(rows.length) : rows;
  if (held !== rows) held.set(rows);
  const hidden = scratch.float64(room);
  const values = scratch.float64(room);
  // The last of them: where it has room the others had.
  const places = scratch.int32(room);
  if (loopsOn(scratch, held, places) === null) return false;
  loops.runMlp(
    held.byteOffset,
    count,
    stride,
    table.byteOffset,
    mlp.layers.length,
    hidden.byteOffset,
    values.byteOffset,
    places.byteOffset,
    out.byteOffset,
  );
  return true;
}

export function sigmoid(x: number): number {
  return 1 / (1 + Math.exp(-x));
}
