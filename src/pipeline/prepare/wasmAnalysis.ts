import { openBrowserWasm } from '../../gpu/browserWasm.ts';
import { createNetwork } from '../../network/createNetwork.ts';
import type { Network, PhotoAnalysis } from '../../network/network.ts';
import { loadedOnce } from '../engine/loadedOnce.ts';
import { loadModelFile } from '../engine/loadModelFile.ts';
import type { PreparedPhoto } from './preparedPhoto.ts';

/**
 * The network on this worker's own WASM backend. tfjs has one WASM thread a realm, so a machine without a GPU uses its cores
 * by looking at as many photos as there are workers.
 */
export const loadedNetwork: () => Promise<Network> = loadedOnce(async () => {
  await openBrowserWasm();
  return createNetwork(loadModelFile);
});

/** @throws Error when the network does not load or fails on the photo. */
export async function wasmAnalysis({ image, proposals }: PreparedPhoto): Promise<PhotoAnalysis> {
  const network = await loadedNetwork();
  return (await network.analyse(image, { proposals })).analysis;
}
