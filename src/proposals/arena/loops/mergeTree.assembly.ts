import { f, int, setF, setInt } from './memory.assembly';
import { popMerge, pushMerge } from './mergeHeap.assembly';
import { joinRegions, mergeCost, setRegion } from './mergeRegions.assembly';
import { addUnions } from './regionUnions.assembly';

/** `addLink` of regionLinks.ts: links of 16 bytes with next and to as i32, length and strength as f32. */
// @ts-ignore
@inline
function addLink(links: usize, count: i32, head: usize, from: i32, to: i32, length: f64, strength: f64): void {
  const at = links + (<usize>count << 4);
  store<i32>(at, int(head, from));
  store<i32>(at, to, 4);
  store<f32>(at, <f32>length, 8);
  store<f32>(at, <f32>strength, 12);
  setInt(head, from, count);
}

/**
 * The loop of mergeTree.ts.
 * @param rule the numbers of a `MergeRule` in their order // (6,), f64
 * @param most room for regions, even; the first n are the superpixels
 * @param work room for all that is needed on the way, see `mergeWork`
 * @param counts merges, unions and the room for unions // (3,), i32
 */
export function mergeTree(
  n: i32, edgeCount: i32, edgeA: usize, edgeB: usize, edgeLength: usize, weights: usize,
  superpixelArea: usize, x0: usize, y0: usize, x1: usize, y1: usize, superpixelHistogram: usize, photoArea: f64, rule: usize,
  most: i32, linkRoom: i32, heapRoom: i32, work: usize, left: usize, right: usize, cost: usize,
  unionA: usize, unionB: usize, unionC: usize, unionCost: usize, counts: usize, leastInPair: f64, leastInTriple: f64,
): void {
  const number = <usize>most << 2;
  const boxes = work, root = boxes + 4 * number, shares = root + 2 * number, histogram = shares + 80 * number;
  const area = histogram + 40 * number, head = area + number, alive = head + number, length = alive + number, strength = length + number;
  const touched = strength + number, joining = touched + number;
  const links = joining + number, heap = links + (<usize>linkRoom << 4);
  const looks = load<f64>(rule) > 0 || load<f64>(rule, 8) > 0;
  memory.fill(head, 255, number);
  // alive, length and strength
  memory.fill(alive, 0, 3 * number);
  for (let v = 0; v < n; v++) {
    setRegion(v, superpixelArea, x0, y0, x1, y1, superpixelHistogram, boxes, area, root, looks, histogram, shares);
    setInt(alive, v, 1);
  }
  let linkCount = 0, size = 0, merges = 0;
  for (let edge = 0; edge < edgeCount; edge++) {
    const a = int(edgeA, edge), b = int(edgeB, edge);
    const border = f(edgeLength, edge);
    const sum = f(weights, edge) * border;
    if (linkCount < linkRoom) addLink(links, linkCount++, head, a, b, border, sum);
    if (linkCount < linkRoom) addLink(links, linkCount++, head, b, a, border, sum);
    if (size < heapRoom) pushMerge(heap, size++, mergeCost(a, b, border, sum, rule, photoArea, boxes, area, root, shares), a, b);
  }
  while (size > 0 && merges < n - 1) {
    const key = f(heap, 0);
    const a = int(heap, 1), b = int(heap, 2);
    popMerge(heap, --size);
    if ((int(alive, a) & int(alive, b)) == 0) continue;
    const c = n + merges;
    setInt(left, merges, a);
    setInt(right, merges, b);
    setF(cost, merges++, key);
    setInt(alive, a, 0);
    setInt(alive, b, 0);
    setInt(alive, c, 1);
    joinRegions(a, b, c, boxes, area, root, looks, histogram, shares);
    let neighbours = 0;
    for (let side = 0; side < 2; side++) {
      for (let l = int(head, side == 0 ? a : b); l >= 0;) {
        const at = links + (<usize>l << 4);
        l = load<i32>(at);
        const other = load<i32>(at, 4);
        if (int(alive, other) == 0) continue;
        // Written beyond the others, and counted where it is new.
        setInt(touched, neighbours, other);
        const before = f(length, other);
        neighbours += i32(before == 0);
        setF(length, other, before + <f64>load<f32>(at, 8));
        setF(strength, other, f(strength, other) + <f64>load<f32>(at, 12));
      }
    }
    for (let k = 0; k < neighbours; k++) {
      const other = int(touched, k);
      const border = f(length, other), sum = f(strength, other);
      if (linkCount < linkRoom) addLink(links, linkCount++, head, c, other, border, sum);
      if (linkCount < linkRoom) addLink(links, linkCount++, head, other, c, border, sum);
      setF(joining, k, mergeCost(c, other, border, sum, rule, photoArea, boxes, area, root, shares));
      setF(length, other, 0);
      setF(strength, other, 0);
    }
    // After all costs: where a heap's entry comes to lie cannot be guessed, and what is ahead need not wait for it.
    for (let k = 0; k < neighbours; k++) if (size < heapRoom) pushMerge(heap, size++, f(joining, k), c, int(touched, k));
    addUnions(c, touched, joining, neighbours, area, leastInPair, leastInTriple, unionA, unionB, unionC, unionCost, counts);
  }
  setInt(counts, 0, merges);
}
