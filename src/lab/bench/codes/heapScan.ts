import { popcount } from '../../../codes/hammingDistance.ts';
import type { PackedCodes } from '../../../codes/packedCodes.ts';

/**
 * The peer that one writes with care in plain JavaScript: typed arrays, popcounts of two words, a bounded max-heap of the k nearest so
 * far. Codes of 64 bits. Returns positions, nearest first, ties by position.
 */
export function heapScan({ words, count }: PackedCodes, query: Uint32Array, k: number): Uint32Array {
  const wanted = Math.min(k, count);
  // Distance and position in one number, so that the heap compares both.
  const heap = new Float64Array(wanted);
  let size = 0;
  const q0 = query[0]!;
  const q1 = query[1]!;
  let worst = Number.POSITIVE_INFINITY;
  for (let n = 0; n < count; n++) {
    const distance = popcount(words[n * 2]! ^ q0) + popcount(words[n * 2 + 1]! ^ q1);
    if (distance >= worst) continue;
    const entry = distance * 2 ** 32 + n;
    if (size < wanted) {
      rise(heap, size++, entry);
    } else {
      sink(heap, size, entry);
    }
    if (size === wanted) worst = Math.floor(heap[0]! / 2 ** 32);
  }
  return Uint32Array.from(heap.sort(), (entry) => entry % 2 ** 32);
}

function rise(heap: Float64Array, at: number, entry: number): void {
  while (at > 0) {
    const parent = (at - 1) >> 1;
    if (heap[parent]! >= entry) break;
    heap[at] = heap[parent]!;
    at = parent;
  }
  heap[at] = entry;
}

/** In the place of the greatest. */
function sink(heap: Float64Array, size: number, entry: number): void {
  let at = 0;
  for (let child = 1; child < size; child = 2 * at + 1) {
    if (child + 1 < size && heap[child + 1]! > heap[child]!) child++;
    if (heap[child]! <= entry) break;
    heap[at] = heap[child]!;
    at = child;
  }
  heap[at] = entry;
}
