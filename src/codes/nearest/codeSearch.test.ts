import fc from 'fast-check';
import { expect, test } from 'vitest';
import { seededRandom } from '../../base/seededRandom.ts';
import { CodeColumns } from '../columns/codeColumns.ts';
import { wordsForBits } from '../packedCodes.ts';
import { CodeSearch, type SearchPath } from './codeSearch.ts';
import { type KeyedCode, rankedByDistance } from './hammingScan.reference.ts';
import { DEFAULT_COSTS, type SearchCosts } from './searchCosts.ts';

const ENGINES: Readonly<Record<string, SearchCosts>> = {
  'scan by words': { ...DEFAULT_COSTS, lookup: 1e12 },
  'scan by vectors': { ...DEFAULT_COSTS, lookup: 1e12, countsBy: 'vectors' },
  'index alone': { ...DEFAULT_COSTS, scannedCode: 1e12 },
  'planner, as it is': DEFAULT_COSTS,
  'planner that gives up half-way': { ...DEFAULT_COSTS, search: 0, lookup: 1e-3, member: 1 },
};

type Step =
  | { readonly kind: 'add'; readonly count: number; readonly seed: number }
  | { readonly kind: 'remove'; readonly share: number; readonly seed: number }
  | { readonly kind: 'index' }
  | { readonly kind: 'nearest'; readonly k: number; readonly seed: number }
  | { readonly kind: 'within'; readonly radius: number; readonly seed: number };

const seed = fc.integer({ min: 0, max: 2 ** 31 });
const steps = fc.array(
  fc.oneof(
    fc.record({ kind: fc.constant('add' as const), count: fc.integer({ min: 1, max: 700 }), seed }),
    fc.record({ kind: fc.constant('remove' as const), share: fc.constantFrom(0.01, 0.3, 0.9), seed }),
    fc.record({ kind: fc.constant('index' as const) }),
    fc.record({ kind: fc.constant('nearest' as const), k: fc.constantFrom(0, 1, 7, 100, 900, 5000), seed }),
    fc.record({ kind: fc.constant('within' as const), radius: fc.constantFrom(0, 1, 4, 9, 200), seed }),
  ),
  { minLength: 1, maxLength: 14 },
);

/** Codes in loose clusters, many alike, and keys of few values, so that most distances and some keys are tied. */
function codeNear(bits: number, random: () => number): Uint32Array {
  const code = new Uint32Array(wordsForBits(bits));
  const centre = seededRandom(1 + Math.floor(random() * 4));
  for (let w = 0; w < code.length; w++) code[w] = centre() * 2 ** 32;
  for (let flips = Math.floor(random() * 6); flips > 0; flips--) {
    const bit = Math.floor(random() * bits);
    code[bit >> 5]! ^= 1 << (bit & 31);
  }
  if (bits & 31) code[code.length - 1]! &= (1 << (bits & 31)) - 1;
  return code;
}

function run(bits: number, costs: SearchCosts, sequence: readonly Step[]): void {
  const columns = new CodeColumns({ bits, keyed: true });
  const search = new CodeSearch(columns, costs);
  const rows: KeyedCode[] = [];
  let photo = 0;
  for (const step of sequence) {
    const random = seededRandom('seed' in step ? step.seed : 0);
    if (step.kind === 'add') {
      for (let i = 0; i < step.count; i++, photo++) {
        const key = { low: Math.floor(random() * 7), high: Math.floor(random() * 7) };
        const row = { photo, key, code: codeNear(bits, random) };
        rows.push(row);
        columns.add(row);
      }
    } else if (step.kind === 'remove') {
      for (let at = rows.length - 1; at >= 0; at--) {
        if (random() < step.share) columns.remove(rows.splice(at, 1)[0]!.photo);
      }
    } else if (step.kind === 'index') {
      search.index?.build();
    } else {
      const query = codeNear(bits, random);
      const ranked = rankedByDistance(rows, query);
      const hits = step.kind === 'nearest' ? search.nearest(query, step.k) : search.within(query, step.radius);
      const wanted =
        step.kind === 'nearest' ? ranked.slice(0, step.k) : ranked.filter(({ distance }) => distance <= step.radius);
      expect([...hits.photos]).toEqual(wanted.map((hit) => hit.photo));
      expect([...hits.distances]).toEqual(wanted.map((hit) => hit.distance));
    }
    expect(columns.count).toBe(rows.length);
  }
}

test.each(Object.entries(ENGINES))(
  '%s: the hits of brute force after any adds and removes, any k and radius, ties by key',
  (_, costs) => {
    fc.assert(
      fc.property(fc.constantFrom(9, 16, 31, 32, 33, 48, 64, 70, 128), steps, (bits, sequence) =>
        run(bits, costs, sequence),
      ),
      { numRuns: 25 },
    );
  },
);

test('many more ties than asked for, in any order of keys, are cut at the smallest keys', () => {
  const columns = new CodeColumns({ bits: 64, keyed: true });
  const random = seededRandom(5);
  const keys = Array.from({ length: 20_000 }, () => Math.floor(random() * 2 ** 32));
  keys.forEach((high, photo) => {
    columns.add({ photo, key: { low: 0, high }, code: Uint32Array.of(7, 7) });
  });
  const order = keys.map((_, n) => n).sort((a, b) => keys[a]! - keys[b]! || a - b);
  const hits = new CodeSearch(columns).nearest(Uint32Array.of(7, 3), 300);
  expect([...hits.photos]).toEqual(order.slice(0, 300));
  expect(new Set(hits.distances)).toEqual(new Set([1]));
});

/** 200,000 codes: one centre a thousand, each bit flipped with probability `flip`. */
function large(flip: number): CodeSearch {
  const count = 200_000;
  const columns = new CodeColumns({ bits: 64, keyed: true });
  const random = seededRandom(9);
  const centres = Uint32Array.from({ length: 400 }, () => random() * 2 ** 32);
  const codes = new Uint32Array(count * 2);
  for (let photo = 0; photo < count; photo++) {
    const centre = Math.floor(random() * 200) * 2;
    codes.set(centres.subarray(centre, centre + 2), photo * 2);
    for (let bit = 0; bit < 64; bit++) if (random() < flip) codes[photo * 2 + (bit >> 5)]! ^= 1 << (bit & 31);
  }
  const photos = Uint32Array.from({ length: count }, (_, photo) => photo);
  columns.addAll({ photos, keys: new Uint32Array(count * 2), codes });
  const search = new CodeSearch(columns);
  search.refresh();
  return search;
}

test.each<[string, number, SearchPath]>([
  ['clustered codes are looked up', 0.03, 'index'],
  ['uniform codes are scanned', 0.5, 'index, then scan'],
])('%s', (_, flip, path) => {
  const search = large(flip);
  const query = search.columns.codes.words(1).slice(); // the first photo's own code
  search.nearest(query, 20);
  expect(search.lastPath).toBe(path);
});

test('without a refresh every search is a scan', () => {
  const columns = new CodeColumns({ bits: 64, keyed: true });
  columns.add({ photo: 0, key: { low: 0, high: 0 }, code: Uint32Array.of(1, 2) });
  const search = new CodeSearch(columns);
  search.refresh();
  search.nearest(Uint32Array.of(1, 2), 1);
  expect(search.lastPath).toBe('scan');
});

test('a query of another length, a k and a radius that are no whole numbers are refused', () => {
  const search = new CodeSearch(new CodeColumns({ bits: 64, keyed: true }));
  expect(() => search.nearest(new Uint32Array(1), 1)).toThrow(
    'CodeSearch.nearest: got a query of 1 words, wanted 2 for 64 bits',
  );
  expect(() => search.nearest(new Uint32Array(2), 0.5)).toThrow(
    'CodeSearch.nearest: got k = 0.5, wanted a whole number from 0',
  );
  expect(() => search.within(new Uint32Array(2), -1)).toThrow(
    'CodeSearch.within: got radius -1, wanted a whole number from 0',
  );
});
