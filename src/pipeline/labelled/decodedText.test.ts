import { expect, test } from 'vitest';
import { decodedText } from './decodedText.ts';

const read = (content: Uint8Array): string => decodedText('a.xml', content);
const latin = (text: string) => Uint8Array.from(text, (letter) => letter.charCodeAt(0));

test('a byte order mark says the encoding and is no part of the text', () => {
  expect(read(new TextEncoder().encode('\ufeff{"ä":1}'))).toBe('{"ä":1}');
  const little = new Uint8Array(Uint16Array.from('\ufeff<ä/>', (letter) => letter.charCodeAt(0)).buffer);
  expect(read(little)).toBe('<ä/>');
  expect(read(little.map((_, i) => little[i ^ 1]!))).toBe('<ä/>');
});

test('an XML declaration says the encoding, and without one it is UTF-8', () => {
  const declared = '<?xml version="1.0" encoding="ISO-8859-1"?><a>\u00e4</a>';
  expect(read(latin(declared))).toBe(declared);
  expect(read(new TextEncoder().encode('<a>ä</a>'))).toBe('<a>ä</a>');
});

test('an unknown encoding, and bytes that are not of it, are named with the file', () => {
  expect(() => read(latin('<?xml version="1.0" encoding="klingon"?><a/>'))).toThrow(
    /a\.xml: says that its encoding is klingon, which is not known$/,
  );
  expect(() => read(latin('<a>\u00e4</a>'))).toThrow(/a\.xml: not all of its bytes are utf-8$/);
});
