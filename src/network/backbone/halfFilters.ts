import * as tf from '@tensorflow/tfjs';
import type { WebGPUBackend } from '@tensorflow/tfjs-backend-webgpu';
import { halfFilter, type HalfFilter } from '../../gpu/kernels/fusedConvolution/halfFilter.ts';
import type { WeightsFile } from '../../weights/safetensors.ts';
import type { BackboneDescription } from './backboneDescription.ts';

/**
 * The weights of each convolution once more in float16, where the current backend is a GPU that reads that and float16 holds them
 * exactly, as it does the weights of a file of float16. The caller disposes them. Nothing goes to the GPU before it is read there.
 */
export function halfFiltersOf({ layers }: BackboneDescription, { tensors }: WeightsFile): Map<string, HalfFilter> {
  const halves = new Map<string, HalfFilter>();
  if (tf.getBackend() !== 'webgpu' || !(tf.backend() as WebGPUBackend).device.features.has('shader-f16')) return halves;
  for (const layer of layers) {
    if (layer.kind !== 'convolution' || layer.channels % 4 !== 0) continue;
    const { values, shape: [height, width, inChannels, outChannels] } = tensors.get(`${layer.name}.weight`)!;
    const half = halfFilter(values, [height!, width!, inChannels!, outChannels!]);
    if (half === null) continue;
    tf.keep(half.packed);
    halves.set(layer.name, half);
  }
  return halves;
}
