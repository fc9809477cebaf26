import { expect, test } from 'vitest';
import { imageKind, unreadableInTerminal, unreadableReason } from './imageKind.ts';

const bytesOf = (text: string) => Uint8Array.from(text, (letter) => letter.charCodeAt(0));

test.each([
  ['\xff\xd8\xff\xe0', 'JPEG'],
  ['\x89PNG\r\n\x1a\n', 'PNG'],
  ['GIF89a', 'GIF'],
  ['RIFF....WEBPVP8 ', 'WebP'],
  ['\0\0\0\x0cftypheic', 'HEIC'],
  ['\0\0\0\x0cftypmif1', 'HEIC'],
  ['\0\0\0\x0cftypavif', 'AVIF'],
  ['\0\0\0\x0cftypisom', 'video'],
  ['MM\0*', 'TIFF'],
  ['%PDF-1.7', 'PDF'],
  ['BM....', 'BMP'],
  ['\xff\x0a', 'JPEG XL'],
  ['\0\0\0\x0cJXL \r\n\x87\n', 'JPEG XL'],
  ['hello, world', 'unknown'],
  ['', 'unknown'],
])('the first bytes %j say %s', (start, kind) => {
  expect(imageKind(bytesOf(start))).toBe(kind);
});

test.each([
  ['miaf', ['mif1', 'heic'], 'HEIC'],
  ['MSNV', ['isom', 'heix'], 'HEIC'],
  ['miaf', ['mif1', 'avif'], 'AVIF'],
  ['qt  ', ['isom', 'mp42'], 'video'],
] as const)('the brands that a file is compatible with count: %s with %j is %s', (major, compatible, kind) => {
  const size = 16 + 4 * compatible.length;
  // Behind the list anything may follow.
  const bytes = bytesOf(`\0\0\0${String.fromCharCode(size)}ftyp${major}\0\0\0\0${compatible.join('')}heicavif`);
  expect(imageKind(bytes)).toBe(kind);
});

test('the reason tells a format that the browser lacks from a damaged file and from no photo at all', () => {
  expect(unreadableReason('TIFF')).toBe('This browser cannot read TIFF photos. Export it as JPEG and add that file.');
  expect(unreadableReason('JPEG')).toBe(
    'The JPEG file is damaged or cut short, or has more pixels than this browser can open.',
  );
  expect(unreadableReason('JPEG XL', true)).toBe(
    'The JPEG XL file is damaged or cut short, or has more pixels than this browser can open.',
  );
  expect(unreadableReason('video')).toBe('This is a video, not a photo.');
  expect(unreadableReason('unknown')).toBe('This is not a photo in a format that Facet knows.');
});

test('the terminal speaks of itself, and of TIFF, which it reads, as of a damaged file', () => {
  expect(unreadableInTerminal('JPEG XL')).toBe('The terminal cannot read JPEG XL photos. Export it as JPEG.');
  expect(unreadableInTerminal('TIFF')).toBe(
    'The TIFF file is damaged or cut short, or has more pixels than the terminal can open.',
  );
  expect(unreadableInTerminal('PDF')).toBe('This is a PDF file, not a photo.');
});
