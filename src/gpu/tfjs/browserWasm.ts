import plainUrl from '@tensorflow/tfjs-backend-wasm/dist/tfjs-backend-wasm.wasm?url';
import simdUrl from '@tensorflow/tfjs-backend-wasm/dist/tfjs-backend-wasm-simd.wasm?url';
import { env, ready, setBackend } from './tfjs.ts';
import { setWasmPaths } from './wasmBackend.ts';

/** The WASM backend of one realm (page or worker), made the one in force. */
export interface WasmEngine {
  readonly simd: boolean;
}

/**
 * tfjs on WASM from the app's own origin, with SIMD where the browser has it.
 *
 * One thread: the threaded build that tfjs publishes starts eight workers and uses none of them. Its thread pool has one thread
 * whatever `setThreadsCount` asks for, and a matrix product takes as long as without (tried in Chromium 156 on two cores, cross-origin
 * isolated, with 3.21, 4.0 and 4.22). A machine's other cores are used by workers of our own, a photo each.
 * @throws Error when the binary does not load.
 */
export async function openBrowserWasm(): Promise<WasmEngine> {
  // Whole addresses: in a worker that starts from a blob there is nothing that they could be relative to.
  const whole = (address: string): string => new URL(address, import.meta.url).href;
  setWasmPaths({
    'tfjs-backend-wasm.wasm': whole(plainUrl),
    'tfjs-backend-wasm-simd.wasm': whole(simdUrl),
    // Never asked for (see below), but tfjs wants an entry for each of its three.
    'tfjs-backend-wasm-threaded-simd.wasm': whole(simdUrl),
  });
  env().set('WASM_HAS_MULTITHREAD_SUPPORT', false);
  if (!(await setBackend('wasm'))) throw new Error('openBrowserWasm: tfjs could not start its WASM backend');
  await ready();
  return { simd: (await env().getAsync('WASM_HAS_SIMD_SUPPORT')) === true };
}
