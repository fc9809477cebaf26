import { crossHypothesisMaxPoolKernel } from './kernels/crossHypothesisMaxPool/crossHypothesisMaxPool.ts';
import { fusedConvolutionKernel } from './kernels/fusedConvolution/fusedConvolution.ts';
import { hashLayerKernel } from './kernels/hashLayer/hashLayer.ts';
import { instanceRepresentationKernel } from './kernels/instanceRepresentation/instanceRepresentation.ts';
import type { Kernel } from './kernels/kernel.ts';
import { packBitsKernel } from './kernels/packBits/packBits.ts';
import { padChannelsKernel } from './kernels/padChannels/padChannels.ts';
import { spatialPyramidPoolKernel } from './kernels/spatialPyramidPool/spatialPyramidPool.ts';
import { sppFullyConnectedKernel } from './kernels/sppFullyConnected/sppFullyConnected.ts';

/** Every kernel of ours. Each is registered for 'webgpu', 'wasm' and 'cpu' when its file is imported. */
export const KERNELS: readonly Kernel[] = [
  spatialPyramidPoolKernel,
  crossHypothesisMaxPoolKernel,
  instanceRepresentationKernel,
  packBitsKernel,
  hashLayerKernel,
  fusedConvolutionKernel,
  sppFullyConnectedKernel,
  padChannelsKernel,
];
