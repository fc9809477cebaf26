import { expect, test } from 'vitest';
import { tinyTflite } from './fixtures/tinyTflite.ts';
import { readTflite, withOutputs } from './tfliteModel.ts';

test('a model is read as it was written: operators, their windows, shapes and names', () => {
  const { operators, inputs, outputs, names, shapes } = readTflite(tinyTflite());
  expect(operators.map(({ kind }) => kind)).toEqual([
    ...Array.from({ length: 4 }, () => 'DEQUANTIZE'),
    'CONV_2D',
    'DEPTHWISE_CONV_2D',
    'ADD',
    'CONV_2D',
  ]);
  expect([inputs, outputs]).toEqual([[0], [4]]);
  expect(names[4]).toBe('out;fused');
  expect(shapes[2]).toEqual([1, 4, 6, 3]);
  expect(operators[4]!.window).toEqual({
    padding: 'VALID',
    strideWidth: 1,
    strideHeight: 1,
    activation: 'NONE',
    dilation: 1,
    multiplier: 1,
  });
  expect(operators[5]!.window).toMatchObject({ padding: 'SAME', strideWidth: 1, activation: 'RELU6', multiplier: 1 });
  expect(operators[7]!.window).toMatchObject({ padding: 'SAME', strideWidth: 2, activation: 'RELU6' });
});

test('constants of float32 and widened ones of float16 are read as their numbers, and nothing else is one', () => {
  const model = readTflite(tinyTflite());
  expect(model.constant(5)).toEqual({ shape: [3, 1, 1, 3], values: Float32Array.of(0, 1, 2, 3, 4, 5, 6, 7, 8) });
  expect(model.constant(10)).toEqual({ shape: [3], values: Float32Array.of(0.5, 1, 1.5) });
  expect(() => model.constant(1)).toThrow('readTflite: tensor 1 has 0 bytes for [1, 4, 6, 3]');
  expect(() => model.constant(99)).toThrow('there is no tensor 99');
});

test('a copy gives another tensor and ends with its maker, and the model stays as it was', () => {
  const bytes = tinyTflite();
  const before = bytes.slice();
  const cut = readTflite(withOutputs(bytes, [2]));
  expect(cut.outputs).toEqual([2]);
  expect(cut.operators.at(-1)!.kind).toBe('DEPTHWISE_CONV_2D');
  expect(bytes).toEqual(before);
  expect(() => withOutputs(bytes, [2, 3])).toThrow('FlatTable: got 2 numbers for field 2, wanted 1');
  expect(() => withOutputs(bytes, [0])).toThrow('withOutputs: no operator makes one of the tensors 0');
});

test('what is no model is refused, and one that is cut off anywhere ends with an error', () => {
  expect(() => readTflite(new Uint8Array(3))).toThrow('readTflite: got no TFL3 at byte 4');
  const whole = tinyTflite();
  for (let length = 8; length < whole.length; length += 16) {
    expect(() => {
      const model = readTflite(whole.slice(0, length));
      for (const tensor of [5, 6, 9, 10, 13, 14]) model.constant(tensor);
    }, `${length} bytes`).toThrow();
  }
});
