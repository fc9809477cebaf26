import { expect, test } from 'vitest';
import { readOnnx } from '../../../base/weights/onnx.ts';
import { packedVarints, protobufFields } from '../../../base/weights/protobuf.ts';
import { onnxModel } from './onnxModel.ts';
import { bytesField, floatField, message, messageField, numberField, textField } from './protobufWriter.ts';

const buffer = (bytes: Uint8Array) => new Uint8Array(bytes).buffer;

/** A model whose graph holds one tensor, given as its fields, and one node. */
function modelWith(tensor: readonly Uint8Array[]): ArrayBuffer {
  const node = messageField(1, [textField(1, 'x'), textField(1, 'w'), textField(2, 'y'), textField(4, 'Conv')]);
  return buffer(message([messageField(7, [node, messageField(5, tensor)])]));
}

const named = [numberField(1, 2), textField(8, 'w')];

test('what is written is read back: tensors, nodes and their inputs', () => {
  const model = onnxModel({
    nodes: [{ operator: 'Conv', inputs: ['input', 'w'], output: 'y', attributes: { strides: { ints: [2, 2] } } }],
    initializers: new Map([['w', { shape: [1, 2, 1, 1], values: Float32Array.of(1.5, -2) }]]),
    input: 'input',
    inputShape: [1, 2, null, null],
    outputs: ['y'],
  });
  const { tensors, nodes } = readOnnx(buffer(model));
  expect(tensors.get('w')).toEqual({ shape: [1, 2, 1, 1], values: Float32Array.of(1.5, -2) });
  expect(nodes).toEqual([{ operator: 'Conv', inputs: ['input', 'w'], output: 'y', floats: {} }]);
});

test.each([
  ['raw float32', [numberField(2, 1), bytesField(9, new Uint8Array(Float32Array.of(1, -2.5).buffer))]],
  ['a packed list of floats', [numberField(2, 1), bytesField(4, new Uint8Array(Float32Array.of(1, -2.5).buffer))]],
  ['single floats', [numberField(2, 1), floatField(4, 1), floatField(4, -2.5)]],
  ['raw float16', [numberField(2, 10), bytesField(9, Uint8Array.of(0x00, 0x3c, 0x00, 0xc1))]],
  ['float16 as whole numbers', [numberField(2, 10), bytesField(5, Uint8Array.of(0x80, 0x78, 0x80, 0x82, 0x03))]],
  ['single float16', [numberField(2, 10), numberField(5, 0x3c00), numberField(5, 0xc100)]],
  ['raw float64', [numberField(2, 11), bytesField(9, new Uint8Array(Float64Array.of(1, -2.5).buffer))]],
  ['a packed list of float64', [numberField(2, 11), bytesField(10, new Uint8Array(Float64Array.of(1, -2.5).buffer))]],
  ['raw bfloat16', [numberField(2, 16), bytesField(9, Uint8Array.of(0x80, 0x3f, 0x20, 0xc0))]],
  ['bfloat16 as whole numbers', [numberField(2, 16), numberField(5, 0x3f80), numberField(5, 0xc020)]],
])('a tensor stored as %s gives its numbers', (_, fields) => {
  expect([...readOnnx(modelWith([...named, ...fields])).tensors.get('w')!.values]).toEqual([1, -2.5]);
});

test('packed dimensions are read, whole-number tensors are left out', () => {
  const packed = [
    bytesField(1, Uint8Array.of(1, 2)),
    textField(8, 'w'),
    numberField(2, 1),
    floatField(4, 1),
    floatField(4, 2),
  ];
  expect(readOnnx(modelWith(packed)).tensors.get('w')!.shape).toEqual([1, 2]);
  const whole = readOnnx(modelWith([...named, numberField(2, 7)]));
  expect([whole.tensors.size, [...whole.unread]]).toEqual([0, [['w', 'is INT64, wanted floating-point numbers']]]);
});

test("a constant node counts as a tensor under its output's name", () => {
  const tensor = messageField(5, [numberField(1, 1), numberField(2, 1), floatField(4, 3)]);
  const constant = messageField(1, [
    textField(2, 'c'),
    textField(4, 'Constant'),
    messageField(5, [textField(1, 'value'), tensor]),
  ]);
  const used = messageField(1, [textField(1, 'c'), textField(2, 'y'), textField(4, 'Relu')]);
  const { tensors, nodes } = readOnnx(buffer(message([messageField(7, [constant, used])])));
  expect([...tensors.get('c')!.values]).toEqual([3]);
  expect(nodes).toHaveLength(1);
});

test('data that does not fit the shape is refused by name, a tensor that lies elsewhere is left alone', () => {
  expect(() => readOnnx(modelWith([...named, numberField(2, 1), floatField(4, 1)]))).toThrow(
    'readOnnx: tensor w holds 1 numbers, its shape [2] wants 2',
  );
  const elsewhere = readOnnx(modelWith([...named, numberField(2, 1), numberField(14, 1)]));
  expect([...elsewhere.unread]).toEqual([['w', 'lies in another file, wanted one file']]);
});

test('a file that is no ONNX model, or cut short, is refused', () => {
  expect(() => readOnnx(new ArrayBuffer(0))).toThrow('readOnnx: the file holds no graph with nodes');
  expect(() => readOnnx(modelWith(named).slice(0, -2))).toThrow('is cut short');
  expect(() => [...protobufFields(Uint8Array.of(0x0b))]).toThrow('got wire type 3 in field 1, wanted 0, 1, 2 or 5');
  expect(() => [...protobufFields(Uint8Array.of(0x00, 0x01))]).toThrow('got field 0 at byte 0');
  expect(() => [...protobufFields(Uint8Array.of(0x08, 0x80))]).toThrow('the number at byte 1 has no end');
  expect(() => [...protobufFields(Uint8Array.of(0x0d, 0x00))]).toThrow('field 1 is cut short');
});

test('numbers of several bytes and negative ones survive', () => {
  for (const value of [0, 127, 128, 300, 2 ** 40, -1, -300]) {
    expect([...protobufFields(numberField(20, value))]).toEqual([{ field: 20, kind: 'number', value }]);
  }
  expect(packedVarints(Uint8Array.of(0x01, 0xac, 0x02))).toEqual([1, 300]);
});
