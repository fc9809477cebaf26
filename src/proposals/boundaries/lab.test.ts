import { expect, test } from 'vitest';
import { rgbImage } from '../../base/image/rgbImage.ts';
import { Scratch } from '../arena/scratch.ts';
import { labPlanes } from './lab.ts';

test('known colours have their CIE Lab values (over 100) to a thousandth', () => {
  const { lightness, a, b } = labPlanes(
    rgbImage(5, 1, Uint8Array.of(255, 255, 255, 0, 0, 0, 255, 0, 0, 0, 255, 0, 0, 0, 255)),
    new Scratch(),
  );
  // Lindbloom's calculator, sRGB, D65.
  const wanted = [
    [100, 0, 0],
    [0, 0, 0],
    [53.24, 80.09, 67.2],
    [87.73, -86.18, 83.18],
    [32.3, 79.19, -107.86],
  ];
  wanted.forEach(([l, wantedA, wantedB], i) => {
    expect(lightness[i]! * 100).toBeCloseTo(l!, 0);
    expect(Math.abs(a[i]! * 100 - wantedA!)).toBeLessThan(0.2);
    expect(Math.abs(b[i]! * 100 - wantedB!)).toBeLessThan(0.2);
  });
});
