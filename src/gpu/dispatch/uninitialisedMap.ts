import { backend, engine, type Tensor4D } from '../tfjs/tfjs.ts';
import type { WebGPUBackend } from '../tfjs/webgpuBackend.ts';

/** A map on WebGPU that nobody has written yet, for kernels that fill it slice by slice. // (1, height, width, channels), float32 */
export function uninitialisedMap(height: number, width: number, channels: number): Tensor4D {
  const info = (backend() as WebGPUBackend).makeTensorInfo([1, height, width, channels], 'float32');
  return engine().makeTensorFromTensorInfo(info) as Tensor4D;
}
