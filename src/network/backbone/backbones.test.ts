import { expect, test } from 'vitest';
import { layerShapes, weightShapes } from './backboneDescription.ts';
import { BACKBONES, backboneNamed } from './backbones.ts';

test.each([...BACKBONES])('$name fits together and is found by its name', (description) => {
  expect(backboneNamed(description.name)).toBe(description);
  expect(layerShapes(description, 416, 320).size).toBe(description.layers.length + 1);
  expect(weightShapes(description).size).toBeGreaterThan(0);
});

test('a name that no network has is answered with those that there are', () => {
  expect(() => backboneNamed('resnet')).toThrow(
    'backboneNamed: got resnet, wanted one of nanodet-g, googlenet, googlenet-bn',
  );
});
