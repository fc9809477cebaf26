import { setBackend } from '@tensorflow/tfjs';
import { openBrowserWasm, type WasmEngine } from './browserWasm.ts';
import { isFallback, openDevice, requestAdapter, type OwnedDevice } from './device.ts';
import { GpuUnavailable } from './errors.ts';
import { KERNEL_CASES } from './kernels/suite.ts';
import { numericProbe } from './numericProbe.ts';
import { compileKernels } from './registration.ts';

export type EnginePreference = 'automatic' | 'webgpu' | 'wasm';

/** The engine of this realm; its tfjs backend is the one in force. */
export type Engine =
  | { readonly engine: 'webgpu'; readonly reason: string; readonly detail: string; readonly device: OwnedDevice }
  | { readonly engine: 'wasm'; readonly reason: string; readonly detail: string; readonly device: null };

/**
 * WebGPU on a real adapter; WASM when there is no adapter, only a software one, limits that are too small, or wrong numbers.
 * A wish for 'webgpu' also takes a software adapter. Works in pages and in workers.
 * @param onStep told what is being done, in words for a person
 * @throws GpuUnavailable when 'webgpu' was asked for and no device gives right numbers; Error when WASM does not start.
 */
export async function chooseEngine(
  preference: EnginePreference = 'automatic', openWasm: () => Promise<WasmEngine> = openBrowserWasm, onStep: (step: string) => void = () => {},
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
  const device = await openDevice(adapter);
  try {
    await setBackend('webgpu');
    // A software adapter takes seconds to compile what it may never run, and is the one that the kernels' tests run on.
    if (!device.fallback) await compileKernels(device.device, (done, all) => onStep(`Compiling GPU kernels: ${done} of ${all}`));
    onStep('Checking what the GPU computes');
    const wrong = await numericProbe(device.device, device.fallback ? [] : KERNEL_CASES);
    if (wrong !== null) throw new GpuUnavailable(`The GPU computes wrong numbers (${wrong})`);
  } catch (error) {
    device.destroy();
    throw error instanceof GpuUnavailable ? error : new GpuUnavailable(`The GPU failed its first computation: ${String(error)}`, { cause: error });
  }
  const reason = preference === 'webgpu' ? 'chosen by hand' : 'A GPU is there and computes right';
  return { engine: 'webgpu', reason, detail: device.description, device };
}

async function wasmEngine(reason: string, openWasm: () => Promise<WasmEngine>): Promise<Engine> {
  const { simd } = await openWasm();
  return { engine: 'wasm', reason, detail: simd ? '1 thread with SIMD' : '1 thread without SIMD', device: null };
}
