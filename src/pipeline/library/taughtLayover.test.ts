import fc from 'fast-check';
import { expect, test } from 'vitest';
import { probabilityByte } from '../../codes/columns/probabilityByte.ts';
import type { TaughtRow } from '../../gallery/records/taughtRow.ts';
import type { VectorRow } from '../../gallery/records/vectorRow.ts';
import { taughtValues } from '../taught/taughtRows.ts';
import { GalleryColumns } from './columns/galleryColumns.ts';
import { TaughtLayover } from './taughtLayover.ts';
import { testId, testRow } from './testRows.ts';

const D = 4;
const idOf = (n: number): string => testId(String(n));

const numbers = (length: number) =>
  fc.array(fc.integer({ min: -127, max: 127 }), { minLength: length, maxLength: length });
const photo = fc
  .record({ regions: fc.integer({ min: 1, max: 5 }), version: fc.constantFrom('in use', 'in use', 'before') })
  .chain(({ regions, version }) => numbers(regions * D).map((vectors) => ({ version, vectors })));
const category = fc.record({
  weights: numbers(D),
  slope: fc.double({ min: 0.1, max: 3, noNaN: true }),
  said: fc.array(fc.nat(11), { maxLength: 3 }),
});

test('what is laid over many photos at once is what each photo by itself is told', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.array(photo, { maxLength: 12 }),
      fc.array(category, { minLength: 1, maxLength: 3 }),
      async (photos, categories) => {
        const columns = new GalleryColumns();
        const stored = photos.map(({ version, vectors }, n): VectorRow => {
          columns.put(testRow(idOf(n), [0, 0, 0], 0, [0, 0, 0]));
          const boxes = new Uint8Array((vectors.length / D) * 4);
          return { id: idOf(n), version, boxes, vectors: Int8Array.from(vectors) };
        });
        const rows = categories.map(
          ({ weights, slope, said }, n): TaughtRow => ({
            key: `${n}`,
            name: `category ${n}`,
            taughtAt: n,
            vectors: 'in use',
            weights: Float32Array.from(weights, (weight) => weight / 40),
            bias: 0.1,
            slope,
            offset: -0.2,
            gate: 0.5,
            examples: said.slice(0, 2).map((at) => ({ id: idOf(at), vectors: new Int8Array(0) })),
            counterExamples: said.slice(2).map((at) => ({ id: idOf(at), vectors: new Int8Array(0) })),
          }),
        );
        const gallery = {
          async *vectors(version: string) {
            yield stored.filter((row) => row.version === version);
          },
          vectorsOf: async (id: string) => stored.find((row) => row.id === id),
        };
        const layover = new TaughtLayover(gallery, columns, rows);
        await layover.run();
        layover.enter(rows);
        for (const row of stored) {
          const number = columns.numberOf(row.id)!;
          const single = taughtValues(rows, row, row.id);
          expect(columns.taught.probabilities(number)).toEqual(Uint8Array.from(single.probabilities, probabilityByte));
          rows.forEach((_, t) => {
            expect(columns.taught.piece(t, number, 64)).toEqual(single.looks.slice(t * 2, t * 2 + 2));
          });
        }
      },
    ),
  );
});
