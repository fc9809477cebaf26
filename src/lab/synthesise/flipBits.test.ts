import { expect, test } from 'vitest';
import { seededRandom } from '../../base/seededRandom.ts';
import { popcount } from '../../codes/hammingDistance.ts';
import { flipBits } from './flipBits.ts';

test.each([0.02, 0.05, 0.12, 0.3])('of many bits a share of %f is flipped, and none beyond the code', (rate) => {
  const random = seededRandom(9);
  let flipped = 0;
  for (let n = 0; n < 4000; n++) {
    const code = new Uint32Array(4);
    flipBits(random, code, 1, 48, rate);
    expect([code[0], code[2]! >>> 16, code[3]]).toEqual([0, 0, 0]);
    flipped += popcount(code[1]!) + popcount(code[2]!);
  }
  expect(Math.abs(flipped / (4000 * 48) - rate)).toBeLessThan(0.02);
});
