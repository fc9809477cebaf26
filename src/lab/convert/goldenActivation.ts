import type { GoldenActivations } from '../../network/backbone/fixtures/goldenActivations.ts';

/** Values kept of each map. */
const SAMPLES = 400;

/** Moments and an even sample of one map in NHWC order. @param shape // (h, w, channels) */
export function goldenActivation(shape: readonly number[], values: Float32Array): GoldenActivations[string] {
  const step = values.length / SAMPLES;
  return {
    shape,
    mean: values.reduce((sum, value) => sum + value, 0) / values.length,
    meanAbsolute: values.reduce((sum, value) => sum + Math.abs(value), 0) / values.length,
    samples: Array.from({ length: SAMPLES }, (_, k) => values[Math.floor(k * step)]!),
  };
}
