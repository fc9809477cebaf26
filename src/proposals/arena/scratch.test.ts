import { expect, test } from 'vitest';
import { Scratch } from './scratch.ts';

test('arrays of one photo do not overlap and start as zeros, also when the memory was used before', () => {
  const scratch = new Scratch();
  for (let photo = 0; photo < 3; photo++) {
    scratch.reset();
    const arrays = [scratch.uint8(3), scratch.float32(5), scratch.int32(1), scratch.float64(2), scratch.uint32(4)];
    for (const array of arrays) expect([...array].every((value) => value === 0)).toBe(true);
    arrays.forEach((array, i) => array.fill(i + 1));
    arrays.forEach((array, i) => expect([...array].every((value) => value === i + 1)).toBe(true));
  }
});

test('the second photo of a size allocates nothing: every array lies in one buffer', () => {
  const scratch = new Scratch();
  scratch.float32(1000);
  scratch.uint8(7);
  scratch.reset();
  const held = scratch.byteLength;
  expect(scratch.float32(1000).buffer).toBe(scratch.uint8(7).buffer);
  scratch.reset();
  expect(scratch.byteLength).toBe(held);
});
