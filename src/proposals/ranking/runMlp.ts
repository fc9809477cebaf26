import { structIn } from '../arena/compiledLoop.ts';
import type { Scratch } from '../arena/scratch.ts';
import type { Mlp, MlpLayer } from './mlp.ts';
import { MLP_LAYER, RUN_MLP } from './runMlp.arguments.ts';
import { runMlp as runMlpPlainly } from './runMlp.reference.ts';

/**
 * The last layer's outputs for each row, before any squashing.
 * @param rows // (count, stride), of which the first `mlp.inputs` are read
 * @returns // (count, outputs)
 */
export function runMlp(mlp: Mlp, rows: Float32Array, count: number, stride: number, scratch: Scratch): Float32Array {
  const out = scratch.float32(count * mlp.layers[mlp.layers.length - 1]!.outputs);
  if (!runLoop(mlp, rows, count, stride, out, scratch)) runMlpPlainly(mlp, rows, count, stride, out, scratch);
  return out;
}

/** Outputs that the loop takes together. */
const BLOCK = 8;

/** Returns whether the loop ran: on a machine with SIMD, in an arena that has room. */
function runLoop(
  mlp: Mlp,
  rows: Float32Array,
  count: number,
  stride: number,
  out: Float32Array,
  scratch: Scratch,
): boolean {
  const layers = scratch.int32(mlp.layers.length);
  for (const [k, layer] of mlp.layers.entries()) {
    const address = layerIn(scratch, layer);
    if (address === null) return false;
    layers[k] = address;
  }
  const room = Math.max(mlp.inputs, ...mlp.layers.map(({ outputs }) => outputs)) + BLOCK;
  const loop = RUN_MLP.on(scratch, {
    rows: inArena(rows, scratch),
    count,
    stride,
    layers,
    layerCount: layers.length,
    hidden: scratch.float64(room),
    values: scratch.float64(room),
    places: scratch.int32(room),
    out,
  });
  loop?.run();
  return loop !== null;
}

/** Writes a layer for the loop: weights as float64, those of eight outputs side by side. Returns its address, null without room for it. */
function layerIn(scratch: Scratch, { inputs, outputs, weights, bias }: MlpLayer): number | null {
  const room = Math.ceil(outputs / BLOCK) * BLOCK;
  const blocks = scratch.float64(room * inputs);
  for (let o = 0; o < outputs; o++) {
    const block = (o - (o % BLOCK)) * inputs + (o % BLOCK);
    for (let i = 0; i < inputs; i++) blocks[block + i * BLOCK] = weights[o * inputs + i]!;
  }
  const biases = scratch.float64(room);
  biases.set(bias);
  return structIn(scratch, MLP_LAYER, { inputs, outputs, weights: blocks, bias: biases });
}

/** The rows, copied where they come from elsewhere, as in training. */
function inArena(rows: Float32Array, scratch: Scratch): Float32Array {
  if (rows.buffer === scratch.memory.buffer) return rows;
  const held = scratch.float32(rows.length);
  held.set(rows);
  return held;
}
