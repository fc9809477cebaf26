import { expect, test } from 'vitest';
import { rampColour } from './colourRamp.ts';

const lightness = (share: number) => {
  const [red, green, blue] = rampColour(share);
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
};

test('the ramp darkens all the way and makes no jump', () => {
  for (let step = 1; step <= 100; step++) {
    const fall = lightness((step - 1) / 100) - lightness(step / 100);
    expect(fall).toBeGreaterThan(0);
    expect(fall).toBeLessThan(6);
  }
});

test('a share outside the ramp has the colour of its nearer end', () => {
  expect(rampColour(-1)).toEqual(rampColour(0));
  expect(rampColour(Infinity)).toEqual(rampColour(1));
});
