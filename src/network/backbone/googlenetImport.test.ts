import { expect, test } from 'vitest';
import type { OnnxNode } from '../../base/weights/onnx.ts';
import type { NamedArray } from '../../base/weights/safetensors.ts';
import { type BackboneDescription, weightShapes } from './backboneDescription.ts';
import { GOOGLENET, GOOGLENET_BN } from './googlenet.ts';
import { importGoogLeNet } from './googlenetImport.ts';

/** Shared zeros: these tests are about names and shapes. */
const zeros = new Map<number, Float32Array>();

function tensor(...shape: number[]): NamedArray {
  const size = shape.reduce((product, side) => product * side, 1);
  if (!zeros.has(size)) zeros.set(size, new Float32Array(size));
  return { shape, values: zeros.get(size)! };
}

function node(operator: string, inputs: string[], output = '', floats: Record<string, number> = {}): OnnxNode {
  return { operator, inputs, output, floats };
}

/** A file's tensors for every convolution. `base` gives the file's name of a layer */
function caffeFile(
  description: BackboneDescription,
  base: (layer: string) => string,
  weight: string,
  bias: string,
): Map<string, NamedArray> {
  const tensors = new Map<string, NamedArray>();
  for (const [name, [rows = 0, columns = 0, channelsIn = 0, channels = 0]] of weightShapes(description)) {
    const [, layer = '', part] = /^(.*)\.(weight|bias)$/.exec(name)!;
    if (part === 'bias') tensors.set(base(layer) + bias, tensor(rows));
    else tensors.set(base(layer) + weight, tensor(channels, channelsIn, rows, columns));
  }
  return tensors;
}

const STEMS: Readonly<Record<string, string>> = {
  conv1: 'conv1/7x7_s2',
  conv2_reduce: 'conv2/3x3_reduce',
  conv2: 'conv2/3x3',
};
const slashed = (layer: string) => STEMS[layer] ?? layer.replace('.', '/');

function torchvisionFile(prefix = ''): Map<string, NamedArray> {
  const tensors = new Map<string, NamedArray>([[`${prefix}fc.weight`, tensor(1000, 1024)]]);
  const places = ['branch1', 'branch2.0', 'branch2.1', 'branch3.0', 'branch3.1', 'branch4.1'];
  const convolutions = GOOGLENET_BN.layers.filter((layer) => layer.kind === 'convolution');
  const shapes = weightShapes(GOOGLENET_BN);
  convolutions.forEach(({ name, channels }, i) => {
    const module = name.split('.')[0]!.replace('_', '');
    const base = prefix + (i < 3 ? `conv${i + 1}` : `${module}.${places[(i - 3) % 6]}`);
    const [rows = 0, columns = 0, channelsIn = 0] = shapes.get(`${name}.weight`)!;
    tensors.set(`${base}.conv.weight`, tensor(channels, channelsIn, rows, columns));
    for (const part of ['weight', 'bias', 'running_mean', 'running_var'])
      tensors.set(`${base}.bn.${part}`, tensor(channels));
  });
  return tensors;
}

test.each([
  ['the ONNX zoo', slashed, '_w_0', '_b_0'],
  ['a Caffe conversion with slashes', slashed, '/weight', '/bias'],
  ['a Caffe conversion to PyTorch', (layer: string) => slashed(layer).replace('/', '_'), '.weight', '.bias'],
  ['numbered blobs under a prefix', (layer: string) => `net.${slashed(layer)}`, '.0', '.1'],
  ['dots', (layer: string) => slashed(layer).replace('/', '.'), '.weight', '.bias'],
])('the names of %s are understood as the original', (_, base, weight, bias) => {
  const imported = importGoogLeNet({ tensors: caffeFile(GOOGLENET, base, weight, bias), nodes: null });
  expect(imported.description).toBe(GOOGLENET);
  expect([...imported.tensors].map(([name, { shape }]) => [name, shape])).toEqual([...weightShapes(GOOGLENET)]);
});

test('names in capitals are the same names', () => {
  const loud = (tensors: Map<string, NamedArray>) =>
    new Map([...tensors].map(([name, tensor]) => [name.toUpperCase(), tensor]));
  const caffe = caffeFile(GOOGLENET, slashed, '_w_0', '_b_0');
  expect(importGoogLeNet({ tensors: loud(caffe), nodes: null }).description).toBe(GOOGLENET);
  expect(importGoogLeNet({ tensors: loud(torchvisionFile()), nodes: null }).description).toBe(GOOGLENET_BN);
});

test.each(['', 'module.'])(
  'torchvision\'s names under the prefix "%s" are understood as the batch-normalised form',
  (prefix) => {
    const imported = importGoogLeNet({ tensors: torchvisionFile(prefix), nodes: null });
    expect(imported.description).toBe(GOOGLENET_BN);
    expect([...imported.tensors].map(([name, { shape }]) => [name, shape])).toEqual([...weightShapes(GOOGLENET_BN)]);
  },
);

/** Exporters that fold batch normalisation number the tensors, or keep torchvision's names without it. */
test.each(['onnx::Conv_', 'inception3a.branch1.'])(
  'the tensors %s… of a folded graph are taken in its order',
  (prefix) => {
    let number = 0;
    const numbers = new Map<string, string>();
    const tensors = caffeFile(
      GOOGLENET_BN,
      (layer) => {
        if (!numbers.has(layer)) {
          number += 2;
          numbers.set(layer, `${prefix}${number}`);
        }
        return numbers.get(layer)!;
      },
      '',
      '+1',
    );
    const nodes = [...numbers.values()].map((name) => node('Conv', ['x', name, `${name}+1`]));
    expect(importGoogLeNet({ tensors, nodes }).description).toBe(GOOGLENET_BN);
    expect(() => importGoogLeNet({ tensors, nodes: [...nodes, node('LRN', ['x'])] })).toThrow(
      `tensor ${prefix}16 is [32, 16, 3, 3], wanted [32, 16, 5, 5] for inception_3a.5x5 of googlenet`,
    );
  },
);

test('batch normalisation is folded: w·γ/√(σ² + 0.001) and β − μ·γ/√(σ² + 0.001)', () => {
  const tensors = torchvisionFile();
  const filled = (size: number, value: number) => ({ shape: [size], values: new Float32Array(size).fill(value) });
  const kernel = new Float32Array(64 * 3 * 7 * 7);
  kernel[(5 * 3 + 2) * 49 + 3 * 7 + 4] = 10; // output 5, input 2, row 3, column 4
  tensors.set('conv1.conv.weight', { shape: [64, 3, 7, 7], values: kernel });
  tensors.set('conv1.bn.weight', filled(64, 3));
  tensors.set('conv1.bn.bias', filled(64, 0.5));
  tensors.set('conv1.bn.running_mean', filled(64, 2));
  tensors.set('conv1.bn.running_var', filled(64, 0.249));
  const imported = importGoogLeNet({ tensors, nodes: null }).tensors;
  // √(0.249 + 0.001) = 0.5, so the scale is 6.
  expect(imported.get('conv1.weight')!.values[((3 * 7 + 4) * 3 + 2) * 64 + 5]).toBeCloseTo(60, 4);
  expect(imported.get('conv1.bias')!.values[0]).toBeCloseTo(0.5 - 2 * 6, 4);
});

test('the first tensor that is missing or has another shape is named', () => {
  const missing = torchvisionFile();
  missing.delete('inception4c.branch2.1.bn.running_var');
  missing.delete('inception5b.branch1.conv.weight');
  expect(() => importGoogLeNet({ tensors: missing, nodes: null })).toThrow(
    'importGoogLeNet: tensor inception4c.branch2.1.bn.running_var is missing, wanted [256] for inception_4c.3x3 of googlenet-bn',
  );
  const misshapen = caffeFile(GOOGLENET, slashed, '_w_0', '_b_0');
  misshapen.set('inception_3a/pool_proj_w_0', tensor(32, 192, 3, 3));
  misshapen.set('inception_5b/1x1_w_0', tensor(1));
  expect(() => importGoogLeNet({ tensors: misshapen, nodes: null })).toThrow(
    'importGoogLeNet: tensor inception_3a/pool_proj_w_0 is [32, 192, 3, 3], wanted [32, 192, 1, 1] for inception_3a.pool_proj of googlenet',
  );
});

test('a tensor that is there but could not be read is told with the true reason', () => {
  const name = 'inception_3a/1x1_w_0';
  const tensors = caffeFile(GOOGLENET, slashed, '_w_0', '_b_0');
  tensors.delete(name);
  const place = 'wanted [64, 192, 1, 1] for inception_3a.1x1 of googlenet';
  const unread = new Map([[name, 'is INT8, wanted floating-point numbers']]);
  expect(() => importGoogLeNet({ tensors, unread, nodes: null })).toThrow(
    `importGoogLeNet: tensor ${name} is INT8, wanted floating-point numbers, ${place}`,
  );
  const nodes = [node('DequantizeLinear', ['q', 's'], name), node('Conv', ['x', name], 'y')];
  expect(() => importGoogLeNet({ tensors, nodes })).toThrow(
    `importGoogLeNet: tensor ${name} is computed in the graph by DequantizeLinear, ${place}`,
  );
});

test('tensors that are not needed are left alone, whatever they hold', () => {
  const tensors = caffeFile(GOOGLENET, slashed, '_w_0', '_b_0');
  tensors.set('loss1/classifier_w_0', tensor(3));
  const unread = new Map([['dropout/mask', 'is BOOL, wanted floating-point numbers']]);
  expect(importGoogLeNet({ tensors, unread, nodes: null }).description).toBe(GOOGLENET);
});

/** 57 convolutions of zeros in the order of the graph; the first has the kernel, and what reads it is the caller's choice. */
function numbered(first: OnnxNode[], extra: ReadonlyMap<string, NamedArray>) {
  const layers = [...weightShapes(GOOGLENET_BN)].filter(([name]) => name.endsWith('.weight'));
  const tensors = new Map(extra);
  const nodes = layers.flatMap(([, [rows = 0, columns = 0, channelsIn = 0, channels = 0]], i) => {
    tensors.set(`w${i}`, tensor(channels, channelsIn, rows, columns));
    return i === 0 ? first : [node('Conv', ['x', `w${i}`], `y${i}`), node('Relu', [`y${i}`], `z${i}`)];
  });
  return { tensors, nodes };
}

const vector = (value: number): NamedArray => ({ shape: [64], values: new Float32Array(64).fill(value) });

test("a graph's unfolded normalisation is folded with its own epsilon and the convolution's bias", () => {
  const kept = new Map([
    ['s', vector(3)],
    ['b', vector(0.5)],
    ['m', vector(2)],
    ['v', vector(0.21)],
    ['c', vector(7)],
  ]);
  const file = numbered(
    [
      node('Conv', ['x', 'w0', 'c'], 'y0'),
      node('BatchNormalization', ['y0', 's', 'b', 'm', 'v'], 'n0', { epsilon: 0.04 }),
      node('Relu', ['n0'], 'z0'),
    ],
    kept,
  );
  // √(0.21 + 0.04) = 0.5, so the scale is 6.
  expect(importGoogLeNet(file).tensors.get('conv1.bias')!.values[63]).toBeCloseTo(0.5 + (7 - 2) * 6, 4);
});

test('a convolution without a bias has one of zeros, unless something else is added after it', () => {
  const bare = numbered([node('Conv', ['x', 'w0'], 'y0'), node('Relu', ['y0'], 'z0')], new Map());
  expect(importGoogLeNet(bare).tensors.get('conv1.bias')).toEqual(vector(0));
  const added = numbered([node('Conv', ['x', 'w0'], 'y0'), node('Mul', ['y0', 's'], 'z0')], new Map());
  expect(() => importGoogLeNet(added)).toThrow(
    'the convolution of w0 (conv1) has no bias and is read by Mul, wanted a bias, BatchNormalization or Relu',
  );
});

test('a graph of another network is told how many convolutions it has', () => {
  expect(() => importGoogLeNet({ tensors: new Map(), nodes: [node('Conv', ['x', 'w'])] })).toThrow(
    'an ONNX graph of 57 convolutions; this graph has 1',
  );
});

test('a file of another network is told what names were wanted', () => {
  expect(() => importGoogLeNet({ tensors: new Map([['layer1.0.conv1.weight', tensor(1)]]), nodes: null })).toThrow(
    "importGoogLeNet: got tensors layer1.0.conv1.weight, …; wanted GoogLeNet's",
  );
});
