import fc from 'fast-check';
import { expect, test } from 'vitest';
import { unitBoxes } from '../base/image/box.ts';
import type { PhotoAnalysis } from '../network/heads/photoAnalysis.ts';
import { analysisRow, restoredAnalysis } from './storedAnalysis.ts';

const CATEGORIES = 3;

/** Box i is marked by its objectness, which is different for every box. */
function analysisOf(objectness: readonly number[], winners: readonly number[]): PhotoAnalysis {
  const boxes = Float32Array.from(objectness.flatMap((_, i) => [0, 0, 1, i]));
  const proposalProbabilities = Float32Array.from(objectness.flatMap((_, i) => [0, (i % 7) / 7, 1]));
  return {
    boxes: unitBoxes(boxes),
    objectness: Float32Array.from(objectness),
    proposalProbabilities,
    probabilities: Float32Array.of(0, 0.5, 1),
    winners: Int32Array.from(winners),
    semanticCodes: { 16: Uint32Array.of(1), 32: Uint32Array.of(1), 48: Uint32Array.of(1, 1), 64: Uint32Array.of(1, 1) },
    categoryCodes: Uint32Array.of(1, 2, 3),
    appearance: Uint32Array.of(4, 5, 6, 7),
    regionAppearance: Uint32Array.of(8, 9, 10, 11, 12, 13),
  };
}

function storedAndBack(analysis: PhotoAnalysis, limit: number): PhotoAnalysis {
  const photo = {
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
    corrections: {},
    probabilities: analysis.probabilities,
    semanticCodes: analysis.semanticCodes,
    categoryCodes: analysis.categoryCodes,
    appearance: analysis.appearance,
    regionAppearance: analysis.regionAppearance,
  };
  return restoredAnalysis(photo, analysisRow('a', analysis, limit));
}

test('winners point to the same boxes after boxes were dropped, and the whole photo stays first', () => {
  fc.assert(
    fc.property(
      fc.uniqueArray(fc.integer({ min: 0, max: 9999 }), { minLength: 1, maxLength: 60 }),
      fc.array(fc.nat(), { minLength: CATEGORIES, maxLength: CATEGORIES }),
      fc.integer({ min: 0, max: 20 }),
      (objectness, picks, limit) => {
        const winners = picks.map((pick) => pick % objectness.length);
        const analysis = analysisOf(objectness, winners);
        const back = storedAndBack(analysis, limit);
        expect([...back.winners].map((w) => back.objectness[w])).toEqual(winners.map((w) => objectness[w]));
        expect(back.objectness[0]).toBe(objectness[0]);
        expect(back.objectness.length).toBeLessThanOrEqual(Math.max(limit, CATEGORIES + 1));
        // Whatever was dropped is weaker than everything kept for its strength.
        const named = new Set([objectness[0], ...winners.map((w) => objectness[w])]);
        const forStrength = [...back.objectness].filter((score) => !named.has(score));
        const dropped = objectness.filter((score) => !back.objectness.includes(score));
        expect(Math.max(-1, ...dropped)).toBeLessThan(Math.min(Infinity, ...forStrength));
      },
    ),
  );
});

test('probabilities come back within half a step of 1/255', () => {
  const analysis = analysisOf([3, 2, 1, 0], [0, 1, 2]);
  const back = storedAndBack(analysis, 10);
  back.proposalProbabilities.forEach((p, i) =>
    expect(Math.abs(p - analysis.proposalProbabilities[i]!)).toBeLessThanOrEqual(0.5 / 255),
  );
});

test('a winner that is no box is refused', () => {
  expect(() => analysisRow('a', analysisOf([1, 0], [0, 1, 7]))).toThrow('analysisRow: got winner 7 of 2 boxes');
});
