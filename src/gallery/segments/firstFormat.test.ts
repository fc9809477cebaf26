import { expect, test } from 'vitest';
import { testIndexed } from '../testPhotos.ts';
import { renewedSegment } from './joinedSegment.ts';
import { readSegment } from './readSegment.ts';
import { piecesAt, rowOfSegment } from './rowOfSegment.ts';
import { LEAST_HELD, SEGMENT_HEADER_BYTES } from './segmentFormat.ts';
import { readHead } from './segmentHead.ts';
import { segmentOfRows } from './segmentOfRows.ts';
import { inFirstFormat } from './testFirstFormat.ts';

const PHOTOS = 20;

function segment(looks = true): Uint8Array<ArrayBuffer> {
  return segmentOfRows(
    Array.from({ length: PHOTOS }, (_, n) => {
      const { regionAppearance: _own, appearance: _whole, ...photo } = testIndexed(n).photo;
      return { photo: looks ? testIndexed(n).photo : photo, files: [] };
    }),
  );
}

test.each([true, false])(
  'a segment of the first format is read as today’s, and becomes it byte for byte; with looks: %s',
  (looks) => {
    const today = segment(looks);
    const first = inFirstFormat(today);
    expect(readHead(first).version).toBe(1);
    expect(readSegment(first)).toEqual(readSegment(today));
    expect(renewedSegment(first)).toEqual(today);
    expect(renewedSegment(today)).toBe(today);
  },
);

test('searches read pieces of the photos that may hold a category; every photo’s row has all of its own', () => {
  const { facts, codes, pieces } = readSegment(segment());
  const may = Array.from({ length: PHOTOS }, (_, n) => n).filter((n) => n >= LEAST_HELD);
  expect([...codes.held[0]!.places]).toEqual(may);
  expect([...codes.held[0]!.pieces]).toEqual(may);
  expect([...codes.held[0]!.looks]).toEqual(may.flatMap((n) => [n, 1]));
  expect(codes.held[1]!.places.length).toBe(PHOTOS);
  for (let n = 0; n < PHOTOS; n++) {
    const { categoryCodes, regionAppearance } = rowOfSegment(facts, codes, piecesAt(pieces, n), n);
    expect([...categoryCodes, ...regionAppearance!]).toEqual([n, n + 1, n, 1, 2, 3]);
  }
});

test('pieces that are damaged, or of photos that there are not, are refused', () => {
  const today = segment();
  const { factBytes } = readHead(today);
  const damaged = today.slice();
  damaged[damaged.length - 9]! ^= 1;
  expect(() => readSegment(damaged)).toThrow("the checksum of a segment's pieces is wrong");
  const codes = today.slice();
  codes[SEGMENT_HEADER_BYTES + factBytes + 1]! ^= 1;
  expect(() => readSegment(codes)).toThrow("the checksum of a segment's codes is wrong");
  expect(() => readSegment(today.slice(0, -8))).toThrow('wanted');
});
