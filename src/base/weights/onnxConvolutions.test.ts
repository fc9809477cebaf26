import { existsSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { expect, test } from 'vitest';
import { readOnnx } from './onnx.ts';
import { onnxConvolutions } from './onnxConvolutions.ts';

const CASES = resolve('../shared/cases');
const read = (name: string) => readOnnx(new Uint8Array(readFileSync(resolve(CASES, name))).buffer);
const node = (operator: string, inputs: string[], output: string, floats: Record<string, number> = {}) => ({
  operator,
  inputs,
  output,
  floats,
});

test('each convolution comes with its bias, the normalisation after it and who reads the result', () => {
  const nodes = [
    node('Conv', ['x', 'w1', 'b1'], 'a'),
    node('Relu', ['a'], 'b'),
    node('Conv', ['b', 'w2'], 'c'),
    node('BatchNormalization', ['c', 's', 't', 'm', 'v'], 'd'),
    node('Relu', ['d'], 'e'),
    node('Conv', ['e', 'w3', ''], 'f'),
  ];
  expect(onnxConvolutions(nodes)).toEqual([
    { weight: 'w1', bias: 'b1', batchNorm: null, next: 'Relu' },
    {
      weight: 'w2',
      bias: null,
      // ONNX's own epsilon, since the node says none.
      batchNorm: { scale: 's', shift: 't', mean: 'm', variance: 'v', epsilon: 1e-5 },
      next: 'Relu',
    },
    { weight: 'w3', bias: null, batchNorm: null, next: null },
  ]);
});

test.skipIf(!existsSync(CASES)).each([
  ['identity_bias.onnx', 'b', [1, 2, 3, 4]],
  ['double.onnx', 'b', [1, 2, 3, 4]],
  ['double.onnx', 'w', [0, 1, 2, 3]],
])('%s: tensor %s is read (skipped where ../shared/cases is not there)', (name, tensor, values) => {
  const { tensors, nodes } = read(name);
  expect([...tensors.get(tensor)!.values]).toEqual(values);
  expect(onnxConvolutions(nodes)).toEqual([{ weight: 'w', bias: 'b', batchNorm: null, next: null }]);
});

test.skipIf(!existsSync(CASES))('unfolded_bn.onnx: the normalisation is found (skipped without the file)', () => {
  const { tensors, nodes } = read('unfolded_bn.onnx');
  const [only] = onnxConvolutions(nodes);
  expect(only).toMatchObject({
    weight: 'w',
    bias: null,
    batchNorm: { scale: 's', shift: 'b', mean: 'm', variance: 'v' },
  });
  expect(only!.batchNorm!.epsilon).toBeCloseTo(0.001, 9);
  expect(['w', 's', 'b', 'm', 'v'].every((name) => tensors.has(name))).toBe(true);
});
