import type { Scratch } from '../arena/scratch.ts';

/** A binary heap of possible merges, the cheapest on top. Merges of regions that are gone stay until they are popped. */
export interface MergeHeap {
  size: number;
  readonly key: Float32Array;
  readonly a: Int32Array;
  readonly b: Int32Array;
}

export function mergeHeap(capacity: number, scratch: Scratch): MergeHeap {
  return { size: 0, key: scratch.float32(capacity), a: scratch.int32(capacity), b: scratch.int32(capacity) };
}

/** A merge that finds the heap full is dropped. */
export function pushMerge(heap: MergeHeap, key: number, a: number, b: number): void {
  if (heap.size === heap.key.length) return;
  let hole = heap.size++;
  while (hole > 0) {
    const parent = (hole - 1) >> 1;
    if (heap.key[parent]! <= key) break;
    heap.key[hole] = heap.key[parent]!;
    heap.a[hole] = heap.a[parent]!;
    heap.b[hole] = heap.b[parent]!;
    hole = parent;
  }
  heap.key[hole] = key;
  heap.a[hole] = a;
  heap.b[hole] = b;
}

/** Removes the merge on top. */
export function popMerge(heap: MergeHeap): void {
  const last = --heap.size;
  if (last === 0) return;
  const key = heap.key[last]!;
  let hole = 0;
  for (;;) {
    let child = 2 * hole + 1;
    if (child >= last) break;
    if (child + 1 < last && heap.key[child + 1]! < heap.key[child]!) child++;
    if (heap.key[child]! >= key) break;
    heap.key[hole] = heap.key[child]!;
    heap.a[hole] = heap.a[child]!;
    heap.b[hole] = heap.b[child]!;
    hole = child;
  }
  heap.key[hole] = key;
  heap.a[hole] = heap.a[last]!;
  heap.b[hole] = heap.b[last]!;
}
