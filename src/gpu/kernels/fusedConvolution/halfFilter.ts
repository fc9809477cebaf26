import { float16ToFloat32, float32ToFloat16 } from '../../../base/weights/safetensors.ts';
import { type Tensor1D, tensor1d } from '../../tfjs/tfjs.ts';

/**
 * Weights of a convolution in float16, for `fusedConvolution.tiled.wgsl`. Only weights that float16 holds exactly (stored ones of
 * float16 do) are put into it: the sums are in float32 then as before, of the same numbers, and no code changes (64 photos on Mesa's
 * llvmpipe against WASM: every bit of every code the same, P_c within 1.1e-6). With the tile of activations in float16 too, P_c moved by
 * up to 3.4e-3 and one photo of 24 had another bit, so those stay in float32.
 */
export interface HalfFilter {
  /** Two weights a word, the first in the low half. // (weights / 2,), int32; whoever made it disposes it */
  readonly packed: Tensor1D;
  /** The power of two that the weights were multiplied by. */
  readonly scale: number;
}

/** The smallest number of float16 with all of its eleven bits. */
const SMALLEST_NORMAL = 2 ** -14;

/**
 * The power of two that brings the largest weight to 2^14 … 2^15, next to float16's largest number, so that the small ones come as far as
 * they can out of the subnormals.
 */
function scaleFor(weights: Float32Array): number {
  const largest = weights.reduce((most, weight) => Math.max(most, Math.abs(weight)), 0);
  return largest === 0 ? 1 : 2 ** (14 - Math.floor(Math.log2(largest)));
}

/**
 * @param weights // (height, width, inChannels, outChannels), an even number of them in all
 * @returns null where a weight, times the scale, is no normal number of float16 and not zero
 */
export function packedHalves(weights: Float32Array): { readonly words: Int32Array; readonly scale: number } | null {
  if (weights.length % 2 !== 0) throw new Error(`packedHalves: got ${weights.length} weights, wanted an even number`);
  const scale = scaleFor(weights);
  const halves = new Uint16Array(weights.length);
  for (let i = 0; i < weights.length; i++) {
    const scaled = weights[i]! * scale;
    const half = float32ToFloat16(scaled);
    // Written so that NaN is refused.
    if (!(float16ToFloat32(half) === scaled && (scaled === 0 || Math.abs(scaled) >= SMALLEST_NORMAL))) return null;
    halves[i] = half;
  }
  return { words: new Int32Array(halves.buffer), scale };
}

/** Zeros behind the last input channel up to a multiple of four, as the kernels read them. */
function paddedInputs(
  weights: Float32Array,
  [height, width, inChannels, outChannels]: readonly [number, number, number, number],
): Float32Array {
  const missing = (4 - (inChannels % 4)) % 4;
  if (missing === 0) return weights;
  const place = inChannels * outChannels;
  const padded = new Float32Array(height * width * (inChannels + missing) * outChannels);
  for (let i = 0; i < height * width; i++)
    padded.set(weights.subarray(i * place, (i + 1) * place), i * (place + missing * outChannels));
  return padded;
}

/**
 * @param weights // (height, width, inChannels, outChannels)
 * @returns null where float16 does not hold them exactly; such a layer stays with float32
 */
export function halfFilter(weights: Float32Array, shape: readonly [number, number, number, number]): HalfFilter | null {
  const packed = packedHalves(paddedInputs(weights, shape));
  return packed && { packed: tensor1d(packed.words, 'int32'), scale: packed.scale };
}
