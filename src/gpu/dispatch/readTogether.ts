import { backend as backendInForce, getBackend, type Tensor } from '../tfjs/tfjs.ts';
import type { WebGPUBackend } from '../tfjs/webgpuBackend.ts';
import { commandStream } from './commandStream.ts';
import { trimFreeBuffers } from './trimFreeBuffers.ts';

/** Free buffers that stay for the next photo; what goes beyond it was made for photos of other sizes. */
const KEPT_BYTES = 192 * 2 ** 20;

/**
 * The numbers of several tensors by one read-back: on WebGPU all are copied behind one another into one buffer, which is mapped once,
 * so that a photo costs one way to the GPU and back. The tensors stay the caller's.
 * @param tensors float32 or int32, on the backend in force
 * @throws whatever the device's loss makes of the mapping.
 */
export async function readTogether(tensors: readonly Tensor[]): Promise<(Float32Array | Int32Array)[]> {
  const strange = tensors.find(({ dtype }) => dtype !== 'float32' && dtype !== 'int32');
  if (strange) throw new Error(`readTogether: got a tensor of ${strange.dtype}, wanted float32 or int32`);
  if (getBackend() !== 'webgpu') {
    return Promise.all(tensors.map((tensor) => tensor.data<'float32' | 'int32'>()));
  }
  const backend = backendInForce() as WebGPUBackend;
  const stored = tensors.map((tensor) => {
    const { resource, values } = backend.tensorMap.get(tensor.dataId);
    if (!(resource instanceof GPUBuffer) && values == null) backend.uploadToGPU(tensor.dataId);
    return { tensor, buffer: resource instanceof GPUBuffer ? resource : null, values };
  });
  const bytes = stored.reduce((sum, { tensor, buffer }) => sum + (buffer ? tensor.size * 4 : 0), 0);
  const staging =
    bytes === 0
      ? null
      : backend.device.createBuffer({ size: bytes, usage: GPUBufferUsage.COPY_DST | GPUBufferUsage.MAP_READ });
  if (staging) {
    backend.ensureCommandEncoderReady();
    backend.endComputePassEncoder();
    const encoder = commandStream(backend).commandEncoder!;
    let offset = 0;
    for (const { tensor, buffer } of stored) {
      if (!buffer) continue;
      encoder.copyBufferToBuffer(buffer, 0, staging, offset, tensor.size * 4);
      offset += tensor.size * 4;
    }
    backend.submitQueue();
  }
  try {
    await staging?.mapAsync(GPUMapMode.READ);
    const mapped = staging?.getMappedRange();
    let offset = 0;
    return stored.map(({ tensor, buffer, values }) => {
      const View = tensor.dtype === 'int32' ? Int32Array : Float32Array;
      // What was never on the GPU, an empty tensor for one, is still on the CPU.
      if (!buffer || !mapped) return View.from(values as Float32Array | Int32Array);
      const numbers = new View(mapped.slice(offset, offset + tensor.size * 4));
      offset += tensor.size * 4;
      return numbers;
    });
  } finally {
    staging?.destroy();
    trimFreeBuffers(backend, KEPT_BYTES);
  }
}
