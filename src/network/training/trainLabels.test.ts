import { beforeAll, expect, test } from 'vitest';
import { float32ToFloat16 } from '../../base/weights/safetensors.ts';
import * as tf from '../../gpu/tfjs/tfjs.ts';
import { TINY_HEADS } from '../fixtures/randomHeads.ts';
import { createHeadsVariables } from './headsVariables.ts';
import { photoPass } from './photoPass.ts';
import { seededRandom } from './random.ts';
import { regionStore } from './regionStore.ts';
import { drawnRegions, seededDropout } from './trainLabels.ts';

beforeAll(async () => {
  await tf.setBackend('cpu');
});

/** A store of one feature whose value is the region's number, the whole photo being 0, standardised or not. */
function numbered(...counts: number[]) {
  const store = regionStore(
    counts.map((count) => Uint16Array.from({ length: count }, (_, i) => float32ToFloat16(i))),
    1,
    counts.map((_, i) => i),
  );
  const regionsOf = (tensor: tf.Tensor3D): number[][] =>
    (tensor.arraySync() as number[][][]).map((photo) =>
      photo.map(([value]) => Math.round(value! * store.deviation[0]! + store.mean[0]!)),
    );
  return { store, regionsOf };
}

test('dropout keeps its share of the values and their mean', () => {
  const mask = seededDropout(0.25, seededRandom(1))!([100, 80]).dataSync();
  const kept = mask.filter((value) => value !== 0);
  expect(kept.every((value) => value === Math.fround(1 / 0.75))).toBe(true);
  expect(kept.length / mask.length).toBeCloseTo(0.75, 1);
});

test('a draw is the whole photo and then different proposals', () => {
  const { store, regionsOf } = numbered(9, 9);
  const [first, second] = regionsOf(drawnRegions(store, [0, 1], 5, seededRandom(2)));
  for (const regions of [first!, second!]) {
    expect(regions[0]).toBe(0);
    expect(new Set(regions.slice(1)).size).toBe(5);
    expect(regions.slice(1).every((region) => region >= 1 && region <= 8)).toBe(true);
  }
  expect(second).not.toEqual(first);
});

test('a photo with too few proposals shows some twice, one with none shows the whole again', () => {
  const { store, regionsOf } = numbered(3, 1);
  const [few, none] = regionsOf(drawnRegions(store, [0, 1], 4, seededRandom(3)));
  expect(few![0]).toBe(0);
  expect([...few!.slice(1)].sort()).toEqual([1, 1, 2, 2]);
  expect(none).toEqual([0, 0, 0, 0, 0]);
});

test('the pass over many photos gives each what it gets alone', () => {
  const random = seededRandom(4);
  const length = 20;
  const photos = Array.from({ length: 18 }, () =>
    Uint16Array.from({ length: 3 * length }, () => float32ToFloat16(random.normal())),
  );
  const store = regionStore(
    photos,
    length,
    photos.map((_, i) => i),
  );
  const heads = createHeadsVariables(TINY_HEADS, seededRandom(5));
  // With as many proposals as there are, only their order is drawn.
  const all = photoPass(
    heads,
    store,
    photos.map((_, i) => i),
    2,
    random,
    null,
  );
  const last = photoPass(heads, store, [17], 2, random, null);
  expect(all.pooled).toHaveLength(18 * 3);
  last.pooled.forEach((value, c) => expect(value).toBeCloseTo(all.pooled[17 * 3 + c]!, 4));
  last.groups.forEach((value, k) => expect(value).toBeCloseTo(all.groups[17 * 3 * 4 + k]!, 4));
  heads.dispose();
});
