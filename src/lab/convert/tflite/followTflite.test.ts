import { expect, test } from 'vitest';
import { type BackboneDescription, INPUT, type Layer } from '../../../network/backbone/backboneDescription.ts';
import { type TinyChange, tinyTflite } from './fixtures/tinyTflite.ts';
import { weightsFromTflite } from './followTflite.ts';
import { readTflite } from './tfliteModel.ts';

const layers: readonly Layer[] = [
  {
    kind: 'convolution',
    name: 'first',
    from: INPUT,
    kernel: 1,
    stride: 1,
    padding: [0, 0],
    channels: 3,
    activation: 'identity',
  },
  {
    kind: 'depthwiseConvolution',
    name: 'wide',
    from: 'first',
    kernel: 3,
    stride: 1,
    padding: 'same',
    activation: 'relu6',
  },
  { kind: 'add', name: 'sum', from: ['wide', 'first'] },
  {
    kind: 'convolution',
    name: 'out',
    from: 'sum',
    kernel: 3,
    stride: 2,
    padding: 'same',
    channels: 2,
    activation: 'relu6',
  },
];

function weightsOf(change: TinyChange = {}, changed: readonly Layer[] = layers) {
  const description: BackboneDescription = {
    name: 'tiny',
    input: { order: 'rgb', mean: [0, 0, 0], deviation: [1, 1, 1] },
    inputSide: 32,
    layers: changed,
    taps: ['out'],
  };
  return weightsFromTflite(readTflite(tinyTflite(change)), description, { out: 4 });
}

test('kernels come as height × width × in × out, depthwise ones with one output a channel, in the order of the layers', () => {
  const weights = weightsOf();
  expect([...weights.keys()]).toEqual(['first', 'wide', 'out'].flatMap((name) => [`${name}.weight`, `${name}.bias`]));
  // Stored as 3 outputs of 3 inputs each, 0 1 2, 3 4 5, 6 7 8.
  expect(weights.get('first.weight')).toEqual({
    shape: [1, 1, 3, 3],
    values: Float32Array.of(0, 3, 6, 1, 4, 7, 2, 5, 8),
  });
  expect(weights.get('wide.weight')).toEqual({
    shape: [3, 3, 3, 1],
    values: Float32Array.from({ length: 27 }, (_, i) => i + 1),
  });
  expect(weights.get('out.weight')).toEqual({
    shape: [3, 3, 3, 2],
    values: Float32Array.from({ length: 54 }, (_, i) => (i % 2) * 27 + Math.floor(i / 2)),
  });
  expect(weights.get('out.bias')!.values).toEqual(Float32Array.of(7, 8));
});

test('a layer that differs from the graph is named with what both say', () => {
  const swapped = (name: string, change: object): Layer[] =>
    layers.map((layer) => (layer.name === name ? ({ ...layer, ...change } as Layer) : layer));
  expect(() => weightsOf({ stride: 1 })).toThrow(
    "layer out of tiny is CONV_2D to 2, 3 stride 2 padding SAME, RELU6, the graph's tensor 4 (out;fused) is CONV_2D to 2, 3 stride 1 padding SAME, RELU6",
  );
  expect(() => weightsOf({ dilation: 2 })).toThrow('stride 2 padding SAME dilation 2, RELU6');
  expect(() => weightsOf({ addActivation: 1 })).toThrow(
    "layer sum of tiny is ADD of 2, NONE, the graph's tensor 3 (sum) is ADD of 2, RELU",
  );
  expect(() => weightsOf({}, swapped('out', { padding: [1, 1] }))).toThrow(
    'is CONV_2D to 2, 3 stride 2 padding 1,1, RELU6',
  );
  expect(() => weightsOf({}, swapped('wide', { activation: 'relu' }))).toThrow(
    'layer wide of tiny is DEPTHWISE_CONV_2D, 3 stride 1 padding SAME, RELU,',
  );
  expect(() => weightsOf({}, swapped('sum', { from: ['first', 'wide'] }))).toThrow('layer first of tiny is CONV_2D');
  expect(() => weightsOf({}, swapped('wide', { from: INPUT }))).toThrow('layer input of tiny is its input');
});
