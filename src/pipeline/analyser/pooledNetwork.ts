import type { Network } from '../../network/network.ts';
import type { PreparePool } from './preparePool.ts';
import type { LoadedNetwork } from './prepareWorker.ts';

/**
 * The network as the pool's workers hold it, each on WASM: the realm of gallery and search has neither tfjs nor weights in it, and no
 * photo blocks it.
 */
export function pooledNetwork(
  pool: PreparePool,
  { categories, bitsPerCategory, version, vectors }: LoadedNetwork,
): Network {
  return {
    categories,
    bitsPerCategory,
    version,
    vectors,
    analyse: (image, options) => pool.analyse(image, options),
    // The workers belong to the pool, and go on preparing photos for the next engine.
    dispose() {},
  };
}
