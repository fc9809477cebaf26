import { expect, test } from 'vitest';
import { declaredSize } from './declaredSize.ts';

const bytesOf = (text: string) => Array.from(text, (letter) => letter.charCodeAt(0));
const u16le = (value: number) => [value & 255, value >> 8];
const u32le = (value: number) => [...u16le(value & 0xffff), ...u16le(value >>> 16)];
const u32be = (value: number) => u32le(value).reverse();

const png = (width: number, height: number) => [
  ...bytesOf('\x89PNG\r\n\x1a\n'),
  ...u32be(13),
  ...bytesOf('IHDR'),
  ...u32be(width),
  ...u32be(height),
  ...[8, 6, 0, 0, 0],
];
const gifScreen = (width: number, height: number) => [
  ...bytesOf('GIF89a'),
  ...u16le(width),
  ...u16le(height),
  0x80,
  0,
  0,
];
const gifFrame = (left: number, top: number, width: number, height: number) => [
  0x2c,
  ...[left, top, width, height].flatMap(u16le),
  0,
];
/** A colour table of two, a comment of two blocks. */
const gifBetween = [...Array(6).fill(0), 0x21, 0xfe, 2, 65, 66, 1, 67, 0];
const box = (type: string, body: readonly number[]) => [...u32be(8 + body.length), ...bytesOf(type), ...body];
const avif = (width: number, height: number) => {
  const ispe = box('ispe', [0, 0, 0, 0, ...u32be(width), ...u32be(height)]);
  const ipma = box('ipma', [0, 0, 0, 0, ...u32be(1), 0, 1, 1, 1]);
  const pitm = box('pitm', [0, 0, 0, 0, 0, 1]);
  const iprp = box('iprp', [...box('ipco', ispe), ...ipma]);
  return [...box('ftyp', bytesOf('avif\0\0\0\0avifmif1')), ...box('meta', [0, 0, 0, 0, ...pitm, ...iprp])];
};

test.each([
  ['PNG', png(50_000, 40_000), [50_000, 40_000]],
  ['GIF by its screen', [...gifScreen(12_000, 30_000), ...gifBetween, ...gifFrame(0, 0, 10, 10)], [12_000, 30_000]],
  [
    'GIF by its first frame',
    [...gifScreen(10, 10), ...gifBetween, ...gifFrame(5, 0, 60_000, 50_000)],
    [60_005, 50_000],
  ],
  ['GIF cut short behind its screen', gifScreen(3, 4), [3, 4]],
  [
    'BMP from top to bottom',
    [...bytesOf('BM'), ...Array(12).fill(0), ...u32le(40), ...u32le(640), ...u32le(-480)],
    [640, 480],
  ],
  [
    'BMP of the oldest kind',
    [...bytesOf('BM'), ...Array(12).fill(0), ...u32le(12), ...u16le(9), ...u16le(8), 0, 0, 0, 0],
    [9, 8],
  ],
  ['AVIF', avif(70_000, 9_000), [70_000, 9_000]],
] as const)('%s: the size stands in its first bytes', (_, bytes, [width, height]) => {
  expect(declaredSize(Uint8Array.from(bytes))).toMatchObject({ width, height });
});

test('what is no photo has no size', () => {
  expect(declaredSize(Uint8Array.from(bytesOf('hello, world')))).toBeNull();
  expect(declaredSize(new Uint8Array(0))).toBeNull();
});
