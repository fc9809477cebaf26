import { float16ToFloat32 } from '../../base/weights/safetensors.ts';

/** Region features of the photos to train on, as float16, the whole photo first and then proposals by strength. */
export interface RegionStore {
  /** S */
  readonly length: number;
  /** Regions of photo i, at least 1. */
  regionCount(photo: number): number;
  /** Copies region `region` of photo `photo`, standardised, to `out` at `at`. */
  copy(photo: number, region: number, out: Float32Array, at: number): void;
  /** (x − mean) / deviation is what `copy` gives. // (S,) each */
  readonly mean: Float32Array;
  readonly deviation: Float32Array;
}

/** A feature that hardly varies must not be blown up. */
const LEAST_DEVIATION = 1e-3;

const halfTable = Float32Array.from({ length: 65536 }, (_, half) => float16ToFloat32(half));

/**
 * @param photos float16 bits for each photo // (regions, S)
 * @param measured photos that mean and deviation are taken over: those to be trained on, never the queries
 */
export function regionStore(photos: readonly Uint16Array[], length: number, measured: readonly number[]): RegionStore {
  const sum = new Float64Array(length);
  const squares = new Float64Array(length);
  let count = 0;
  for (const photo of measured) {
    const values = photos[photo]!;
    // Every eighth region is plenty for two moments.
    for (let at = 0; at < values.length; at += length * 8, count++) {
      for (let k = 0; k < length; k++) {
        const value = halfTable[values[at + k]!]!;
        sum[k]! += value;
        squares[k]! += value * value;
      }
    }
  }
  const mean = Float32Array.from(sum, (total) => total / count);
  const deviation = Float32Array.from(
    squares,
    (total, k) => Math.sqrt(Math.max(0, total / count - mean[k]! ** 2)) + LEAST_DEVIATION,
  );
  const inverse = deviation.map((value) => 1 / value);
  return {
    length,
    mean,
    deviation,
    regionCount: (photo) => photos[photo]!.length / length,
    copy(photo, region, out, at) {
      const values = photos[photo]!;
      const from = region * length;
      for (let k = 0; k < length; k++) out[at + k] = (halfTable[values[from + k]!]! - mean[k]!) * inverse[k]!;
    },
  };
}
