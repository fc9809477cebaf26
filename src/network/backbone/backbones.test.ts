import { expect, test } from 'vitest';
import { layerShapes, weightShapes } from './backboneDescription.ts';
import { BACKBONES, backboneNamed, backbonesNamed } from './backbones.ts';

test.each([...BACKBONES])('$name fits together and is found by its name', (description) => {
  expect(backboneNamed(description.name)).toBe(description);
  expect(layerShapes(description, 416, 320).size).toBe(description.layers.length + 1);
  expect(weightShapes(description).size).toBeGreaterThan(0);
});

test('a name that no network has is answered with those that there are', () => {
  expect(() => backboneNamed('resnet')).toThrow(
    'backboneNamed: got resnet, wanted one of nanodet-g, ssd-mobilenetv2, googlenet, googlenet-bn',
  );
});

test('a plus joins networks in their order; one that stands there twice is refused', () => {
  expect(backbonesNamed('nanodet-g').map(({ name }) => name)).toEqual(['nanodet-g']);
  expect(backbonesNamed('nanodet-g+googlenet').map(({ name }) => name)).toEqual(['nanodet-g', 'googlenet']);
  expect(() => backbonesNamed('nanodet-g+resnet')).toThrow('backboneNamed: got resnet');
  expect(() => backbonesNamed('googlenet+googlenet')).toThrow(
    'backbonesNamed: got googlenet+googlenet, wanted googlenet once',
  );
});
