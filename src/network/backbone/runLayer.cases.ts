import { type KernelCase, type KernelCases, randomValues } from '../../gpu/kernels/kernelCase.ts';
import { tensor, tensor4d } from '../../gpu/tfjs/tfjs.ts';
import { INPUT, type Layer, layerShapes, sourcesOf, weightShapes } from './backboneDescription.ts';
import { type PlainMap, runLayerReference } from './runLayer.reference.ts';
import { runLayer } from './runLayer.ts';

/** The layer after `before`, which make the maps that it reads out of a map of three channels. Convolutions of 1×1 stand in for a network. */
function layerCase(
  name: string,
  [height, width, channels]: readonly [number, number, number],
  layer: Layer,
): KernelCase {
  const sources = [...new Set(sourcesOf(layer))];
  const description = {
    name: 'tiny',
    input: { order: 'rgb', mean: [0, 0, 0], deviation: [1, 1, 1] },
    inputSide: 32,
    layers: [
      ...sources.map((source): Layer => {
        return {
          kind: 'convolution',
          name: source,
          from: INPUT,
          kernel: 1,
          stride: 1,
          padding: [0, 0],
          channels,
          activation: 'identity',
        };
      }),
      layer,
    ],
    taps: [layer.name],
  } as const;
  const shapes = layerShapes(description, height, width);
  const wanted = weightShapes(description);
  const weightShape = wanted.get(`${layer.name}.weight`) ?? [0];
  const biasShape = wanted.get(`${layer.name}.bias`) ?? [0];
  const weight = randomValues(
    weightShape.reduce((product, side) => product * side, 1),
    1,
  );
  const bias = randomValues(biasShape[0]!, 2);
  const maps = new Map(
    sources.map((source, i): [string, PlainMap] => {
      const shape = shapes.get(source)!;
      return [source, { ...shape, values: randomValues(height * width * channels, 3 + i, -4, 4) }];
    }),
  );
  return {
    name,
    run: () => [
      runLayer(
        layer,
        sourcesOf(layer).map((source) => tensor4d(maps.get(source)!.values, [1, height, width, channels])),
        { weight: tensor(weight, [...weightShape]), bias: tensor(bias, [...biasShape]) },
      ),
    ],
    expected: () => [
      runLayerReference(
        layer,
        sourcesOf(layer).map((source) => maps.get(source)!),
        shapes.get(layer.name)!,
        { weight, bias },
      ),
    ],
  };
}

const window = { name: 'out', from: 'a', kernel: 3, stride: 2, padding: 'same' } as const;

export const runLayerCases: KernelCases = {
  kernel: 'runLayer',
  tolerance: {
    absolute: 3e-5,
    relative: 3e-5,
    reason:
      'sums of up to 72 products of magnitude 4 in float32, in another order than the reference, which sums in double',
  },
  cases: [
    layerCase('a convolution by SAME at stride 2 with ReLU6, an even and an odd side', [6, 9, 8], {
      ...window,
      kind: 'convolution',
      channels: 12,
      activation: 'relu6',
    }),
    layerCase('a convolution by SAME of an odd and an even side, leaky', [7, 8, 8], {
      ...window,
      kind: 'convolution',
      channels: 4,
      activation: { leaky: 0.1 },
    }),
    layerCase('a depthwise convolution by SAME at stride 2 with ReLU6, an even and an odd side', [6, 9, 8], {
      ...window,
      kind: 'depthwiseConvolution',
      activation: 'relu6',
    }),
    layerCase('a depthwise convolution at stride 1, one all round', [5, 4, 12], {
      ...window,
      kind: 'depthwiseConvolution',
      stride: 1,
      padding: [1, 1],
      activation: 'identity',
    }),
    layerCase('the largest of windows by SAME, which end within the map', [6, 9, 4], { ...window, kind: 'maxPool' }),
    layerCase('the mean of windows by SAME, padding left out', [6, 9, 4], { ...window, kind: 'averagePool' }),
    layerCase('a residual', [5, 6, 8], { kind: 'add', name: 'out', from: ['a', 'b'] }),
    layerCase('a map added to itself', [5, 6, 8], { kind: 'add', name: 'out', from: ['a', 'a'] }),
  ],
};
