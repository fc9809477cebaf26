import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { AnalysisRow, PhotoRow } from './schema.ts';
import { isMarked, markedIfUntrusted } from './untrustedCodes.ts';

const PHOTO: PhotoRow = {
  id: 'a',
  name: 'a',
  path: 'a',
  size: 1,
  lastModified: 1,
  addedAt: 1,
  width: 1,
  height: 1,
  version: 'v',
  fingerprint: Uint32Array.of(0, 0),
  corrections: { cat: 'present' },
  probabilities: Float32Array.of(0.626, 0.646, 0.642),
  semanticCodes: { 16: Uint32Array.of(1), 32: Uint32Array.of(1), 48: Uint32Array.of(1, 1), 64: Uint32Array.of(1, 1) },
  categoryCodes: Uint32Array.of(1, 2, 3),
};

function analysisOf(rows: readonly (readonly number[])[], winners: readonly number[]): AnalysisRow {
  return {
    id: 'a',
    boxes: new Float32Array(rows.length * 4),
    objectness: new Float32Array(rows.length),
    proposalProbabilities: Uint8Array.from(rows.flat()),
    winners: Int32Array.from(winners),
  };
}

const row = fc.array(fc.nat({ max: 255 }), { minLength: 3, maxLength: 3 });
const uncomputed = fc
  .tuple(row, fc.integer({ min: 2, max: 130 }))
  .map(([one, count]) => analysisOf(new Array<number[]>(count).fill(one), [0, 0, 0]));

test('a row of equal proposals that the first one wins is of no version in use, and nothing else of it changes', () => {
  fc.assert(
    fc.property(uncomputed, (analysis) => {
      const marked = markedIfUntrusted(PHOTO, analysis);
      expect(isMarked(marked)).toBe(true);
      expect({ ...marked, version: 'v' }).toEqual(PHOTO);
      // Once is enough: an exported row may come back.
      expect(markedIfUntrusted(marked, analysis)).toBe(marked);
    }),
  );
});

test('a row that says which engine made it is left alone, and so is one whose proposals differ, another wins, or that has one alone', () => {
  fc.assert(
    fc.property(
      uncomputed,
      fc.constantFrom('webgpu', 'wasm'),
      fc.nat(),
      fc.integer({ min: 1, max: 255 }),
      (analysis, engine, at, by) => {
        const noted: PhotoRow = { ...PHOTO, engine };
        expect(markedIfUntrusted(noted, analysis)).toBe(noted);
        const { proposalProbabilities } = analysis;
        const place = at % proposalProbabilities.length;
        const other = proposalProbabilities.with(place, (proposalProbabilities[place]! + by) % 256);
        expect(markedIfUntrusted(PHOTO, { ...analysis, proposalProbabilities: other })).toBe(PHOTO);
        expect(markedIfUntrusted(PHOTO, { ...analysis, winners: Int32Array.of(0, 1, 0) })).toBe(PHOTO);
      },
    ),
  );
  expect(markedIfUntrusted(PHOTO, analysisOf([[1, 2, 3]], [0, 0, 0]))).toBe(PHOTO);
});
