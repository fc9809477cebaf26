// The heap of mergeHeap.reference.ts: entries of 16 bytes, the key as f32 and the regions a and b as i32.

// @ts-ignore
@inline
function entry(heap: usize, index: i32): usize {
  return heap + (<usize>index << 4);
}

/** @param size entries so far; there must be room for one more */
// @ts-ignore
@inline
export function pushMerge(heap: usize, size: i32, key: f64, a: i32, b: i32): void {
  let hole = size;
  while (hole > 0) {
    const parent = (hole - 1) >> 1;
    if (<f64>load<f32>(entry(heap, parent)) <= key) break;
    v128.store(entry(heap, hole), v128.load(entry(heap, parent)));
    hole = parent;
  }
  const at = entry(heap, hole);
  store<f32>(at, <f32>key);
  store<i32>(at, a, 4);
  store<i32>(at, b, 8);
}

/** Removes the merge on top. @param last entries that are left */
// @ts-ignore
@inline
export function popMerge(heap: usize, last: i32): void {
  if (last == 0) return;
  const moved = v128.load(entry(heap, last));
  const key = f32x4.extract_lane(moved, 0);
  let hole = 0;
  for (;;) {
    let child = 2 * hole + 1;
    if (child >= last) break;
    // No branch predictor can tell which child is less. Beside the last child there is an entry that is none.
    child += i32(load<f32>(entry(heap, child), 16) < load<f32>(entry(heap, child))) & i32(child + 1 < last);
    const at = entry(heap, child);
    if (load<f32>(at) >= key) break;
    v128.store(entry(heap, hole), v128.load(at));
    hole = child;
  }
  v128.store(entry(heap, hole), moved);
}
