import type { ConvolutionShape } from '../../../gpu/kernels/fusedConvolution/fusedConvolution.reference.ts';

/** What a card can do at most, as measured on it (Williams, Waterman and Patterson, "Roofline", CACM 2009). */
export interface Roofline {
  /** Floating-point operations a second, float32. */
  readonly operations: number;
  /** Bytes a second, read and written. */
  readonly bytes: number;
}

export interface Attainable {
  /** Operations a second. */
  readonly operations: number;
  readonly bound: 'arithmetic' | 'memory';
}

/** What is attainable at an intensity of so many operations for each byte. */
export function attainable({ operations, bytes }: Roofline, intensity: number): Attainable {
  return intensity * bytes < operations
    ? { operations: intensity * bytes, bound: 'memory' }
    : { operations, bound: 'arithmetic' };
}

/** Bytes that a convolution has to move at least: map, weights and bias read once, result written once. @param weightBytes of one weight */
export function convolutionBytes(
  { inHeight, inWidth, inChannels, outHeight, outWidth, outChannels, kernelHeight, kernelWidth }: ConvolutionShape,
  weightBytes = 4,
): number {
  const maps = inHeight * inWidth * inChannels + outHeight * outWidth * outChannels + outChannels;
  return 4 * maps + weightBytes * kernelHeight * kernelWidth * inChannels * outChannels;
}
