import { expect, test } from 'vitest';
import { Scratch } from '../arena/scratch.ts';
import { BORDER_SIDES, backgroundSources, NO_BACKGROUND, touchedSides, WHOLE_BORDER } from './backgrounds.ts';

// 3×3 pixels, a superpixel each.
const nine = { width: 3, height: 3, count: 9, labels: Int32Array.from([0, 1, 2, 3, 4, 5, 6, 7, 8]) };

test('a superpixel touches the sides that its pixels lie on', () => {
  const { top, right, bottom, left } = BORDER_SIDES;
  expect([...touchedSides(nine, new Scratch())]).toEqual([
    top | left,
    top,
    top | right,
    left,
    0,
    right,
    bottom | left,
    bottom,
    bottom | right,
  ]);
});

test('each border type takes the superpixels on its sides', () => {
  const scratch = new Scratch();
  const touched = touchedSides(nine, scratch);
  expect([...backgroundSources(touched, WHOLE_BORDER, scratch)]).toEqual([0, 1, 2, 3, 5, 6, 7, 8]);
  expect([...backgroundSources(touched, BORDER_SIDES.top, scratch)]).toEqual([0, 1, 2]);
  expect([...backgroundSources(touched, BORDER_SIDES.left | BORDER_SIDES.right, scratch)]).toEqual([0, 2, 3, 5, 6, 8]);
  expect([...backgroundSources(touched, NO_BACKGROUND, scratch)]).toEqual([]);
});
