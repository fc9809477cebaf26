import { appendFileSync, mkdtempSync, readFileSync, rmSync, truncateSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { float32ToFloat16 } from '../../base/weights/safetensors.ts';
import { type FeatureCacheHeader, openFeatureCache } from './featureCache.ts';
import { appendToFeatureCache, type HalfMap, tapsToCache } from './featureCacheWriter.ts';

const header: FeatureCacheHeader = {
  backbone: 'tiny@64#0',
  inputSide: 64,
  flip: false,
  dtype: 'float16',
  taps: { a: 2, b: 1 },
};
let folder: string;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'facet-cache-'));
});

afterEach(() => rmSync(folder, { recursive: true }));

function maps(first: number): HalfMap[] {
  const halves = (count: number) => Uint16Array.from({ length: count }, (_, i) => float32ToFloat16(first + i / 4));
  return [
    { tap: 'a', h: 2, w: 3, halves: halves(12) },
    { tap: 'b', h: 1, w: 2, halves: halves(2) },
  ];
}

function write(...photos: [key: string, first: number][]): void {
  const writer = appendToFeatureCache(folder, header);
  for (const [key, first] of photos) writer.append(key, maps(first));
  writer.close();
}

test('what was appended is read back, photo by photo and tap by tap', () => {
  write(['x', 1], ['y', -7]);
  const cache = openFeatureCache(folder);
  expect(cache.keys).toEqual(['x', 'y']);
  const { a, b } = cache.photo('y').maps;
  expect(a).toMatchObject({ h: 2, w: 3, d: 2 });
  expect([...a!.values].slice(0, 3)).toEqual([-7, -6.75, -6.5]);
  expect([...b!.values]).toEqual([-7, -6.75]);
  expect(Object.keys(cache.photo('x', ['b']).maps)).toEqual(['b']);
  cache.close();
});

test('the bytes are plain little-endian float16, so that numpy reads them', () => {
  write(['x', 1]);
  const bytes = readFileSync(join(folder, 'b.f16'));
  expect([...bytes]).toEqual([0x00, 0x3c, 0x00, 0x3d]); // 1 and 1.25
});

test('a run that was cut off in a photo goes on at that photo', () => {
  write(['x', 1], ['y', 2]);
  // The maps of a third photo are half on the disk, its line is cut.
  appendFileSync(join(folder, 'a.f16'), new Uint8Array(9));
  appendFileSync(join(folder, 'index.jsonl'), '{"key": "z", "ma');
  expect(openFeatureCache(folder).keys).toEqual(['x', 'y']);
  const writer = appendToFeatureCache(folder, header);
  expect([...writer.finished]).toEqual(['x', 'y']);
  writer.append('z', maps(5));
  writer.close();
  const cache = openFeatureCache(folder);
  expect(cache.photo('z').maps.a!.values[0]).toBe(5);
  expect(cache.photo('y').maps.a!.values[11]).toBe(2 + 11 / 4);
  cache.close();
});

test('a cache of other settings is not appended to', () => {
  write(['x', 1]);
  expect(() => appendToFeatureCache(folder, { ...header, flip: true })).toThrow(`${folder} holds another cache`);
});

test('a cache of another version, which named photos by their ids, is refused for reading and for appending', () => {
  writeFileSync(join(folder, 'cache.json'), `${JSON.stringify(header, null, 2)}\n`);
  writeFileSync(join(folder, 'index.jsonl'), '');
  expect(() => openFeatureCache(folder)).toThrow('was written by another version, which named photos');
  expect(() => appendToFeatureCache(folder, header)).toThrow(`${folder} holds another cache`);
});

test('a cache that holds more taps than are wanted goes on with all of them', () => {
  expect(tapsToCache(folder, ['b'])).toEqual(['b']);
  write(['x', 1]);
  expect(tapsToCache(folder, ['b'])).toEqual(['a', 'b']);
  expect(tapsToCache(folder, ['b', 'c'])).toEqual(['b', 'c']);
});

test('a folder without a cache, an unknown photo, an unknown tap and a short file are refused', () => {
  expect(() => openFeatureCache(folder)).toThrow('holds no cache.json; write one with npm run features');
  write(['x', 1]);
  const cache = openFeatureCache(folder);
  expect(() => cache.photo('q')).toThrow('featureCache: photo q is not cached');
  expect(() => cache.photo('x', ['c'])).toThrow('featureCache: got tap c, wanted one of a, b');
  truncateSync(join(folder, 'a.f16'), 10);
  expect(() => cache.photo('x')).toThrow('featureCache: got 10 bytes at value 0, wanted 24');
  cache.close();
  expect(() => openFeatureCache(folder)).toThrow('a.f16 has 10 bytes, the index wants 24');
  writeFileSync(join(folder, 'index.jsonl'), '');
  expect(openFeatureCache(folder).keys).toEqual([]);
});
