import { type Clamp, clamped } from './activation.ts';

/**
 * Convolution, bias and activation in one, read from and written to a run of channels of a wider map, so that what a network
 * concatenates needs no copying:
 *
 *   out[y, x, toOffset + o] = f(bias[o] + Σ in[y·s + ky − before, x·s + kx − before, fromOffset + i] · filter[ky, kx, i, o])
 *
 * with zeros outside the map, and f(v) = v for v ≥ 0, slope·v below, and no more than `most`: slope 1 is no activation, 0 ReLU
 * (ReLU6 where no more than 6 comes out), else leaky ReLU.
 */

/** Sizes of one convolution; all that a kernel needs beside the numbers. */
export interface ConvolutionShape extends Clamp {
  readonly inHeight: number;
  readonly inWidth: number;
  /** Channels that are read. */
  readonly inChannels: number;
  /** Channels of the map that they stand in, and the first of them. */
  readonly inDepth: number;
  readonly inOffset: number;
  readonly outHeight: number;
  readonly outWidth: number;
  readonly outChannels: number;
  readonly outDepth: number;
  readonly outOffset: number;
  readonly kernelHeight: number;
  readonly kernelWidth: number;
  readonly stride: number;
  /** Rows of zeros above, columns of zeros to the left. */
  readonly padTop: number;
  readonly padLeft: number;
}

/** Of one convolution: a multiplication and an addition for each weight and output pixel. */
export function convolutionOperations({
  outHeight,
  outWidth,
  outChannels,
  inChannels,
  kernelHeight,
  kernelWidth,
}: ConvolutionShape): number {
  return 2 * outHeight * outWidth * outChannels * inChannels * kernelHeight * kernelWidth;
}

/**
 * @param input // (inHeight, inWidth, inDepth)
 * @param filter // (kernelHeight, kernelWidth, inChannels, outChannels)
 * @param bias // (outChannels,)
 * @param output // (outHeight, outWidth, outDepth); only the channels of the slice are written
 */
export function fusedConvolutionReference(
  input: Float32Array,
  filter: Float32Array,
  bias: Float32Array,
  output: Float32Array,
  shape: ConvolutionShape,
): void {
  const { inHeight, inWidth, inChannels, outHeight, outWidth, outChannels, kernelHeight, kernelWidth, stride } = shape;
  const sums = new Float64Array(outChannels);
  for (let y = 0; y < outHeight; y++) {
    for (let x = 0; x < outWidth; x++) {
      sums.set(bias);
      for (let ky = 0; ky < kernelHeight; ky++) {
        const row = y * stride + ky - shape.padTop;
        if (row < 0 || row >= inHeight) continue;
        for (let kx = 0; kx < kernelWidth; kx++) {
          const column = x * stride + kx - shape.padLeft;
          if (column < 0 || column >= inWidth) continue;
          const cell = (row * inWidth + column) * shape.inDepth + shape.inOffset;
          for (let i = 0; i < inChannels; i++) {
            const value = input[cell + i]!;
            const weights = ((ky * kernelWidth + kx) * inChannels + i) * outChannels;
            for (let o = 0; o < outChannels; o++) sums[o]! += value * filter[weights + o]!;
          }
        }
      }
      const to = (y * outWidth + x) * shape.outDepth + shape.outOffset;
      for (let o = 0; o < outChannels; o++) output[to + o] = clamped(sums[o]!, shape);
    }
  }
}
