import { expect, test } from 'vitest';
import { type BackboneDescription, type Convolution, INPUT } from '../../../network/backbone/backboneDescription.ts';
import { weightsFromGraph } from './followGraph.ts';
import { type GraphModelJson, type GraphNode, readStoredGraph } from './graphModel.ts';

const strides = (stride: number) => ({ strides: { list: { i: ['1', `${stride}`, `${stride}`, '1'] } } });

/** input → pad → convolution 3×3/2 of 4 outputs → bias → leaky → transpose → split in 1 and 3 */
const nodes: GraphNode[] = [
  { name: 'in', op: 'Placeholder' },
  { name: 'pad', op: 'Pad', input: ['in', 'pads'] },
  { name: 'conv', op: 'Conv2D', input: ['pad', 'kernel'], attr: strides(2) },
  { name: 'biased', op: 'Add', input: ['conv', 'bias'] },
  { name: 'leaky', op: 'LeakyRelu', input: ['biased'], attr: { alpha: { f: 0.1 } } },
  { name: 'turned', op: 'Transpose', input: ['leaky', 'perm'] },
  { name: 'split', op: 'SplitV', input: ['turned', 'sizes', 'axis'] },
];

const weights = [
  { name: 'pads', shape: [4, 2], dtype: 'int32', data: [0, 0, 0, 0, 1, 1, 1, 1] },
  { name: 'kernel', shape: [3, 3, 3, 4], dtype: 'float32', data: Array.from({ length: 108 }, (_, i) => i) },
  { name: 'bias', shape: [4], dtype: 'float32', data: [10, 11, 12, 13] },
  { name: 'sizes', shape: [2], dtype: 'int32', data: [1, 3] },
];

const json: GraphModelJson = { modelTopology: { node: nodes }, weightsManifest: [{ paths: ['w'], weights }] };
const bytes = new ArrayBuffer(weights.reduce((sum, { data }) => sum + data.length * 4, 0));
const view = new DataView(bytes);
weights
  .flatMap(({ dtype, data }) => data.map((value) => [dtype, value] as const))
  .forEach(([dtype, value], i) =>
    dtype === 'int32' ? view.setInt32(i * 4, value, true) : view.setFloat32(i * 4, value, true),
  );
const graph = readStoredGraph(json, bytes);

const split: Convolution = {
  kind: 'convolution',
  name: 'rest',
  from: INPUT,
  kernel: 3,
  stride: 2,
  padding: [1, 1],
  channels: 3,
  activation: { leaky: 0.1 },
};

function described(layer: Convolution): BackboneDescription {
  return {
    name: 'tiny',
    input: { order: 'rgb', mean: [0, 0, 0], deviation: [1, 1, 1] },
    inputSide: 32,
    layers: [layer],
    taps: [layer.name],
  };
}

test('transposes and pads fold away, and a split becomes a convolution of its outputs', () => {
  const tensors = weightsFromGraph(graph, described(split), { rest: 'split:1' }, 32);
  expect([...tensors.keys()]).toEqual(['rest.weight', 'rest.bias']);
  expect([...tensors.get('rest.bias')!.values]).toEqual([11, 12, 13]);
  expect(tensors.get('rest.weight')!.shape).toEqual([3, 3, 3, 3]);
  expect([...tensors.get('rest.weight')!.values].slice(0, 6)).toEqual([1, 2, 3, 5, 6, 7]);
});

test.each([
  [
    'stride',
    { stride: 1 },
    "layer rest of tiny is Conv2D 3 stride 1 leaky 0.1 to 3, the graph's conv is Conv2D 3 stride 2 leaky 0.1 to 3",
  ],
  ['activation', { activation: 'relu' }, "leaky null to 3, the graph's conv is Conv2D 3 stride 2 leaky 0.1"],
  ['channels', { channels: 4 }, "leaky 0.1 to 4, the graph's conv is Conv2D 3 stride 2 leaky 0.1 to 3"],
  ['padding', { padding: [0, 1] }, "is padded by 0,1, the graph's conv is padded by 1,1"],
] as const)('a description with another %s is told where it differs', (_, change, message) => {
  expect(() => weightsFromGraph(graph, described({ ...split, ...change }), { rest: 'split:1' }, 32)).toThrow(message);
});

test('a tap that the graph does not have is named', () => {
  expect(() => weightsFromGraph(graph, described(split), {}, 32)).toThrow(
    'followGraph: rest is no node of the stored graph',
  );
});

test('weights that are cut short or too long are refused', () => {
  expect(() => readStoredGraph(json, bytes.slice(0, 40))).toThrow('readStoredGraph: the weights end before kernel');
  expect(() => readStoredGraph(json, new ArrayBuffer(bytes.byteLength + 4))).toThrow(
    `got ${bytes.byteLength + 4} bytes of weights, wanted ${bytes.byteLength}`,
  );
});
