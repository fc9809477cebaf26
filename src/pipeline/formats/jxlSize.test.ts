import fc from 'fast-check';
import { expect, test } from 'vitest';
import { jxlSize } from './jxlSize.ts';

const bytesOf = (text: string) => Array.from(text, (letter) => letter.charCodeAt(0));
/** The first bytes of files that cjxl 0.7 wrote, of 64 × 48 and 1 × 1 pixels. */
const SCENE = [0xff, 0x0a, 0xcb, 0x40, 0x42, 0x71, 0x21, 0x0a];
const DOT = [0xff, 0x0a, 0x00, 0x10, 0x10, 0x50, 0x5c, 0x08];

/** A header with the sides given in so many bits each. */
function header(width: number, height: number): number[] {
  const bits: number[] = [];
  const push = (value: number, count: number): void => {
    for (let n = 0; n < count; n++) bits.push(Math.floor(value / 2 ** n) % 2);
  };
  const side = (value: number): void => {
    const kind = [9, 13, 18, 30].findIndex((count) => value - 1 < 2 ** count);
    push(kind, 2);
    push(value - 1, [9, 13, 18, 30][kind]!);
  };
  push(0, 1);
  side(height);
  push(0, 3);
  side(width);
  const bytes = new Array<number>(Math.ceil(bits.length / 8)).fill(0);
  bits.forEach((bit, n) => {
    bytes[n >> 3]! |= bit << (n & 7);
  });
  return [0xff, 0x0a, ...bytes];
}

const box = (type: string, body: readonly number[]) => {
  const length = 8 + body.length;
  return [length >>> 24, (length >> 16) & 255, (length >> 8) & 255, length & 255, ...bytesOf(type), ...body];
};
const CONTAINER = [...box('JXL ', [13, 10, 0x87, 10]), ...box('ftyp', bytesOf('jxl \0\0\0\0jxl '))];

test('headers that an encoder wrote are read', () => {
  expect(jxlSize(Uint8Array.from(SCENE))).toEqual({ width: 64, height: 48 });
  expect(jxlSize(Uint8Array.from(DOT))).toEqual({ width: 1, height: 1 });
});

test('any size is read, bare, in one box behind others, and in the first of several parts', () => {
  const sides = fc.integer({ min: 1, max: 2 ** 30 });
  fc.assert(
    fc.property(sides, sides, (width, height) => {
      const own = header(width, height);
      const behindExif = [...CONTAINER, ...box('Exif', [0, 0, 0, 0, 1, 2, 3]), ...box('jxlc', own)];
      const inParts = [...CONTAINER, ...box('jxlp', [0, 0, 0, 0, ...own]), ...box('jxlp', [0x80, 0, 0, 1, 9])];
      for (const file of [own, behindExif, inParts])
        expect(jxlSize(Uint8Array.from([...file, 0, 0, 0, 0, 0, 0, 0, 0]))).toEqual({ width, height });
    }),
  );
});

test('what is none, is cut short before its codestream or has a box of no length is no size', () => {
  for (const file of [[], [0xff, 0xd8, 0xff], CONTAINER, [...CONTAINER, 0, 0, 0, 0, ...bytesOf('Exif'), ...SCENE]])
    expect(jxlSize(Uint8Array.from(file))).toBe(null);
});
