import { seededRandom } from '../../base/seededRandom.ts';
import { CODE_WORDS, type Places } from './layoutInput.ts';

const BITS = CODE_WORDS * 32;
/** Enough for two components of 64 numbers; what is left of others is a start that the springs move anyway. */
const POWER_STEPS = 60;

/**
 * The plane in which the codes spread the most: the start of the layout. The Hamming distance of two codes is the squared Euclidean distance
 * of their bits, so classical multidimensional scaling of all photos (Torgerson 1952) is the two principal components of the bits, and costs
 * no more than their covariance: no landmarks are needed.
 * @param codes // (N, 2)
 * @returns spread 1 along the first axis; zeros where all codes are one // (N, 2)
 */
export function principalPlane(codes: Uint32Array): Places {
  const photos = codes.length / CODE_WORDS;
  const bits = new Uint8Array(photos * BITS);
  for (let at = 0; at < bits.length; at++) bits[at] = (codes[at >>> 5]! >>> (at & 31)) & 1;
  const mean = new Float64Array(BITS);
  for (let at = 0; at < bits.length; at++) mean[at % BITS]! += bits[at]! / photos;
  const covariance = covarianceOf(bits, mean, photos);
  const first = component(covariance, null);
  const second = component(covariance, first);
  const places = new Float32Array(photos * 2);
  for (let n = 0; n < photos; n++)
    for (let b = 0; b < BITS; b++) {
      const centred = bits[n * BITS + b]! - mean[b]!;
      places[2 * n]! += centred * first[b]!;
      places[2 * n + 1]! += centred * second[b]!;
    }
  const spread = Math.sqrt(places.reduce((sum, value, i) => sum + (i % 2 === 0 ? value * value : 0), 0) / photos);
  return spread > 0 ? places.map((value) => value / spread) : places;
}

/** Sums over pairs of bits that are set, so that it costs what is set. // (64, 64) */
function covarianceOf(bits: Uint8Array, mean: Float64Array, photos: number): Float64Array {
  const both = new Float64Array(BITS * BITS);
  const set = new Uint8Array(BITS);
  for (let n = 0; n < photos; n++) {
    let count = 0;
    for (let b = 0; b < BITS; b++) if (bits[n * BITS + b] === 1) set[count++] = b;
    for (let i = 0; i < count; i++) for (let j = i; j < count; j++) both[set[i]! * BITS + set[j]!]!++;
  }
  for (let i = 0; i < BITS; i++) for (let j = 0; j < i; j++) both[i * BITS + j] = both[j * BITS + i]!;
  return both.map((sum, at) => sum / photos - mean[Math.floor(at / BITS)]! * mean[at % BITS]!);
}

/** The strongest component, by power iteration, or the next one at right angles to it. Its largest entry is positive. // (64,) */
function component(covariance: Float64Array, above: Float64Array | null): Float64Array {
  // Any start that leans on no axis; the same one each time and in every browser.
  const random = seededRandom(above === null ? 1 : 2);
  let vector = Float64Array.from({ length: BITS }, () => random() - 0.5);
  for (let step = 0; step < POWER_STEPS; step++) {
    if (above !== null) {
      const along = vector.reduce((sum, value, b) => sum + value * above[b]!, 0);
      vector = vector.map((value, b) => value - along * above[b]!);
    }
    const next = new Float64Array(BITS);
    for (let i = 0; i < BITS; i++) for (let j = 0; j < BITS; j++) next[i]! += covariance[i * BITS + j]! * vector[j]!;
    const length = Math.sqrt(next.reduce((sum, value) => sum + value * value, 0));
    // Nothing is left to spread along.
    if (length < 1e-12) return new Float64Array(BITS);
    vector = next.map((value) => value / length);
  }
  const largest = vector.reduce((most, value) => (Math.abs(value) > Math.abs(most) ? value : most), 0);
  return largest < 0 ? vector.map((value) => -value) : vector;
}
