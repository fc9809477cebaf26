import { expect, test } from 'vitest';
import { RegionShelf } from './regionShelf.ts';

const BOX = { x0: 0, y0: 0, x1: 1, y1: 1 };

test('answers about the same gallery share their regions; another gallery is asked anew', async () => {
  const asked: number[][] = [];
  const shelf = new RegionShelf(async (numbers) => {
    asked.push([...numbers]);
    return Array.from(numbers, () => BOX);
  });
  await shelf.at(1).ready(Uint32Array.of(1, 2), 'cat');
  expect(shelf.at(1).watch(2, 'cat').getSnapshot()).toEqual(BOX);
  await shelf.at(1).ready(Uint32Array.of(2, 3), 'cat');
  expect(asked).toEqual([[1, 2], [3]]);
  expect(shelf.at(2).watch(2, 'cat').getSnapshot()).toBeUndefined();
});
