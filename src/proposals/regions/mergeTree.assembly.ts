import { f, int, setF, setInt } from '../arena/memory.assembly';
import { MergeTreeArguments } from '../generated/loopStructs.assembly';
import { popMerge, pushMerge } from './mergeHeap.assembly';
import { joinRegions, mergeCost, setRegion } from './mergeRegions.assembly';
import { addUnions } from './regionUnions.assembly';

/** `addLink` of regionLinks.reference.ts: links of 16 bytes, next and to as i32, length and strength as f32. */
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

/** `mergeTree` of mergeTree.reference.ts. */
export function mergeTree(args: MergeTreeArguments): void {
  const n = args.nodeCount, edgeCount = args.edgeCount, linkRoom = args.linkRoom, heapRoom = args.heapRoom;
  const edgeA = args.edgeA, edgeB = args.edgeB, edgeLength = args.edgeLength, weights = args.edgeWeight;
  const head = args.head, alive = args.alive, length = args.length, strength = args.strength;
  const touched = args.touched, joining = args.joining, links = args.links, heap = args.heap;
  const left = args.left, right = args.right, cost = args.cost;
  const bytes = <usize>n << 3;
  memory.fill(head, 255, bytes);
  memory.fill(alive, 0, bytes);
  memory.fill(length, 0, bytes);
  memory.fill(strength, 0, bytes);
  for (let v = 0; v < n; v++) {
    setRegion(v, args);
    setInt(alive, v, 1);
  }
  let linkCount = 0, size = 0, merges = 0;
  for (let edge = 0; edge < edgeCount; edge++) {
    const a = int(edgeA, edge), b = int(edgeB, edge);
    const border = f(edgeLength, edge);
    const sum = f(weights, edge) * border;
    if (linkCount < linkRoom) addLink(links, linkCount++, head, a, b, border, sum);
    if (linkCount < linkRoom) addLink(links, linkCount++, head, b, a, border, sum);
    if (size < heapRoom) pushMerge(heap, size++, mergeCost(a, b, border, sum, args), a, b);
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
    joinRegions(a, b, c, args);
    let neighbours = 0;
    for (let side = 0; side < 2; side++) {
      for (let l = int(head, side == 0 ? a : b); l >= 0;) {
        const at = links + (<usize>l << 4);
        l = load<i32>(at);
        const other = load<i32>(at, 4);
        if (int(alive, other) == 0) continue;
        // Written after the others in any case, and counted only if it is new.
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
      setF(joining, k, mergeCost(c, other, border, sum, args));
      setF(length, other, 0);
      setF(strength, other, 0);
    }
    // Only now, after all costs: no branch predictor can tell where an entry of the heap ends up, and the costs need not wait for it.
    for (let k = 0; k < neighbours; k++) if (size < heapRoom) pushMerge(heap, size++, f(joining, k), c, int(touched, k));
    addUnions(c, neighbours, args);
  }
  args.merges = merges;
}
