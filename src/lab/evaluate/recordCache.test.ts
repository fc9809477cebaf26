import { mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, expect, test } from 'vitest';
import { unitBoxes } from '../../base/image/box.ts';
import type { PhotoRecord } from './photoRecord.ts';
import { openRecordCache } from './recordCache.ts';

const folder = mkdtempSync(join(tmpdir(), 'facet-records-'));
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const record: PhotoRecord = {
  frame: { width: 4, height: 3, orientation: 6 },
  boxes: unitBoxes(new Float32Array([0, 0, 1, 1])),
  winnerBoxes: unitBoxes(new Float32Array(4)),
  probabilities: new Float32Array([0.5]),
  semanticCodes: {
    16: new Uint32Array([1]),
    32: new Uint32Array([2]),
    48: new Uint32Array([3, 4]),
    64: new Uint32Array([5, 6]),
  },
  categoryCodes: new Uint32Array([7]),
  appearance: new Uint32Array([8, 9, 10, 11]),
  regionAppearance: new Uint32Array([12, 13]),
  winnerSigns: new Uint32Array(2),
  times: { proposalsMs: 1, backboneMs: 2, headsMs: 3 },
};
const photo = new Uint8Array([1, 2, 3]);

test('what was kept for a photo and a network is found again, and for no other', () => {
  openRecordCache(folder, 'one').write(photo, record);
  expect(openRecordCache(folder, 'one').read(photo)).toEqual(record);
  expect(openRecordCache(folder, 'two').read(photo)).toBeNull();
  expect(openRecordCache(folder, 'one').read(new Uint8Array([1, 2, 4]))).toBeNull();
});

test('a damaged file counts as none', () => {
  const cache = openRecordCache(folder, 'one');
  cache.write(photo, record);
  for (const name of readdirSync(folder)) writeFileSync(join(folder, name), 'cut');
  expect(cache.read(photo)).toBeNull();
});
