import { afterEach, beforeEach, expect, test } from 'vitest';
import * as tf from '../../gpu/tfjs/tfjs.ts';
import { TINY_HEADS } from '../fixtures/randomHeads.ts';
import { headsWeightShapes } from '../heads/headsDescription.ts';
import { createHeadsVariables, type HeadsVariables } from './headsVariables.ts';
import { seededRandom } from './random.ts';

let before: number, heads: HeadsVariables;

beforeEach(async () => {
  await tf.setBackend('cpu');
  before = tf.memory().numTensors;
  heads = createHeadsVariables(TINY_HEADS, seededRandom(1));
});

afterEach(() => {
  heads.dispose();
  expect(tf.memory().numTensors).toBe(before);
});

test('every trained tensor of the file is there in its shape', () => {
  const read = heads.read();
  for (const [name, shape] of headsWeightShapes(TINY_HEADS)) {
    if (name.startsWith('calibration.')) expect(read.has(name)).toBe(false);
    else expect(read.get(name)!.shape, name).toEqual(shape);
  }
});

test('biases begin at 0, weights within ±1 / √inputs', () => {
  for (const [name, { shape, values }] of heads.read()) {
    const limit = name.endsWith('.bias') ? 0 : 1 / Math.sqrt(shape.at(-2)!);
    expect(
      values.every((value) => Math.abs(value) <= limit + 1e-6),
      name,
    ).toBe(true);
    if (limit > 0)
      expect(
        values.some((value) => Math.abs(value) > limit / 2),
        name,
      ).toBe(true);
  }
});

test('the same seed gives the same variables, and what was read can be taken up', () => {
  const same = createHeadsVariables(TINY_HEADS, seededRandom(1)),
    other = createHeadsVariables(TINY_HEADS, seededRandom(2));
  expect(same.read()).toEqual(heads.read());
  expect(other.read()).not.toEqual(heads.read());
  other.assign(heads.read());
  expect(other.read()).toEqual(heads.read());
  same.dispose();
  other.dispose();
});

test('assign leaves alone what it is not given', () => {
  const earlier = heads.read();
  heads.assign(new Map([['label.bias', { shape: [3], values: Float32Array.of(1, 2, 3) }]]));
  expect(heads.read()).toEqual(new Map([...earlier, ['label.bias', { shape: [3], values: Float32Array.of(1, 2, 3) }]]));
});

test('variables are found by the beginnings of their names', () => {
  expect(heads.named('label', 'semantic16').map(({ shape }) => shape)).toEqual([[7, 3], [3], [6, 16], [16]]);
  expect(heads.named('semantic')).toHaveLength(8);
});

test('an unknown name is refused', () => {
  expect(() => heads.get('calibration.slope')).toThrow(
    'headsVariables: got calibration.slope, wanted one of hidden.weight, hidden.context',
  );
});
