import type { WasmEngine } from '../tfjs/browserWasm.ts';
import { isFallback, requestAdapter } from './adapter.ts';
import type { OwnedDevice } from './device.ts';
import { GpuUnavailable } from './errors.ts';

export type EnginePreference = 'automatic' | 'webgpu' | 'wasm';

/** The engine that is used. On WebGPU its tfjs backend is the one in force in this realm; on WASM in the realm that `openWasm` opened. */
export type Engine =
  | { readonly engine: 'webgpu'; readonly reason: string; readonly detail: string; readonly device: OwnedDevice }
  | { readonly engine: 'wasm'; readonly reason: string; readonly detail: string; readonly device: null };

async function openWasmHere(): Promise<WasmEngine> {
  return (await import('../tfjs/browserWasm.ts')).openBrowserWasm();
}

/**
 * WebGPU on a real adapter; WASM when there is no adapter, only a software one, limits that are too small, or wrong numbers.
 * Asking for 'webgpu' also accepts a software adapter. Works in pages and in workers. tfjs is loaded with what is chosen, not before.
 * @param openWasm in this realm, where it is left out
 * @param onStep told what is being done, in words for a person
 * @throws GpuUnavailable when 'webgpu' was asked for and no device gives right numbers; Error when WASM does not start.
 */
export async function chooseEngine(
  preference: EnginePreference = 'automatic',
  openWasm: () => Promise<WasmEngine> = openWasmHere,
  onStep: (step: string) => void = () => {},
): Promise<Engine> {
  if (preference === 'wasm') return wasmEngine('chosen by hand', openWasm);
  try {
    return await gpuEngine(preference, onStep);
  } catch (error) {
    if (preference === 'webgpu' || !(error instanceof GpuUnavailable)) throw error;
    return wasmEngine(error.message, openWasm);
  }
}

async function gpuEngine(preference: 'automatic' | 'webgpu', onStep: (step: string) => void): Promise<Engine> {
  const adapter = await requestAdapter();
  if (preference === 'automatic' && isFallback(adapter)) {
    throw new GpuUnavailable('The only WebGPU adapter is a software one, slower than WASM');
  }
  const { openGpu } = await import('./gpuEngine.ts');
  const device = await openGpu(adapter, onStep);
  const reason = preference === 'webgpu' ? 'chosen by hand' : 'A GPU is there and computes right';
  return { engine: 'webgpu', reason, detail: device.description, device };
}

async function wasmEngine(reason: string, openWasm: () => Promise<WasmEngine>): Promise<Engine> {
  const { simd } = await openWasm();
  return { engine: 'wasm', reason, detail: simd ? '1 thread with SIMD' : '1 thread without SIMD', device: null };
}
