import { CodeColumns } from '../../codes/columns/codeColumns.ts';
import { CodeSearch } from '../../codes/nearest/codeSearch.ts';
import { DEFAULT_COSTS, type SearchCosts } from '../../codes/nearest/searchCosts.ts';

const CODES = 200_000;
const RUNS = 9;
const SEARCHES = 200;

/** Pseudo-random words (Marsaglia, "Xorshift RNGs", 2003). */
function randomWords(count: number): Uint32Array {
  let state = 2463534242;
  return Uint32Array.from({ length: count }, () => {
    state ^= state << 13;
    state ^= state >>> 17;
    state ^= state << 5;
    return state;
  });
}

function medianNs(run: () => void): number {
  const times: number[] = [];
  for (let i = 0; i < RUNS; i++) {
    const start = performance.now();
    run();
    times.push((performance.now() - start) * 1e6);
  }
  return times.sort((a, b) => a - b)[RUNS >> 1]!;
}

/**
 * Measures on this machine what the planner reckons with, in some 50 ms: scans by words and by vectors, look-ups without members, and
 * look-ups with them, over codes drawn at random.
 */
export function measureCosts(): SearchCosts {
  const columns = new CodeColumns({ bits: 64, keyed: true });
  columns.addAll({
    photos: Uint32Array.from({ length: CODES }, (_, n) => n),
    keys: new Uint32Array(CODES * 2),
    codes: randomWords(CODES * 2),
  });
  const query = Uint32Array.of(1, 2);
  const scans = (['words', 'vectors'] as const).map((countsBy) => {
    const search = new CodeSearch(columns, { ...DEFAULT_COSTS, countsBy });
    const ns = medianNs(() => search.nearest(query, 10));
    return { countsBy, ns };
  });
  const fastest = scans.reduce((best, scan) => (scan.ns < best.ns ? scan : best));
  const few = new CodeColumns({ bits: 64, keyed: true });
  few.add({ photo: 0, key: { low: 0, high: 0 }, code: query });
  const searching = new CodeSearch(few);
  const search =
    medianNs(() => {
      for (let i = 0; i < SEARCHES; i++) searching.nearest(query, 10);
    }) / SEARCHES;
  const probing = new CodeSearch(columns);
  const index = probing.index!;
  index.build();
  // Codes are all that lies behind this query: any code of the columns will do.
  const at = columns.codes.address + 8 * 1234;
  const ones = 4;
  const lookups = 1820;
  const members = index.membersAt(0, ones, at);
  const lookup = medianNs(() => index.membersAt(0, ones, at)) / lookups;
  // With bound -1 members are measured, and none is kept.
  const scored = columns.arena.allocate(8).address;
  const probe = medianNs(() => index.probe(0, ones, at, -1, scored));
  return {
    scannedCode: fastest.ns / CODES,
    lookup,
    member: Math.max(0.1, (probe - lookup * lookups) / members),
    search,
    countsBy: fastest.countsBy,
  };
}
