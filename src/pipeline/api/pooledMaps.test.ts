import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { backbonesNamed } from '../../network/backbone/backbones.ts';
import { readHeadsFile } from '../../network/heads/headsFile.ts';
import { HEADS_FILE } from '../../network/shippedFiles.ts';
import { POOLING, pooledMaps } from './pooledMaps.ts';

test('the grid that the page draws is the one that the shipped heads pool from', () => {
  const { description } = readHeadsFile(new Uint8Array(readFileSync(`public/models/${HEADS_FILE}`)).buffer);
  const strides = new Set(description.taps.map(({ tap }) => Number(/\d+$/.exec(tap)?.[0])));
  expect([...strides].sort((a, b) => a - b)).toEqual([...POOLING.strides]);
  for (const { levels } of description.taps) expect(levels).toEqual([...POOLING.levels]);
  expect(backbonesNamed(description.backbone)[0]?.inputSide).toBe(POOLING.inputSide);
});

test('a photo on its side has the same maps on their sides', () => {
  expect(pooledMaps(4000, 3000)).toEqual([
    { stride: 8, columns: 52, rows: 40 },
    { stride: 16, columns: 26, rows: 20 },
    { stride: 32, columns: 13, rows: 10 },
  ]);
  expect(pooledMaps(3000, 4000).map(({ columns, rows }) => [rows, columns])).toEqual([
    [52, 40],
    [26, 20],
    [13, 10],
  ]);
});
