import { loopsOn } from '../../tfjs/heapLoops.ts';
import type { TensorInfo } from '../../tfjs/tfjs.ts';
import type { TfjsHeap } from '../../tfjs/tfjsHeap.ts';
import { BINARY } from './rangeMaxima.binary.ts';
import { binCount } from './spatialPyramidPool.reference.ts';

/** The function of rangeMaxima.assembly.ts; all but sizes are addresses. */
type Pool = (
  map: number,
  height: number,
  width: number,
  depth: number,
  boxes: number,
  count: number,
  levels: number,
  levelCount: number,
  cells: number,
  made: number,
  tables: number,
  across: number,
  pooled: number,
) => void;

const CELLS_BYTES = 256;
const MADE_BYTES = 256;
const LEVELS_BYTES = 16;
/**
 * Tables are of one and of two columns, and a wider bin takes several of their entries in a row. With 4, 8, 16 columns it would take two
 * whatever its width, but so many tables leave the second-level cache: 1,000 boxes × 50 bins × 256 channels of a 26×26 map take 8.7 ms of CPU
 * time then and 7.1 with two (7.0 and 6.7 with four and one; medians of 40 in turns, AMD EPYC under a load of 23).
 */
const MOST_ACROSS = 2;
/** Beyond this the tables cost more than they save; a 26×26 map of 256 channels needs 6 MB. */
const MOST_TABLE_BYTES = 256 * 2 ** 20;

/** `rangeMaximaPool` with SIMD, in place on tfjs's heap; null where it cannot run or the map is too large for it. */
export function rangeMaximaSimd(
  heap: TfjsHeap,
  map: TensorInfo,
  boxes: TensorInfo,
  levels: readonly number[],
): TensorInfo | null {
  const [height, width, depth] = map.shape as [number, number, number];
  const count = boxes.shape[0]!;
  const across = Math.min(32 - Math.clz32(width), MOST_ACROSS);
  const down = 32 - Math.clz32(height);
  const tableBytes = (across * down - 1) * height * width * depth * 4;
  const loops = loopsOn(heap.memory, BINARY);
  if (loops === null || tableBytes > MOST_TABLE_BYTES) return null;
  const pooled = heap.output([count, binCount(levels) * depth], 'float32');
  heap.scratch(CELLS_BYTES + MADE_BYTES + LEVELS_BYTES + tableBytes, (cells) => {
    const made = cells + CELLS_BYTES;
    const levelsAt = made + MADE_BYTES;
    new Uint8Array(heap.memory.buffer, made, MADE_BYTES).fill(0);
    new Int32Array(heap.memory.buffer, levelsAt, levels.length).set(levels);
    (loops['pool'] as Pool)(
      heap.address(map),
      height,
      width,
      depth,
      heap.address(boxes),
      count,
      levelsAt,
      levels.length,
      cells,
      made,
      levelsAt + LEVELS_BYTES,
      across,
      heap.address(pooled),
    );
  });
  return pooled;
}
