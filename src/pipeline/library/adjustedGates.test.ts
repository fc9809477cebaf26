import fc from 'fast-check';
import { expect, test } from 'vitest';
import { adjustedGates, type CorrectedPhoto, calibrationMove } from './adjustedGates.ts';

const DOG = { name: 'dog', gate: 0.5 };
const CAT = { name: 'cat', gate: 0.3 };

const word = fc.record({
  probability: fc.double({ min: 0, max: 1, noNaN: true }),
  verdict: fc.constantFrom('present' as const, 'absent' as const),
});

function moved(words: readonly CorrectedPhoto[]): number {
  const [dog] = adjustedGates([DOG, CAT], new Map([['dog', words]]));
  return dog!.gate;
}

test('“not a dog” makes Facet stricter with dogs, “there is a dog” less strict, and other categories stay', () => {
  const no: CorrectedPhoto = { probability: 0.9, verdict: 'absent' };
  const yes: CorrectedPhoto = { probability: 0.1, verdict: 'present' };
  expect(moved([no, no, no])).toBeGreaterThan(DOG.gate + 0.03);
  expect(moved([yes, yes, yes])).toBeLessThan(DOG.gate - 0.03);
  expect(adjustedGates([DOG, CAT], new Map([['dog', [no]]]))[1]).toBe(CAT);
  expect(adjustedGates([DOG, CAT], new Map())).toEqual([DOG, CAT]);
});

test('two words, whatever they are, move a gate of one half by less than .09; any number of them leaves it a gate', () => {
  fc.assert(
    fc.property(word, word, (a, b) => {
      expect(Math.abs(moved([a, b]) - DOG.gate)).toBeLessThan(0.09);
    }),
  );
  fc.assert(
    fc.property(fc.array(word, { maxLength: 400 }), (words) => {
      expect(Math.abs(calibrationMove(words))).toBeLessThanOrEqual(1.5);
      expect(moved(words)).toBeGreaterThan(0.15);
      expect(moved(words)).toBeLessThan(0.85);
    }),
  );
});

test('each word moves it its own way, and never back', () => {
  fc.assert(
    fc.property(fc.array(word, { maxLength: 30 }), fc.double({ min: 0, max: 1, noNaN: true }), (words, probability) => {
      const before = calibrationMove(words);
      expect(calibrationMove([...words, { probability, verdict: 'present' }])).toBeGreaterThanOrEqual(before - 1e-9);
      expect(calibrationMove([...words, { probability, verdict: 'absent' }])).toBeLessThanOrEqual(before + 1e-9);
    }),
  );
});
