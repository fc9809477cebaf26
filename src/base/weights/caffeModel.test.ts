import { expect, test } from 'vitest';
import { readCaffeModel } from './caffeModel.ts';

/** A field of protobuf's wire format: a number as a varint, bytes with their length. */
function field(number: number, value: number | Uint8Array | string): number[] {
  const varint = (n: number): number[] => (n < 128 ? [n] : [(n & 127) | 128, ...varint(Math.floor(n / 128))]);
  if (typeof value === 'number') return [...varint(number * 8), ...varint(value)];
  const bytes = typeof value === 'string' ? new TextEncoder().encode(value) : value;
  return [...varint(number * 8 + 2), ...varint(bytes.length), ...bytes];
}

const bytes = (...parts: number[][]): Uint8Array => Uint8Array.from(parts.flat());
const floats = (...values: number[]): Uint8Array => new Uint8Array(Float32Array.from(values).buffer);
const bufferOf = (...parts: number[][]): ArrayBuffer => Uint8Array.from(parts.flat()).buffer;

test('kernels and biases come with the layer’s name, their shapes said in the new way', () => {
  const kernel = bytes(field(7, bytes(field(1, bytes([2], [1], [1], [2])))), field(5, floats(1, 2, 3, 4)));
  const bias = bytes(field(7, bytes(field(1, 2))), field(5, floats(5, 6)));
  const layer = bytes(field(1, 'conv1/7x7_s2'), field(2, 'Convolution'), field(7, kernel), field(7, bias));
  expect(readCaffeModel(bufferOf(field(1, 'net'), field(100, layer)))).toEqual(
    new Map([
      ['conv1/7x7_s2.0', { shape: [2, 1, 1, 2], values: Float32Array.of(1, 2, 3, 4) }],
      ['conv1/7x7_s2.1', { shape: [2], values: Float32Array.of(5, 6) }],
    ]),
  );
});

test('a file of before 2014 says four sides for everything, and its bias is one row', () => {
  const kernel = bytes(field(1, 2), field(2, 1), field(3, 1), field(4, 2), field(5, floats(1, 2, 3, 4)));
  const bias = bytes(field(1, 1), field(2, 1), field(3, 1), field(4, 2), field(5, floats(5, 6)));
  const layer = bytes(field(6, kernel), field(6, bias), field(4, 'inception_3a/1x1'), field(5, 4));
  const read = readCaffeModel(bufferOf(field(2, layer)));
  expect(read.get('inception_3a/1x1.0')?.shape).toEqual([2, 1, 1, 2]);
  expect(read.get('inception_3a/1x1.1')).toEqual({ shape: [2], values: Float32Array.of(5, 6) });
});

test('double precision is read, too', () => {
  const blob = bytes(field(7, bytes(field(1, 1))), field(8, new Uint8Array(Float64Array.of(0.5).buffer)));
  const read = readCaffeModel(bufferOf(field(100, bytes(field(1, 'a'), field(7, blob)))));
  expect(read.get('a.0')?.values).toEqual(Float32Array.of(0.5));
});

test.each([
  [bufferOf(field(1, 'a network without layers')), 'holds no layer with weights: not a Caffe model'],
  [
    bufferOf(field(100, bytes(field(1, 'a'), field(7, bytes(field(7, bytes(field(1, 3))), field(5, floats(1))))))),
    'a.0 holds 1 numbers, its shape [3] wants 3',
  ],
  [bufferOf(field(100, 'abc')).slice(0, 4), 'cut short'],
])('what is no Caffe model, or a damaged one, is refused with the reason', (buffer, reason) => {
  expect(() => readCaffeModel(buffer)).toThrow(reason);
});
