import { f, int } from '../arena/memory.assembly';
import { SpreadArguments } from '../generated/loopStructs.assembly';

/** `spread` of geodesicDistance.reference.ts. */
export function spread(args: SpreadArguments): void {
  const rowStart = args.rowStart, neighbour = args.neighbour, slotCost = args.slotCost, distance = args.distance;
  const newest = args.newest, node = args.node, before = args.before, done = args.done;
  const bucketMask = args.buckets - 1, perBucket = args.bucketsPerUnit;
  let entries = args.sources;
  let waiting = entries;
  for (let bucket = 0; waiting > 0; bucket++) {
    const ring = newest + (<usize>(bucket & bucketMask) << 2);
    let entry = load<i32>(ring);
    store<i32>(ring, -1);
    for (; entry >= 0; entry = int(before, entry)) {
      waiting--;
      const v = int(node, entry);
      if (load<u8>(done + <usize>v)) continue;
      store<u8>(done + <usize>v, 1);
      const here = f(distance, v);
      for (let k = int(rowStart, v), end = int(rowStart, v + 1); k < end; k++) {
        const u = int(neighbour, k);
        const reached = here + f(slotCost, k);
        if (reached >= f(distance, u)) continue;
        const rounded = <f32>reached;
        store<f32>(distance + (<usize>u << 2), rounded);
        const to = newest + (<usize>(<i32>(<f64>rounded * perBucket) & bucketMask) << 2);
        store<i32>(node + (<usize>entries << 2), u);
        store<i32>(before + (<usize>entries << 2), load<i32>(to));
        store<i32>(to, entries++);
        waiting++;
      }
    }
  }
}
