import { openBrowserWasm } from '../../gpu/tfjs/browserWasm.ts';
import { createNetwork } from '../../network/createNetwork.ts';
import type { Network } from '../../network/network.ts';
import { headsFileOf } from '../../network/shippedFiles.ts';
import { loadedOnce } from './loadedOnce.ts';
import { modelFile } from './modelFiles.ts';
import { storedAnswers } from './storedAnswers.ts';
import { checkWholeResult, WrongResult } from './wholeResult.ts';

/** The network on this worker's own WASM backend. */
export interface WasmNetwork {
  readonly network: Network;
  readonly simd: boolean;
}

/**
 * A network that is checked before it gives its first result. The check takes as long as a small photo, and whoever waits for the engine
 * should not wait for it as well: it begins once the worker has reported that the network is loaded.
 */
function checkedBeforeUse(network: Network, name: string): Network {
  const checked = new Promise((resolve) => setTimeout(resolve))
    .then(() => checkWholeResult(network, 'strip', storedAnswers(name, modelFile)))
    .catch((error: unknown) => {
      throw error instanceof WrongResult
        ? new Error(`WebAssembly computes something else in this browser. ${error.message}`, { cause: error })
        : error;
    });
  checked.catch(() => {}); // Each photo is told.
  return {
    ...network,
    async analyse(image, options) {
      await checked;
      return network.analyse(image, options);
    },
  };
}

/**
 * tfjs runs one WASM thread per realm, so a machine without a GPU uses its cores by analysing as many photos at a time as it has workers.
 * @param name of the network, see `ownNetwork`
 * @returns what loads it once
 * @throws Error when the binary or a file does not load; a photo's analysis throws where the network gives a wrong result.
 */
export function networkLoader(name: string): () => Promise<WasmNetwork> {
  return loadedOnce(async () => {
    const { simd } = await openBrowserWasm();
    const network = await createNetwork(modelFile, { heads: headsFileOf(name) });
    return { network: checkedBeforeUse(network, name), simd };
  });
}
