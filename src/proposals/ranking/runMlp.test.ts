import { expect, test } from 'vitest';
import { Scratch } from '../arena/scratch.ts';
import { differencesFromReference } from '../testing/bothWays.ts';
import { readMlp, sigmoid } from './mlp.ts';
import { proposalModel } from './proposalModel.ts';
import { RUN_MLP } from './runMlp.arguments.ts';
import { RUN_MLP_CASES } from './runMlp.cases.ts';
import { runMlp } from './runMlp.ts';

const file = (tensors: Record<string, [number[], number[]]>) => ({
  tensors: new Map(
    Object.entries(tensors).map(([name, [shape, values]]) => [name, { shape, values: Float32Array.from(values) }]),
  ),
  metadata: {},
});

const small = {
  'r.0.weight': [
    [2, 2],
    [1, -1, 2, 0],
  ] as [number[], number[]],
  'r.0.bias': [[2], [0.5, -1]] as [number[], number[]],
  'r.1.weight': [
    [1, 2],
    [3, -2],
  ] as [number[], number[]],
  'r.1.bias': [[1], [0.25]] as [number[], number[]],
};

test('a network of two layers gives what it gives by hand', () => {
  const mlp = readMlp(file(small), 'r', 2, 1);
  // (1, 2): hidden (max(0, −0.5), max(0, 1)) = (0, 1), output −1.75. (2, 0): hidden (2.5, 3), output 1.75.
  expect([...runMlp(mlp, Float32Array.of(1, 2, 2, 0), 2, 2, new Scratch())]).toEqual([-1.75, 1.75]);
  // The same rows with a number more in each, which is not read.
  expect([...runMlp(mlp, Float32Array.of(1, 2, 9, 2, 0, 9), 2, 3, new Scratch())]).toEqual([-1.75, 1.75]);
  expect(sigmoid(0)).toBe(0.5);
});

test('a tensor that is missing or of another shape is named', () => {
  const { 'r.1.bias': _bias, ...without } = small;
  expect(() => readMlp(file(without), 'r', 2, 1)).toThrow('readMlp: the weights lack r.1.bias');
  expect(() => readMlp(file(small), 'r', 3, 1)).toThrow('readMlp: r.0.weight is [2, 2], wanted [outputs, 3]');
  expect(() => readMlp(file({ ...small, 'r.0.bias': [[3], [0, 0, 0]] }), 'r', 2, 1)).toThrow(
    'readMlp: r.0.bias is [3], wanted [2]',
  );
  expect(() => readMlp(file(small), 'r', 2, 4)).toThrow('readMlp: r ends in 1 outputs, wanted 4');
  expect(() => proposalModel(file(small))).toThrow('readMlp: the weights lack ranking.0.weight');
});

test.each(RUN_MLP_CASES)('the loop gives the bits of the reference: $name', (stageCase) => {
  expect(differencesFromReference(stageCase, [RUN_MLP])).toEqual([]);
});
