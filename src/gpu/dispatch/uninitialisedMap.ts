import type { KernelBackend, Tensor4D } from '../tfjs/tfjs.ts';
import { backend, engine, getBackend } from '../tfjs/tfjs.ts';
import { tfjsHeap } from '../tfjs/tfjsHeap.ts';
import type { WebGPUBackend } from '../tfjs/webgpuBackend.ts';

/** A map on WebGPU or on the WASM heap that nobody has written yet, for kernels that fill it in parts. // (1, height, width, channels) */
export function uninitialisedMap(height: number, width: number, channels: number): Tensor4D {
  const shape = [1, height, width, channels];
  const heap = getBackend() === 'wasm' ? tfjsHeap(backend() as KernelBackend) : null;
  const info = heap?.output(shape, 'float32') ?? (backend() as WebGPUBackend).makeTensorInfo(shape, 'float32');
  return engine().makeTensorFromTensorInfo(info) as Tensor4D;
}
