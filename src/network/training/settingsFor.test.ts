import { expect, test } from 'vitest';
import { settingsFor } from './settingsFor.ts';

/** Steps that a stage takes over so many photos, as `runEpochs` counts them. */
function steps({ epochs, photosPerStep }: { epochs: number; photosPerStep: number }, photos: number): number {
  return epochs * Math.max(1, Math.floor(photos / photosPerStep));
}

test('every stage of a small set takes enough steps, and of a larger one more', () => {
  const counts = [6, 12, 30, 100, 300, 1000, 2000];
  for (const stage of ['labels', 'groups', 'hashes'] as const) {
    const taken = counts.map((photos) => steps(settingsFor(photos)[stage], photos));
    expect(Math.min(...taken)).toBeGreaterThanOrEqual(24);
    expect(taken).toEqual([...taken].sort((a, b) => a - b));
    expect(taken.at(-1)).toBeLessThan(840);
  }
});

test('a batch is never larger than the set', () => {
  for (const photos of [4, 6, 9, 100, 2000]) {
    const { labels, groups, hashes } = settingsFor(photos);
    for (const { photosPerStep } of [labels, groups, hashes]) expect(photosPerStep).toBeLessThanOrEqual(photos);
  }
});

test('a few photos held back calibrate under a prior, many without one', () => {
  expect(settingsFor(50)).toMatchObject({ calibrationShare: 0.3, calibrationPrior: 3 });
  expect(settingsFor(2000)).toMatchObject({ calibrationShare: 0.15, calibrationPrior: 0 });
});
