import { openBrowserWasm } from '../../gpu/tfjs/browserWasm.ts';
import { createNetwork } from '../../network/createNetwork.ts';
import type { Network } from '../../network/network.ts';
import { loadedOnce } from './loadedOnce.ts';
import { modelFile } from './modelFiles.ts';
import { checkWholeResult, WrongResult } from './wholeResult.ts';

/** The network on this worker's own WASM backend. */
export interface WasmNetwork {
  readonly network: Network;
  readonly simd: boolean;
}

/**
 * tfjs runs one WASM thread per realm, so a machine without a GPU uses its cores by analysing as many photos at a time as it has workers.
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
