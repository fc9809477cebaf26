import { precompile } from '../dispatch/dispatch.ts';
import { crossHypothesisMaxPoolKernel } from '../kernels/crossHypothesisMaxPool/crossHypothesisMaxPool.ts';
import { depthwiseConvolutionKernel } from '../kernels/depthwiseConvolution/depthwiseConvolution.ts';
import { detectorEvidenceKernel } from '../kernels/detectorEvidence/detectorEvidence.ts';
import { fusedConvolutionKernel } from '../kernels/fusedConvolution/fusedConvolution.ts';
import { hashLayerKernel } from '../kernels/hashLayer/hashLayer.ts';
import { instanceRepresentationKernel } from '../kernels/instanceRepresentation/instanceRepresentation.ts';
import type { Kernel } from '../kernels/kernel.ts';
import { packBitsKernel } from '../kernels/packBits/packBits.ts';
import { padChannelsKernel } from '../kernels/padChannels/padChannels.ts';
import { spatialPyramidPoolKernel } from '../kernels/spatialPyramidPool/spatialPyramidPool.ts';
import { sppFullyConnectedKernel } from '../kernels/sppFullyConnected/sppFullyConnected.ts';

/** Every kernel of ours. Each is registered for 'webgpu', 'wasm' and 'cpu' when its file is imported. */
export const KERNELS: readonly Kernel[] = [
  spatialPyramidPoolKernel,
  crossHypothesisMaxPoolKernel,
  instanceRepresentationKernel,
  packBitsKernel,
  hashLayerKernel,
  fusedConvolutionKernel,
  depthwiseConvolutionKernel,
  sppFullyConnectedKernel,
  padChannelsKernel,
  detectorEvidenceKernel,
];

/**
 * Compiles every kernel, all in parallel and without blocking; later runs find them ready.
 * @param onProgress how many of all are compiled
 * @throws GPUPipelineError where a kernel does not compile.
 */
export async function compileKernels(
  device: GPUDevice,
  onProgress: (done: number, all: number) => void = () => {},
): Promise<void> {
  const shaders = KERNELS.flatMap((kernel) => kernel.shaders);
  let done = 0;
  await Promise.all(
    shaders.map(async (shader) => {
      await precompile(device, shader);
      onProgress(++done, shaders.length);
    }),
  );
}
