import type { NamedArray } from '../../base/weights/safetensors.ts';

/** Batch normalisation as it runs after training: scale·(x − mean)/√(variance + epsilon) + shift. // (channels,) each */
export interface BatchNorm {
  readonly scale: Float32Array;
  readonly shift: Float32Array;
  readonly mean: Float32Array;
  readonly variance: Float32Array;
  readonly epsilon: number;
}

/**
 * The convolution that gives what a convolution with this bias and the normalisation after it give: its kernel times `scale`, an output
 * channel each, and `bias`. w·γ/√(σ² + ε) and β + (b − μ)·γ/√(σ² + ε); Ioffe and Szegedy 2015, section 3.1.
 */
export function foldBatchNorm(
  bias: Float32Array,
  { scale: gamma, shift, mean, variance, epsilon }: BatchNorm,
): { readonly scale: Float32Array; readonly bias: Float32Array } {
  const scale = gamma.map((value, o) => value / Math.sqrt(variance[o]! + epsilon));
  return { scale, bias: shift.map((value, o) => value + (bias[o]! - mean[o]!) * scale[o]!) };
}

/** // (out, in, kernel, kernel) → (kernel, kernel, in, out), each output times its scale */
export function inFirst({ shape, values }: NamedArray, scale: Float32Array | null): NamedArray {
  const [channels = 0, channelsIn = 0, rows = 0, columns = 0] = shape;
  const out = new Float32Array(values.length);
  for (let at = 0, o = 0; o < channels; o++) {
    const factor = scale === null ? 1 : scale[o]!;
    for (let i = 0; i < channelsIn; i++) {
      for (let cell = 0; cell < rows * columns; cell++, at++)
        out[(cell * channelsIn + i) * channels + o] = values[at]! * factor;
    }
  }
  return { shape: [rows, columns, channelsIn, channels], values: out };
}
