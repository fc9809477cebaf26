import * as tf from '../../gpu/tfjs/tfjs.ts';
import type { WebGPUBackend } from '../../gpu/tfjs/webgpuBackend.ts';
import type { Network } from '../../network/network.ts';
import { seededPhoto } from '../synthesise/seededPhoto.ts';

/** Memory after some photos; each number in bytes but `tensors`. */
export interface SoakSample {
  readonly photos: number;
  readonly tensors: number;
  readonly tensorBytes: number;
  /** Of tfjs's buffer pool; 0 on WASM. */
  readonly gpuBytes: number;
  readonly heapBytes: number;
  readonly residentBytes: number;
}

function sample(photos: number): SoakSample {
  // With --expose-gc the heap tells what is held; without, what has not been collected yet as well.
  (globalThis as { gc?: () => void }).gc?.();
  const { numTensors, numBytes } = tf.memory();
  const gpuBytes = tf.getBackend() === 'webgpu' ? (tf.backend() as WebGPUBackend).bufferManager.numBytesAllocated : 0;
  const { heapUsed, rss } = process.memoryUsage();
  return { photos, tensors: numTensors, tensorBytes: numBytes, gpuBytes, heapBytes: heapUsed, residentBytes: rss };
}

/** Sends seeded photos through the network, one after the other, and samples memory after every `every` of them. */
export async function soak(
  network: Network,
  photos: number,
  every: number,
  onSample: (sample: SoakSample) => void,
): Promise<SoakSample[]> {
  const samples: SoakSample[] = [];
  for (let photo = 1; photo <= photos; photo++) {
    await network.analyse(seededPhoto(photo));
    if (photo % every !== 0 && photo !== photos) continue;
    samples.push(sample(photo));
    onSample(samples[samples.length - 1]!);
  }
  return samples;
}

const MEGABYTE = 2 ** 20;
/** What may come and go between two samples without being a leak. */
const SLACK = {
  tensors: 0,
  tensorBytes: 0,
  gpuBytes: 200 * MEGABYTE,
  heapBytes: 32 * MEGABYTE,
  residentBytes: 150 * MEGABYTE,
} as const;

/** The first measure that grew from the first sample to the last by more than its slack, as a sentence; null when all are flat. */
export function growth(samples: readonly SoakSample[]): string | null {
  const [first, last] = [samples[0], samples[samples.length - 1]];
  if (first === undefined || last === undefined || first === last)
    throw new Error(`growth: got ${samples.length} samples, wanted at least two`);
  for (const [name, slack] of Object.entries(SLACK)) {
    const measure = name as keyof typeof SLACK;
    const grown = last[measure] - first[measure];
    if (grown > slack)
      return `${measure} grew by ${grown} from photo ${first.photos} to photo ${last.photos}, allowed ${slack}`;
  }
  return null;
}
