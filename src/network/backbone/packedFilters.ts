import type { WeightsFile } from '../../base/weights/safetensors.ts';
import { convolutionLoops } from '../../gpu/kernels/fusedConvolution/convolutionOnHeap.ts';
import { type PackedFilter, packedFilter } from '../../gpu/kernels/fusedConvolution/packedFilter.ts';
import type { KernelBackend } from '../../gpu/tfjs/tfjs.ts';
import * as tf from '../../gpu/tfjs/tfjs.ts';
import { tfjsHeap } from '../../gpu/tfjs/tfjsHeap.ts';
import type { BackboneDescription } from './backboneDescription.ts';

/**
 * The weights of all convolutions of a description, packed for the WASM loops, by the names of their tensors. The caller disposes them.
 * @returns null where those loops cannot run: on another backend, and on a machine without SIMD
 */
export function packedFilters(
  { layers }: BackboneDescription,
  { tensors }: WeightsFile,
): Map<string, PackedFilter> | null {
  const heap = tf.getBackend() === 'wasm' ? tfjsHeap(tf.backend() as KernelBackend) : null;
  if (heap === null || convolutionLoops(heap.memory) === null) return null;
  const packed = new Map<string, PackedFilter>();
  for (const layer of layers) {
    if (layer.kind !== 'convolution') continue;
    const name = `${layer.name}.weight`;
    const { values, shape } = tensors.get(name)!;
    const [height = 0, width = 0, inChannels = 0, outChannels = 0] = shape;
    const filter = packedFilter(values, [height, width, inChannels, outChannels], layer.stride);
    tf.keep(filter.values);
    packed.set(name, filter);
  }
  return packed;
}
