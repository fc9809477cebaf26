import { expect, test } from 'vitest';
import { normalFrom, seededRandom } from '../../../base/seededRandom.ts';
import { bagsOf } from '../../../network/taught/photoBags.ts';
import { storedVector } from '../../../network/vectors/photoVectors.ts';
import type { LabelTruth } from '../../../pipeline/measures/labelAveragePrecision.ts';
import { type TeachPhotos, teachFigures } from './teachFigures.ts';

const D = 8;

/** Photos of category 0 or 1 in turn; with `told`, the first axis says which, else it says nothing. */
function drawnPhotos(count: number, told: boolean, seed: number): TeachPhotos {
  const random = seededRandom(seed);
  const vectors = Array.from({ length: count }, (_, n) => {
    const values = Array.from({ length: D }, () => 0.4 * normalFrom(random));
    if (told) values[0]! += n % 2 === 0 ? 0.6 : -0.6;
    const stored = new Int8Array(D);
    storedVector(values, stored, 0);
    return stored;
  });
  const truths = Array.from({ length: count }, (_, n): LabelTruth[] =>
    n % 2 === 0 ? ['present', 'absent'] : ['absent', 'present'],
  );
  return { bags: bagsOf(vectors, D), truths };
}

test('what the vectors tell is learned, and better from answers and more examples; what they do not tell is chance', () => {
  const told = teachFigures(drawnPhotos(400, true, 1), drawnPhotos(200, true, 2));
  expect(told.byExamples['20']).toBeGreaterThan(0.9);
  expect(told.byExamples['20']).toBeGreaterThan(told.byExamples['3']!);
  expect(told.answered).toBeGreaterThan(told.byExamples['5']!);
  const untold = teachFigures(drawnPhotos(400, false, 3), drawnPhotos(200, false, 4));
  expect(untold.byExamples['20']).toBeLessThan(0.6);
});

test('the queries’ truths move no weight: with all of them turned round, a ranking that was right is wrong', () => {
  const gallery = drawnPhotos(400, true, 1);
  const queries = drawnPhotos(200, true, 2);
  const turned = { ...queries, truths: queries.truths.map(([a, b]) => [b!, a!]) };
  expect(teachFigures(gallery, turned).byExamples['20']).toBeLessThan(0.4);
});

test('a category that no photo of the gallery holds is left out', () => {
  const gallery = drawnPhotos(100, true, 1);
  const queries = drawnPhotos(50, true, 2);
  const widened = (photos: TeachPhotos): TeachPhotos => ({
    ...photos,
    truths: photos.truths.map((row): LabelTruth[] => [...row, 'absent']),
  });
  expect(teachFigures(widened(gallery), widened(queries))).toEqual(teachFigures(gallery, queries));
});
