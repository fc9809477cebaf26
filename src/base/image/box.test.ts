import fc from 'fast-check';
import { expect, test } from 'vitest';
import {
  boxCount,
  boxIou,
  cellBoxes,
  cellFromUnit,
  pixelBoxes,
  pixelFromUnit,
  unitBoxes,
  unitFromPixel,
} from './box.ts';

const side = fc.integer({ min: 1, max: 60 });
/** A box with an area, whole edges within 100. */
const box = fc.tuple(fc.nat(40), fc.nat(40), side, side).map(([x, y, w, h]) => Float32Array.of(x, y, x + w, y + h));

test('a box that covers the photo covers it in every frame', () => {
  const unit = unitFromPixel(pixelBoxes(Float32Array.of(0, 0, 384, 288)), 384, 288);
  expect([...unit]).toEqual([0, 0, 1, 1]);
  expect([...cellFromUnit(unit, 26, 19)]).toEqual([0, 0, 26, 19]);
});

test('pixels become shares of the photo and come back', () => {
  fc.assert(
    fc.property(
      fc.array(box),
      fc.integer({ min: 1, max: 5000 }),
      fc.integer({ min: 1, max: 5000 }),
      (list, width, height) => {
        const boxes = pixelBoxes(Float32Array.from(list.flatMap((b) => [...b])));
        const back = pixelFromUnit(unitFromPixel(boxes, width, height), width, height);
        expect(boxCount(back)).toBe(list.length);
        expect(boxes.every((edge, i) => Math.abs(edge - back[i]!) < 1e-4)).toBe(true);
      },
    ),
  );
});

test('x goes by the width and y by the height', () => {
  expect([...cellFromUnit(unitBoxes(Float32Array.of(0.25, 0.25, 0.5, 0.5)), 8, 4)]).toEqual([2, 1, 4, 2]);
});

test('the overlap over the union, counted by cells of a grid', () => {
  fc.assert(
    fc.property(box, box, (a, b) => {
      let both = 0,
        either = 0;
      for (let y = 0; y < 100; y++) {
        for (let x = 0; x < 100; x++) {
          const inA = x >= a[0]! && x < a[2]! && y >= a[1]! && y < a[3]!;
          const inB = x >= b[0]! && x < b[2]! && y >= b[1]! && y < b[3]!;
          both += Number(inA && inB);
          either += Number(inA || inB);
        }
      }
      expect(boxIou(a, 0, b, 0)).toBeCloseTo(both / either, 12);
    }),
    { numRuns: 30 },
  );
});

test('the overlap is taken between the boxes that are named', () => {
  const boxes = Float32Array.of(0, 0, 1, 1, 5, 5, 7, 7, 5, 5, 7, 6);
  expect(boxIou(boxes, 1, boxes, 2)).toBe(0.5);
  expect(boxIou(boxes, 0, boxes, 1)).toBe(0);
});

test('an empty box overlaps nothing, not even itself', () => {
  const empty = Float32Array.of(3, 3, 3, 3);
  expect(boxIou(empty, 0, empty, 0)).toBe(0);
});

test('numbers that are not four for each box are refused by the frame that was asked for', () => {
  const five = new Float32Array(5);
  expect(() => pixelBoxes(five)).toThrow('pixelBoxes: got 5 numbers, wanted four for each box');
  expect(() => unitBoxes(five)).toThrow('unitBoxes: got 5 numbers, wanted four for each box');
  expect(() => cellBoxes(five)).toThrow('cellBoxes: got 5 numbers, wanted four for each box');
});
