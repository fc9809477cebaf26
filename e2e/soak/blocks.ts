import { FAULTS, type Fault, GPU_FAULTS } from './faults.ts';

/** Faults that befall one profile of a browser, one after the other. */
export interface Block {
  readonly name: string;
  readonly engine: 'wasm' | 'webgpu';
  readonly faults: readonly Fault[];
  readonly seed: number;
}

/** One fault in so many is one of the GPU's: a photo takes a software adapter many seconds. */
const GPU_SHARE = 8;
/** So that a run that is stopped loses little of what it has found. */
const MOST_IN_A_BLOCK = 21;

function blocksOf(
  engine: Block['engine'],
  kinds: readonly Fault[],
  count: number,
  most: number,
  seed: number,
): Block[] {
  const blocks: Block[] = [];
  for (let begin = 0; begin < count; begin += most) {
    const faults = Array.from({ length: Math.min(most, count - begin) }, (_, i) => kinds[(begin + i) % kinds.length]!);
    const own = seed * 1000 + blocks.length + (engine === 'webgpu' ? 500 : 0);
    blocks.push({ name: `${engine}, seed ${own}, ${faults.length} faults`, engine, faults, seed: own });
  }
  return blocks;
}

/** So many faults in all, each kind as often as the others of its engine. */
export function soakBlocks(faults: number, seed: number): Block[] {
  const onGpu = Math.round(faults / GPU_SHARE);
  return [
    ...blocksOf('wasm', FAULTS, faults - onGpu, MOST_IN_A_BLOCK, seed),
    // Chromium gives no GPU any more once its process has crashed some times.
    ...blocksOf('webgpu', GPU_FAULTS, onGpu, GPU_FAULTS.length * 2, seed),
  ];
}
