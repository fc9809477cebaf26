import { expect, test } from 'vitest';
import { boxIou, pixelBoxes } from '../image/box.ts';
import { boxNeighbourhoods } from './boxNeighbourhoods.ts';
import { Scratch } from './scratch.ts';

const COUNT = 400;

/** Whole-pixel boxes of every size, many of them nearly alike. */
const boxes = randomBoxes();

function randomBoxes(): Float32Array {
  const out = new Float32Array(COUNT * 4);
  let state = 7;
  const random = (below: number): number => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return Math.floor((state / 2 ** 32) * below);
  };
  for (let i = 0; i < COUNT; i++) {
    if (i % 2 === 0) {
      const [x, y] = [random(300), random(200)];
      out.set([x, y, x + 1 + random(384 - x), y + 1 + random(288 - y)], i * 4);
    } else {
      // Like the one before, each edge moved a little outwards.
      const before = out.slice(i * 4 - 4, i * 4);
      const move = Math.ceil((before[2]! - before[0]!) / 12);
      out.set([before[0]! - random(move), before[1]! - random(3), before[2]! + random(move), before[3]! + random(3)], i * 4);
    }
  }
  return out;
}

test.each([0.3, 0.6, 0.87])('every pair of boxes with an IoU above %d is in reach, and most others are not', (limit) => {
  const near = boxNeighbourhoods(boxes, COUNT, limit, new Scratch());
  const pixels = pixelBoxes(boxes);
  let pairs = 0;
  let reachable = 0;
  for (let i = 0; i < COUNT; i++) {
    const cells = new Set(near.reached.subarray(0, near.reach(i)));
    for (let j = 0; j < COUNT; j++) {
      if (cells.has(near.cellOf[j]!)) reachable++;
      if (boxIou(pixels, i, pixels, j) <= limit) continue;
      pairs++;
      expect(cells.has(near.cellOf[j]!)).toBe(true);
    }
  }
  expect(pairs).toBeGreaterThan(COUNT + 100);
  expect(reachable).toBeLessThan((COUNT * COUNT) / 2);
});
