import type { WebGPUBackend } from '../tfjs/webgpuBackend.ts';

/** The parts of tfjs 4.22's command stream that its types hide; there is no public way to record into it. */
export interface CommandStream {
  commandEncoder: GPUCommandEncoder | null;
  computePassEncoder: GPUComputePassEncoder | null;
  dispatchCountInPass: number;
  readonly commandQueueOwnedIds: WeakSet<object>;
  readonly uniformPendingDisposal: GPUBuffer[];
}

export function commandStream(backend: WebGPUBackend): CommandStream {
  return backend as unknown as CommandStream;
}
