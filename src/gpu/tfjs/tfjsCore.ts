/**
 * What a browser gets instead of `@tensorflow/tfjs` (an alias in vite.config.ts). That package is core, layers, data, converter and
 * two more backends, and all of it stays in a bundle; the app computes with core, on a backend that it chooses itself.
 */
import '@tensorflow/tfjs-core/dist/public/chained_ops/register_all_chained_ops';

export * from '@tensorflow/tfjs-core';
