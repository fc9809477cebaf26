import {
  CONVOLUTION_VARIANTS,
  type ConvolutionVariant,
} from '../../../gpu/kernels/fusedConvolution/convolutionVariant.ts';

/**
 * The convolutions to be timed on a device, the one that the others are peers of first. On a software adapter a barrier costs more than a
 * thousand multiplications: the tiled kernel would take minutes.
 */
export function benchVariants(software: boolean): readonly ConvolutionVariant[] {
  return software ? ['registers', 'tfjs'] : CONVOLUTION_VARIANTS;
}
