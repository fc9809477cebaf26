import type { WebGPUBackend } from '../tfjs/webgpuBackend.ts';

/** The parts of tfjs 4.22's buffer pool that its types hide. */
interface BufferPool {
  readonly freeBuffers: Map<string, GPUBuffer[]>;
  numFreeBuffers: number;
  numBytesAllocated: number;
  readonly numBytesUsed: number;
}

/**
 * tfjs keeps every buffer that it ever freed, by its exact size. Photos have many sizes, so over thousands of them the pool would grow
 * without end. Destroys free buffers, the sizes longest known first, until what is left is at most `keptBytes`.
 * To be called when no command waits to be submitted.
 * @returns bytes given back
 */
export function trimFreeBuffers(backend: WebGPUBackend, keptBytes: number): number {
  const pool = backend.bufferManager as unknown as BufferPool;
  let given = 0;
  for (const buffers of pool.freeBuffers.values()) {
    while (buffers.length > 0 && pool.numBytesAllocated - pool.numBytesUsed > keptBytes) {
      const buffer = buffers.pop()!;
      buffer.destroy();
      pool.numFreeBuffers--;
      pool.numBytesAllocated -= buffer.size;
      given += buffer.size;
    }
  }
  return given;
}
