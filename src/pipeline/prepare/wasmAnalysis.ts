import { openBrowserWasm } from '../../gpu/browserWasm.ts';
import { createNetwork } from '../../network/createNetwork.ts';
import type { Network } from '../../network/network.ts';
import { loadedOnce } from '../engine/loadedOnce.ts';
import { checkWholeResult, WrongResult } from '../engine/wholeResult.ts';
import { modelFile } from './modelFiles.ts';

/** The network on this worker's own WASM backend. */
export interface WasmNetwork {
  readonly network: Network;
  readonly simd: boolean;
}

/**
 * tfjs has one WASM thread a realm, so a machine without a GPU uses its cores by looking at as many photos as there are workers.
 * @throws Error when the binary or a file does not load, or the network gives a wrong result.
 */
export const loadedNetwork: () => Promise<WasmNetwork> = loadedOnce(async () => {
  const { simd } = await openBrowserWasm();
  const network = await createNetwork(modelFile);
  try {
    await checkWholeResult(network, 'strip');
  } catch (error) {
    network.dispose();
    throw error instanceof WrongResult
      ? new Error(`WebAssembly computes something else in this browser. ${error.message}`, { cause: error })
      : error;
  }
  return { network, simd };
});
