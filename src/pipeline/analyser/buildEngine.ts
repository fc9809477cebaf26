import { chooseEngine } from '../../gpu/device/engine.ts';
import { largeFilesOf } from '../../network/shippedFiles.ts';
import type { BuildEngine } from './engineHost.ts';
import { loadedOnce } from './loadedOnce.ts';
import { loadModelFile } from './loadModelFile.ts';
import { pooledNetwork } from './pooledNetwork.ts';
import type { PreparePool } from './preparePool.ts';

/**
 * Builds the engine that suits the machine and the wish, with the network loaded on it: a GPU of this realm, or WASM in the pool's workers.
 * It throws GpuUnavailable where a GPU was there and its results were wrong.
 */
export function engineBuilder(pool: PreparePool): BuildEngine {
  return async (preference, onStep) => {
    onStep('Starting the engine');
    // On their way while the rest is found out and loaded. Who reads one is told when it does not come.
    for (const name of largeFilesOf(pool.network)) loadModelFile(name).catch(() => {});
    const loadedNetwork = loadedOnce(() => {
      onStep('Loading the network');
      return pool.loadNetwork();
    });
    const { device, ...chosen } = await chooseEngine(
      preference === 'auto' ? 'automatic' : preference,
      loadedNetwork,
      onStep,
    );
    if (device === null) {
      return {
        network: pooledNetwork(pool, await loadedNetwork()),
        status: chosen,
        analyseFile: (file, options) => pool.prepareAndAnalyse(file, options),
        onLost() {},
        dispose() {},
      };
    }
    // Only here, so that a machine without a GPU does not load tfjs once more.
    const { gpuNetwork } = await import('./gpuNetwork.ts');
    const { network, tuning } = await gpuNetwork(device, loadModelFile, {
      of: pool.network,
      onStep,
    }).catch((error: unknown) => {
      device.destroy();
      throw error;
    });
    return {
      network,
      status: tuning === '' ? chosen : { ...chosen, detail: `${chosen.detail}; convolutions: ${tuning}` },
      onLost: (listener) => void device.onLost(listener),
      dispose() {
        network.dispose();
        device.destroy();
      },
    };
  };
}
