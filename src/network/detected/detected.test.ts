import { expect, test } from 'vitest';
import { unitBoxes } from '../../base/image/box.ts';
import { zeros } from '../../gpu/tfjs/tfjs.ts';
import { testOnEachBackend } from '../../tools/onEachBackend.ts';
import { detectedCases } from './detected.cases.ts';
import { detectedOn } from './detected.ts';

testOnEachBackend(detectedCases);

test('a backbone without the maps of a detection head is refused', () => {
  const boxes = unitBoxes(Float32Array.of(0, 0, 1, 1));
  const vocabulary = { temperature: 0.45, detected: [{ name: 'cup', class: 41, gate: 0.5 }] };
  expect(() => detectedOn({ scores8: zeros([1, 1, 80]) }, boxes, zeros([1, 80]), vocabulary)).toThrow(
    'detectedOn: got no map for tap scores16',
  );
});
