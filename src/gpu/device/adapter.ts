import { GpuUnavailable } from './errors.ts';

/** `isFallbackAdapter` moved from the adapter to its info; browsers of both kinds exist. */
export function isFallback(adapter: GPUAdapter): boolean {
  const older: { readonly isFallbackAdapter?: boolean } = adapter;
  return adapter.info.isFallbackAdapter || older.isFallbackAdapter === true;
}

/** @throws GpuUnavailable when the browser has no WebGPU or gives no adapter. */
export async function requestAdapter(): Promise<GPUAdapter> {
  const gpu: GPU | undefined = globalThis.navigator?.gpu;
  if (gpu === undefined) throw new GpuUnavailable('This browser has no WebGPU');
  let adapter: GPUAdapter | null;
  try {
    adapter = await gpu.requestAdapter({ powerPreference: 'high-performance' });
  } catch (cause) {
    throw new GpuUnavailable('The browser refused a WebGPU adapter', { cause });
  }
  if (adapter === null) throw new GpuUnavailable('The browser has WebGPU but gives no adapter');
  return adapter;
}
