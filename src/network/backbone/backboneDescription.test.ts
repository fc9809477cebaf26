import { expect, test } from 'vitest';
import { type BackboneDescription, INPUT, type Layer, layerShapes, weightShapes } from './backboneDescription.ts';
import { NANODET_G } from './nanodetG.ts';

function described(layers: Layer[], taps: string[] = []): BackboneDescription {
  return { name: 'tiny', input: { order: 'rgb', mean: [0, 0, 0], deviation: [1, 1, 1] }, inputSide: 32, layers, taps };
}

const convolution: Layer = {
  kind: 'convolution',
  name: 'a',
  from: INPUT,
  kernel: 3,
  stride: 2,
  padding: [1, 1],
  channels: 8,
  activation: 'relu',
};

test('NanoDet-g has 25 convolutions in its backbone and the taps that it promises', () => {
  const backbone = NANODET_G.layers.slice(0, NANODET_G.layers.findIndex((layer) => layer.name === 'stride32') + 1);
  expect(backbone.filter((layer) => layer.kind === 'convolution')).toHaveLength(25);
  const shapes = layerShapes(NANODET_G, 416, 416);
  expect(shapes.get('stride8')).toEqual({ height: 52, width: 52, channels: 128 });
  expect(shapes.get('stride16')).toEqual({ height: 26, width: 26, channels: 256 });
  expect(shapes.get('stride32')).toEqual({ height: 13, width: 13, channels: 512 });
  expect(shapes.get('boxes32')).toEqual({ height: 13, width: 13, channels: 44 });
});

test('every convolution wants a kernel and a bias of its shape', () => {
  expect([...weightShapes(described([convolution]))]).toEqual([
    ['a.weight', [3, 3, 3, 8]],
    ['a.bias', [8]],
  ]);
});

test('joined maps must have one size, added maps one depth', () => {
  const wide: Layer = { ...convolution, name: 'b', stride: 1 };
  const deep: Layer = { ...convolution, name: 'b', channels: 9 };
  expect(() =>
    layerShapes(described([convolution, wide, { kind: 'concat', name: 'c', from: ['a', 'b'] }]), 32, 32),
  ).toThrow('layerShapes: tiny, layer c: b is 32×32×8, a is 16×16×8');
  expect(() =>
    layerShapes(described([convolution, deep, { kind: 'add', name: 'c', from: ['a', 'b'] }]), 32, 32),
  ).toThrow('layerShapes: tiny, layer c: b is 16×16×9, a is 16×16×8');
});

test('a layer may only read earlier layers, under a name of its own, and a tap must be a layer', () => {
  expect(() => layerShapes(described([{ ...convolution, from: 'later' }]), 32, 32)).toThrow(
    'layer a: reads later, which is no earlier layer',
  );
  expect(() => layerShapes(described([convolution, convolution]), 32, 32)).toThrow(
    'layer a: the name is taken by an earlier layer',
  );
  expect(() => layerShapes(described([convolution], ['z']), 32, 32)).toThrow('layerShapes: tiny: tap z is no layer');
  expect(() => layerShapes(described([{ kind: 'concat', name: 'c', from: [] }]), 32, 32)).toThrow(
    'layer c: reads no layer',
  );
});

test('a window must fit its map, a normalisation its middle channel', () => {
  expect(() => layerShapes(described([{ ...convolution, kernel: 7, padding: [0, 0] }]), 4, 4)).toThrow(
    'a window of 7 does not fit a map of 4×4',
  );
  const even: Layer = {
    kind: 'localResponseNormalisation',
    name: 'n',
    from: INPUT,
    size: 4,
    alpha: 1,
    beta: 1,
    bias: 1,
  };
  expect(() => layerShapes(described([even]), 4, 4)).toThrow('got a window of 4 channels, wanted an odd number');
});

test('SAME gives halves rounded up on each axis, and a depthwise convolution keeps its channels', () => {
  const depthwise: Layer = {
    kind: 'depthwiseConvolution',
    name: 'b',
    from: 'a',
    kernel: 3,
    stride: 2,
    padding: 'same',
    activation: 'relu6',
  };
  const description = described([{ ...convolution, padding: 'same' }, depthwise]);
  const shapes = layerShapes(description, 300, 150);
  expect(shapes.get('a')).toEqual({ height: 150, width: 75, channels: 8 });
  expect(shapes.get('b')).toEqual({ height: 75, width: 38, channels: 8 });
  expect(weightShapes(description).get('b.weight')).toEqual([3, 3, 8, 1]);
  expect(weightShapes(description).get('b.bias')).toEqual([8]);
});
