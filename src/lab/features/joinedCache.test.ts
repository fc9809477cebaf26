import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { appendToFeatureCache } from './featureCacheWriter.ts';
import { openJoinedCache, partFolder } from './joinedCache.ts';

const BACKBONE = 'nanodet-g+googlenet';
let folder: string;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'facet-joined-'));
});

afterEach(() => rmSync(folder, { recursive: true }));

/** One map of one cell, whose one channel holds 1 in float16 times the number of the photo's letters. */
function write(part: string, tap: string, ids: readonly string[], flip = false): void {
  const cache = partFolder(folder, BACKBONE, part);
  const writer = appendToFeatureCache(cache, {
    backbone: `${part}@32#0`,
    inputSide: 32,
    flip,
    dtype: 'float16',
    taps: { [tap]: 1 },
  });
  for (const id of ids) writer.append(id, [{ tap, h: 1, w: 1, halves: Uint16Array.of(0x3c00) }]);
  writer.close();
}

test('maps of several parts are read as one, and what a part has not seen is not held', () => {
  write('nanodet-g', 'stride16', ['a', 'b']);
  write('googlenet', 'inception_5b', ['a']);
  const cache = openJoinedCache(folder, BACKBONE, ['nanodet-g@32#0', 'googlenet@32#0'], false);
  const taps = ['inception_5b', 'stride16'];
  expect(['a', 'b', 'c'].map((id) => cache.held(id, taps))).toEqual([taps, ['stride16'], []]);
  expect(Object.keys(cache.maps('b', ['stride16']))).toEqual(['stride16']);
  expect(Object.keys(cache.maps('a', ['inception_5b', 'stride16'])).sort()).toEqual(['inception_5b', 'stride16']);
  expect(cache.maps('a', ['inception_5b'])['inception_5b']!.values).toEqual(Float32Array.of(1));
  expect(() => cache.maps('a', ['stride32'])).toThrow('holds no maps of tap stride32');
  cache.close();
});

test('one backbone alone has its maps in the folder itself', () => {
  expect(partFolder('maps', 'nanodet-g', 'nanodet-g')).toBe('maps');
  expect(partFolder('maps', BACKBONE, 'googlenet')).toBe(join('maps', 'googlenet'));
});

test('maps of other weights and of mirrored photos are refused', () => {
  write('nanodet-g', 'stride16', ['a'], true);
  write('googlenet', 'inception_5b', ['a'], true);
  expect(() => openJoinedCache(folder, BACKBONE, ['nanodet-g@32#0', 'googlenet@32#1'], true)).toThrow(
    'holds maps of googlenet@32#0, wanted googlenet@32#1',
  );
  expect(() => openJoinedCache(folder, BACKBONE, ['nanodet-g@32#0', 'googlenet@32#0'], false)).toThrow(
    'are of photos mirrored, wanted the other',
  );
});
