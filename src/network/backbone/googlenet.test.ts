import { expect, test } from 'vitest';
import { type BackboneDescription, layerShapes, weightShapes } from './backboneDescription.ts';
import { GOOGLENET, GOOGLENET_BN } from './googlenet.ts';

/** The classifier that both forms have and that is not imported: 1,024 features, 1,000 classes. */
const CLASSIFIER = 1024 * 1000 + 1000;

/** Numbers in the kernels, and output channels of all convolutions. */
function counted(description: BackboneDescription): { kernels: number; outputs: number } {
  let kernels = 0,
    outputs = 0;
  for (const [name, shape] of weightShapes(description)) {
    const size = shape.reduce((product, side) => product * side, 1);
    if (name.endsWith('.bias')) outputs += size;
    else kernels += size;
  }
  return { kernels, outputs };
}

test('the batch-normalised form has 6,624,904 parameters: no biases, a scale and a shift for each output', () => {
  const { kernels, outputs } = counted(GOOGLENET_BN);
  expect(kernels + 2 * outputs + CLASSIFIER).toBe(6_624_904);
});

test('the original has 6,998,552 parameters: a bias for each output, a 5×5 kernel in the third branch', () => {
  const { kernels, outputs } = counted(GOOGLENET);
  expect(kernels + outputs + CLASSIFIER).toBe(6_998_552);
});

test.each([GOOGLENET, GOOGLENET_BN])('the maps of $name have the sizes of the paper at 224×224', (description) => {
  const shapes = layerShapes(description, 224, 224);
  expect(shapes.get('pool2')).toEqual({ height: 28, width: 28, channels: 192 });
  expect(shapes.get('inception_3b')).toEqual({ height: 28, width: 28, channels: 480 });
  expect(shapes.get('inception_4e')).toEqual({ height: 14, width: 14, channels: 832 });
  expect(shapes.get('inception_5b')).toEqual({ height: 7, width: 7, channels: 1024 });
  expect(description.layers.filter((layer) => layer.kind === 'convolution')).toHaveLength(57);
});

test.each([GOOGLENET, GOOGLENET_BN])('the maps of $name cover any input exactly', (description) => {
  const shapes = layerShapes(description, 416, 320);
  expect(shapes.get('inception_3a')).toMatchObject({ height: 52, width: 40 });
  expect(shapes.get('inception_5b')).toMatchObject({ height: 13, width: 10 });
});
