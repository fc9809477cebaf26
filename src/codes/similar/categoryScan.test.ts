import fc from 'fast-check';
import { expect, test } from 'vitest';
import { seededRandom } from '../../base/seededRandom.ts';
import { CodeColumns } from '../columns/codeColumns.ts';
import { hammingDistance } from '../hammingDistance.ts';
import { CategoryScan } from './categoryScan.ts';

const LEAST_HELD = 40;
const MOST_BITS = { pieces: 32, looks: 64 };

const cases = fc.record({
  seed: fc.integer(),
  photos: fc.constantFrom(1, 15, 16, 17, 200, 3000),
  share: fc.constantFrom(0, 0.001, 0.1, 0.9),
  gate: fc.integer({ min: 1, max: 255 }),
});

test('rows at or above the gate, and their bits to the nearest query, as counted one by one', () => {
  fc.assert(
    fc.property(cases, ({ seed, photos, share, gate }) => {
      const random = seededRandom(seed);
      const word = () => Math.floor(random() * 2 ** 32);
      const columns = new CodeColumns({
        bits: 32,
        categories: 1,
        bitsPerCategory: 32,
        regionBits: 64,
        leastHeld: LEAST_HELD,
      });
      const drawn = Array.from({ length: photos }, () => ({
        probability: random() < share ? Math.floor(256 * random()) : Math.floor(LEAST_HELD * random()),
        piece: Uint32Array.of(word()),
        looks: Uint32Array.of(word(), word()),
        open: random() < 0.8,
      }));
      drawn.forEach(({ probability, piece, looks }, photo) => {
        columns.add({
          photo,
          code: Uint32Array.of(0),
          pieces: piece,
          regionLooks: looks,
          probabilities: Uint8Array.of(probability),
        });
      });
      const queries = { pieces: [Uint32Array.of(word()), Uint32Array.of(word())], looks: [Uint32Array.of(0, 0)] };
      const open = new Uint8Array(columns.blockRows);
      drawn.forEach((photo, row) => {
        open[row] = photo.open ? 255 : 0;
      });

      const scan = new CategoryScan(columns);
      const rows = scan.rows(0, gate, open);
      const [pieces, looks] = scan.nearest(
        0,
        rows,
        (['pieces', 'looks'] as const).map((of) => ({ of, queries: queries[of], none: MOST_BITS[of] })),
      );
      const wanted = [...drawn.keys()].filter((row) => drawn[row]!.open && drawn[row]!.probability >= gate);
      expect([...rows]).toEqual(wanted);
      const bits = (of: 'piece' | 'looks', to: readonly Uint32Array[], none: number) =>
        wanted.map((row) => {
          const { probability, [of]: own } = drawn[row]!;
          if (probability < LEAST_HELD) return none;
          return Math.min(...to.map((query) => hammingDistance(own, 0, query, 0, query.length)));
        });
      expect([...pieces!]).toEqual(bits('piece', queries.pieces, MOST_BITS.pieces));
      expect([...looks!]).toEqual(bits('looks', queries.looks, MOST_BITS.looks));
    }),
    { numRuns: 25 },
  );
});
