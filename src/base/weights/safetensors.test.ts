import { existsSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import {
  float16ToFloat32,
  float32ToFloat16,
  readSafetensors,
  type WeightsFile,
  writeSafetensors,
} from './safetensors.ts';

const CASES = resolve('../shared/cases');

const file: WeightsFile = {
  tensors: new Map([
    ['a', { shape: [2, 3], values: Float32Array.of(0, 1, -2, 0.5, 65504, 2 ** -24) }],
    ['b', { shape: [], values: Float32Array.of(7) }],
  ]),
  metadata: { made: 'here' },
};

/** A file with this header and this many bytes of data. */
function fileWith(header: object, dataBytes: number): ArrayBuffer {
  const text = new TextEncoder().encode(JSON.stringify(header));
  const bytes = new Uint8Array(8 + text.length + dataBytes);
  new DataView(bytes.buffer).setBigUint64(0, BigInt(text.length), true);
  bytes.set(text, 8);
  return bytes.buffer;
}

test.each(['F32', 'F16'] as const)(
  'what is written as %s is read back, names, shapes and metadata with it',
  (dtype) => {
    const read = readSafetensors(writeSafetensors(file, dtype));
    expect([...read.tensors]).toEqual([...file.tensors]);
    expect(read.metadata).toEqual(file.metadata);
  },
);

test('every float16 survives the way to float32 and back', () => {
  const lost: number[] = [];
  for (let half = 0; half < 65536; half++) {
    const value = float16ToFloat32(half);
    const back = float32ToFloat16(value);
    if (Number.isNaN(value) ? !Number.isNaN(float16ToFloat32(back)) : back !== half) lost.push(half);
  }
  expect(lost).toEqual([]);
});

test('rounding to float16 goes to the nearest, and to the even one in the middle', () => {
  fc.assert(
    fc.property(fc.float({ min: -65000, max: 65000, noNaN: true }), (value) => {
      const half = float32ToFloat16(value);
      const error = Math.abs(float16ToFloat32(half) - value);
      for (const neighbour of [half - 1, half + 1]) {
        const other = Math.abs(float16ToFloat32(neighbour & 0xffff) - value);
        if (Number.isFinite(other)) expect(error).toBeLessThanOrEqual(other);
        if (other === error) expect(half & 1).toBe(0);
      }
    }),
  );
  expect(float32ToFloat16(1 + 2 ** -11)).toBe(0x3c00);
  expect(float32ToFloat16(1 + 3 * 2 ** -11)).toBe(0x3c02);
  expect(float32ToFloat16(65520)).toBe(0x7c00);
  expect(float32ToFloat16(-65519)).toBe(0xfbff);
});

test.each(['I64', 'U8', 'BOOL', 'F8_E4M3', 'C64', 'SOMETHING_NEW'])(
  'a tensor of %s is left alone and named',
  (dtype) => {
    const entry = (type: string, begin: number, end: number) => ({
      dtype: type,
      shape: [1],
      data_offsets: [begin, end],
    });
    const bytes = fileWith({ mask: entry(dtype, 4, 5), w: entry('F32', 0, 4) }, 5);
    const { tensors, unread } = readSafetensors(bytes);
    expect([...tensors.keys()]).toEqual(['w']);
    expect([...unread]).toEqual([['mask', `is ${dtype}, wanted floating-point numbers`]]);
  },
);

test.each([
  ['F64', new Float64Array([1.5, -2.5, 1e-3])],
  ['BF16', Uint16Array.of(0x3fc0, 0xc020, 0x3a83)],
])('%s is read as the nearest float32', (dtype, stored) => {
  const header = { w: { dtype, shape: [3], data_offsets: [0, stored.byteLength] } };
  // A letter more in the header puts the data at an odd place.
  for (const name of ['', 'x']) {
    const bytes = fileWith({ ...header, __metadata__: { name } }, stored.byteLength);
    new Uint8Array(bytes).set(new Uint8Array(stored.buffer), bytes.byteLength - stored.byteLength);
    const { values } = readSafetensors(bytes).tensors.get('w')!;
    expect([...values.subarray(0, 2)]).toEqual([1.5, -2.5]);
    expect(values[2]).toBeCloseTo(1e-3, 5);
  }
});

test.skipIf(!existsSync(CASES))(
  'unneeded_bool.safetensors is read (skipped where ../shared/cases is not there)',
  () => {
    const file = readFileSync(resolve(CASES, 'unneeded_bool.safetensors'));
    const { tensors, unread } = readSafetensors(new Uint8Array(file).buffer);
    expect([...tensors]).toEqual([['weight', { shape: [2], values: Float32Array.of(1, -2.5) }]]);
    expect([...unread.keys()]).toEqual(['mask']);
  },
);

test('a broken file is refused at the first field that does not fit', () => {
  expect(() => readSafetensors(new ArrayBuffer(3))).toThrow('readSafetensors: got 3 bytes, wanted at least 8');
  const whole = writeSafetensors(file, 'F32');
  expect(() => readSafetensors(whole.slice(0, 40))).toThrow('not a safetensors file, or cut short');
  expect(() => readSafetensors(whole.slice(0, -2))).toThrow('tensor b has 4 bytes, wanted 4 inside the file');
  expect(() => readSafetensors(fileWith({ w: { dtype: 'F32' } }, 0))).toThrow(
    'tensor w lacks dtype, shape or data_offsets',
  );
  expect(() => readSafetensors(fileWith({ w: { dtype: 'F32', shape: [2], data_offsets: [0, 4] } }, 4))).toThrow(
    'tensor w has 4 bytes, wanted 8',
  );
});

test('a shape that the numbers do not fill is not written', () => {
  const wrong: WeightsFile = {
    tensors: new Map([['w', { shape: [2, 2], values: new Float32Array(3) }]]),
    metadata: {},
  };
  expect(() => writeSafetensors(wrong, 'F16')).toThrow(
    'writeSafetensors: tensor w holds 3 numbers, its shape [2, 2] wants 4',
  );
});

test('each float16 of a file is read as what it is, wherever the tensor begins', () => {
  const halves = Array.from({ length: 65536 }, (_, half) => half);
  const header = { odd: { dtype: 'F16', shape: [65536], data_offsets: [0, 131072] } };
  // A header of 1 to 8 letters more puts the data at every place within a word.
  for (let more = 0; more < 8; more++) {
    const bytes = fileWith({ ...header, __metadata__: { name: 'x'.repeat(more) } }, 131072);
    const view = new DataView(bytes);
    halves.forEach((half, i) => view.setUint16(bytes.byteLength - 131072 + i * 2, half, true));
    const { values } = readSafetensors(bytes).tensors.get('odd')!;
    expect(halves.filter((half) => !Object.is(values[half], float16ToFloat32(half)))).toEqual([]);
  }
});
