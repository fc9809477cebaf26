import { f, int, setF, setInt } from './memory.assembly';

// @ts-ignore
@inline
function addUnion(a: i32, b: i32, c: i32, cost: f64, unionA: usize, unionB: usize, unionC: usize, unionCost: usize, counts: usize): void {
  const at = int(counts, 1);
  if (at == int(counts, 2)) return;
  setInt(counts, 1, at + 1);
  setInt(unionA, at, a);
  setInt(unionB, at, b);
  setInt(unionC, at, c);
  setF(unionCost, at, cost);
}

/** `addUnions` of regionUnions.ts. @param counts the second are the unions so far, the third the room for them // (3,), i32 */
export function addUnions(
  region: i32, neighbours: usize, costs: usize, count: i32, area: usize, leastInPair: f64, leastInTriple: f64,
  unionA: usize, unionB: usize, unionC: usize, unionCost: usize, counts: usize,
): void {
  const own = f(area, region);
  if (own < leastInPair) return;
  for (let k = 0; k < count; k++) {
    const other = int(neighbours, k);
    const pixels = f(area, other);
    if (pixels < leastInPair) continue;
    addUnion(region, other, -1, f(costs, k), unionA, unionB, unionC, unionCost, counts);
    if (min(own, pixels) < leastInTriple) continue;
    for (let j = k + 1; j < count; j++) {
      const third = int(neighbours, j);
      if (f(area, third) >= leastInTriple) addUnion(region, other, third, f(costs, k) + f(costs, j), unionA, unionB, unionC, unionCost, counts);
    }
  }
}
