import type { ConvolutionVariant } from '../../../gpu/kernels/fusedConvolution/convolutionVariant.ts';

/** The convolutions to be timed on a device, the one that the others are peers of first. */
export function benchVariants({ features }: GPUDevice, software: boolean): ConvolutionVariant[] {
  if (features.has('shader-f16')) return ['tiled', 'float16', 'registers', 'tfjs'];
  // SwiftShader, where a barrier costs more than a thousand multiplications: the tiled kernel would take minutes.
  return software ? ['registers', 'tfjs'] : ['tiled', 'registers', 'tfjs'];
}
