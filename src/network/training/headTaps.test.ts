import { expect, test } from 'vitest';
import { backbonesNamed } from '../backbone/backbones.ts';
import { headsInputLength } from '../heads/headsDescription.ts';
import { headInputs } from './headTaps.ts';

test.each([
  ['nanodet-g', 1344],
  ['googlenet', 832 + 1024],
  ['nanodet-g+googlenet', 1344 + 832 + 1024],
  ['nanodet-g+ssd-mobilenetv2', 1344 + 320 + 72],
])('heads of %s see %i numbers of a region, all of taps that its parts have', (backbone, length) => {
  const inputs = headInputs(backbone);
  expect(inputs.backbone).toBe(backbone);
  expect(headsInputLength(inputs)).toBe(length);
  const known = backbonesNamed(backbone).flatMap(({ taps }) => taps);
  expect(inputs.taps.filter(({ tap }) => !known.includes(tap))).toEqual([]);
});

test('evidence of the detector is where a part detects, and an unknown name is refused', () => {
  expect(headInputs('nanodet-g+googlenet').detectorClasses).toBe(80);
  expect(headInputs('googlenet').detectorClasses).toBe(0);
  expect(() => headInputs('nanodet-g+resnet')).toThrow('backboneNamed: got resnet');
});
