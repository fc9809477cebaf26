import fc from 'fast-check';
import { expect, test } from 'vitest';
import { packedProbabilities, unpackedProbabilities } from './packedProbabilities.ts';
import { packedRuns, unpackedRuns } from './packedRuns.ts';

/** Bytes in stretches of equal ones, as probabilities have them, short and long. */
const bytes = fc
  .array(fc.tuple(fc.nat(255), fc.oneof(fc.constant(1), fc.integer({ min: 1, max: 400 }))), { maxLength: 40 })
  .map((stretches) => Uint8Array.from(stretches.flatMap(([value, count]) => Array<number>(count).fill(value))));

test('whatever the bytes are, they come back, and cost little more than they did where nothing is equal', () => {
  fc.assert(
    fc.property(bytes, (values) => {
      const packed = packedRuns(values);
      expect(unpackedRuns(packed, values.length)).toEqual(values);
      expect(packed.length).toBeLessThanOrEqual(values.length + Math.ceil(values.length / 64) + 1);
    }),
  );
});

test('hand-worked: 200 zeros, then three bytes of all kinds', () => {
  const values = Uint8Array.from([...Array<number>(200).fill(0), 7, 8, 9]);
  // 2 · 200 + 1 = 401 = 0b11·128 + 17.
  expect([...packedRuns(values)]).toEqual([128 + 17, 3, 0, 6, 7, 8, 9]);
});

test('what is cut short, too long or of another length is refused', () => {
  fc.assert(
    fc.property(
      bytes.filter((values) => values.length > 0),
      fc.nat(),
      (values, cut) => {
        const packed = packedRuns(values);
        expect(unpackedRuns(packed.subarray(0, cut % packed.length), values.length)).toBeNull();
        expect(unpackedRuns(packed, values.length + 1)).toBeNull();
        expect(unpackedRuns(packed, values.length - 1)).toBeNull();
      },
    ),
  );
  expect(unpackedRuns(Uint8Array.of(255, 255, 255, 255, 255, 255, 1), 3)).toBeNull();
});

test('a category that is in no box costs two or three bytes, however many boxes there are', () => {
  const [boxes, categories] = [129, 80];
  const rows = new Uint8Array(boxes * categories);
  const none = packedProbabilities(rows, categories).length;
  // One category in every box, differently sure.
  for (let box = 0; box < boxes; box++) rows[box * categories + 7] = 1 + (box % 250);
  const one = packedProbabilities(rows, categories);
  expect(none).toBeLessThanOrEqual(4);
  expect(one.length).toBeLessThanOrEqual(boxes + 10);
  expect(unpackedProbabilities(one, boxes, categories)).toEqual(rows);
});
