import { expect, test } from 'vitest';
import { exifOrientation } from './exifOrientation.ts';

const entry = (little: boolean, tag: number, value: number) => {
  const u16 = (n: number) => (little ? [n & 255, n >> 8] : [n >> 8, n & 255]);
  const u32 = (n: number) => (little ? [...u16(n), 0, 0] : [0, 0, ...u16(n)]);
  return { u16, u32, bytes: [...u16(tag), ...u16(3), ...u32(1), ...u16(value), 0, 0] };
};

function block(little: boolean, orientation: number): number[] {
  const other = entry(little, 0x0100, 640);
  const turned = entry(little, 0x0112, orientation);
  const order = little ? [0x49, 0x49] : [0x4d, 0x4d];
  return [...order, ...other.u16(42), ...other.u32(8), ...other.u16(2), ...other.bytes, ...turned.bytes, 0, 0, 0, 0];
}

test.each([true, false])('the orientation is found in either byte order, little-endian: %s', (little) => {
  for (let orientation = 1; orientation <= 8; orientation++) {
    const bytes = block(little, orientation);
    expect(exifOrientation(Uint8Array.from(bytes))).toEqual({ orientation, at: 30, littleEndian: little });
    const prefixed = [...Array.from('Exif\0\0', (letter) => letter.charCodeAt(0)), ...bytes];
    expect(exifOrientation(Uint8Array.from(prefixed))).toMatchObject({ orientation, at: 36 });
  }
});

test('a block that is cut short anywhere, or says something impossible, says nothing', () => {
  const bytes = Uint8Array.from(block(true, 6));
  for (let length = 0; length < 34; length++) expect(exifOrientation(bytes.slice(0, length))).toBeNull();
  expect(exifOrientation(Uint8Array.from(block(true, 9)))).toBeNull();
});
