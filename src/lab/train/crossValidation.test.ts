import { beforeAll, expect, test } from 'vitest';
import * as tf from '../../gpu/tfjs/tfjs.ts';
import '../../gpu/tfjs/wasmBackend.ts';
import { DESCRIPTION, syntheticPhotos } from '../../network/training/fixtures/syntheticPhotos.ts';
import { seededRandom } from '../../network/training/random.ts';
import { crossValidatedLabels, foldsOf, withoutTaps } from './crossValidation.ts';

beforeAll(async () => {
  await tf.setBackend('wasm');
});

test('each photo of role train is left out once, no other one ever is', () => {
  const photos = syntheticPhotos(1, 47);
  const folds = foldsOf(photos, 4, seededRandom(3));
  const trainable = photos.flatMap(({ role }, i) => (role === 'train' ? [i] : []));
  expect(folds.flat().sort((a, b) => a - b)).toEqual(trainable);
  const sizes = folds.map(({ length }) => length);
  expect(Math.max(...sizes) - Math.min(...sizes)).toBeLessThan(2);
  expect(() => foldsOf(photos, 1, seededRandom(3))).toThrow('foldsOf: got 1 folds, wanted a whole number from 2');
});

test('what can be seen in a photo is found in photos left out, and labels that cannot be seen are not', async () => {
  const before = tf.memory().numTensors;
  const photos = syntheticPhotos(1, 480);
  const measured = async (data: typeof photos) => {
    const figures = await crossValidatedLabels(
      { description: DESCRIPTION, photos: data, regionsOf: ({ regions }) => regions },
      2,
      () => {},
      async () => {},
    );
    expect(figures.map(({ photos: count }) => count)).toEqual([200, 200]);
    return figures.reduce((sum, { labelMap }) => sum + labelMap, 0) / 2;
  };
  const seen = await measured(photos);
  // Every photo with the labels of another one: half of the photos hold a category, so half is what chance gives.
  const guessed = await measured(photos.map((photo, i) => ({ ...photo, labels: photos[(i + 31) % 480]!.labels })));
  expect(seen).toBeGreaterThan(0.8);
  expect(guessed).toBeLessThan(seen - 0.15);
  expect(tf.memory().numTensors).toBe(before);
}, 240_000);

test('taps that are left out take their columns with them, and the evidence stays last', () => {
  const description = {
    ...DESCRIPTION,
    taps: [
      { tap: 'a', channels: 2, levels: [1] },
      { tap: 'b', channels: 1, levels: [1, 2] },
      { tap: 'c', channels: 1, levels: [1] },
    ],
    detectorClasses: 2,
  };
  const regions = Uint16Array.from({ length: 20 }, (_, i) => i);
  const { description: reduced, cut } = withoutTaps(description, ['b']);
  expect(reduced.taps.map(({ tap }) => tap)).toEqual(['a', 'c']);
  expect([...cut(regions)]).toEqual([0, 1, 7, 8, 9, 10, 11, 17, 18, 19]);
  expect(withoutTaps(description, []).cut(regions)).toBe(regions);
  expect(() => withoutTaps(description, ['d'])).toThrow('withoutTaps: got d, wanted some of a, b, c');
});
