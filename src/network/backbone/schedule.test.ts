import { expect, test } from 'vitest';
import { NANODET_G } from './nanodetG.ts';
import { schedule } from './schedule.ts';
import { SSD_MOBILENET_V2 } from './ssdMobilenetV2.ts';

const names = (taps: readonly string[], expanding: boolean) =>
  schedule(SSD_MOBILENET_V2, taps, expanding).map(({ layer, expand }) => [layer.name, expand?.name ?? null]);

test('a 1×1 convolution that a depthwise one alone reads is done in its step', () => {
  expect(names(['mobile16'], true).slice(0, 5)).toEqual([
    ['stem', null],
    ['block0.depthwise', null],
    ['block0', null],
    ['block1.depthwise', 'block1.expand'],
    ['block1', null],
  ]);
  expect(names(['mobile16'], false)[3]).toEqual(['block1.expand', null]);
});

test('one that something else reads, too, keeps its map', () => {
  expect(names(['mobile32', 'openImages16'], true)).toContainEqual(['block13.expand', null]);
  expect(names(['mobile32'], true)).toContainEqual(['block13.depthwise', 'block13.expand']);
});

test.each([true, false])(
  'every map but the taps is finished once, after its last reader (expanding: %s)',
  (expanding) => {
    for (const [description, taps] of [
      [SSD_MOBILENET_V2, ['mobile16', 'mobile32']],
      [NANODET_G, ['stride16', 'boxes8']],
    ] as const) {
      const alive = new Set<string>(['input']);
      for (const { layer, expand, finished } of schedule(description, taps, expanding)) {
        for (const source of [expand?.from ?? layer.from].flat())
          expect(alive, `${layer.name} reads it`).toContain(source);
        alive.add(layer.name);
        for (const name of finished) expect(alive.delete(name), name).toBe(true);
      }
      expect([...alive].sort()).toEqual(['input', ...taps].sort());
    }
  },
);
