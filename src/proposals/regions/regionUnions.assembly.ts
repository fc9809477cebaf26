import { f, int, setF, setInt } from '../arena/memory.assembly';
import { MergeTreeArguments } from '../generated/loopStructs.assembly';

// @ts-ignore
@inline
function addUnion(a: i32, b: i32, c: i32, cost: f64, args: MergeTreeArguments): void {
  const at = args.unions;
  if (at == args.unionRoom) return;
  args.unions = at + 1;
  setInt(args.unionA, at, a);
  setInt(args.unionB, at, b);
  setInt(args.unionC, at, c);
  setF(args.unionCost, at, cost);
}

/** `addUnions` of regionUnions.reference.ts, with the first `count` of `touched` as neighbours and `joining` as their costs. */
export function addUnions(region: i32, count: i32, args: MergeTreeArguments): void {
  const neighbours = args.touched, costs = args.joining, area = args.area;
  const leastInPair = args.leastInPair, leastInTriple = args.leastInTriple;
  const own = f(area, region);
  if (own < leastInPair) return;
  for (let k = 0; k < count; k++) {
    const other = int(neighbours, k);
    const pixels = f(area, other);
    if (pixels < leastInPair) continue;
    addUnion(region, other, -1, f(costs, k), args);
    if (min(own, pixels) < leastInTriple) continue;
    for (let j = k + 1; j < count; j++) {
      const third = int(neighbours, j);
      if (f(area, third) >= leastInTriple) addUnion(region, other, third, f(costs, k) + f(costs, j), args);
    }
  }
}
