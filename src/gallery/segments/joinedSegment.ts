import { joinedWords } from '../../base/joinedWords.ts';
import { joinedColumns } from './columnBytes.ts';
import { heldOfPieces } from './heldOfPieces.ts';
import { readCodes, readPieces } from './readSegment.ts';
import { SEGMENT_HEADER_BYTES, type SegmentCodes, type SegmentPieces } from './segmentFormat.ts';
import { checksumOf, FIRST_FORMAT, readHead, writeHead } from './segmentHead.ts';

type Bytes = Uint8Array<ArrayBuffer>;

/** Most photos whose places can be told. */
const MOST_PHOTOS = 2 ** 16;

/** A segment of these parts. @param facts as bytes @throws RangeError when there are more photos than places can tell. */
export function joinedSegment(facts: Bytes, codes: Omit<SegmentCodes, 'held' | 'shape'>, pieces: SegmentPieces): Bytes {
  const { shape } = pieces;
  if (shape.photos > MOST_PHOTOS)
    throw new RangeError(`joinedSegment: got ${shape.photos} photos, wanted at most ${MOST_PHOTOS}`);
  const held = heldOfPieces(codes.probabilities, pieces);
  const together = (of: 'pieces' | 'looks'): Uint32Array => joinedWords(...held.map((one) => one[of]));
  const codeBytes = joinedColumns([
    ...codes.probabilities,
    codes.semantic[64],
    codes.semantic[48],
    codes.semantic[32],
    codes.semantic[16],
    Uint32Array.from(held, ({ places }) => places.length),
    Uint16Array.from(held.flatMap(({ places }) => [...places])),
    together('pieces'),
    together('looks'),
    codes.appearance,
  ]);
  const pieceBytes = joinedColumns([pieces.words]);
  const sections = [facts, codeBytes, pieceBytes];
  const bytes = new Uint8Array(sections.reduce((sum, { length }) => sum + length, SEGMENT_HEADER_BYTES));
  let at = SEGMENT_HEADER_BYTES;
  for (const section of sections) {
    bytes.set(section, at);
    at += section.length;
  }
  writeHead(bytes.subarray(0, SEGMENT_HEADER_BYTES), {
    shape,
    factBytes: facts.length,
    codeBytes: codeBytes.length,
    pieceBytes: pieceBytes.length,
    factChecksum: checksumOf(facts),
    codeChecksum: checksumOf(codeBytes),
    pieceChecksum: checksumOf(pieceBytes),
  });
  return bytes;
}

/** A segment in today's format: the same bytes where it is already. @throws SegmentDamaged */
export function renewedSegment(bytes: Bytes): Bytes {
  const head = readHead(bytes);
  if (head.version !== FIRST_FORMAT) return bytes;
  const codesAt = SEGMENT_HEADER_BYTES + head.factBytes;
  const codes = bytes.subarray(codesAt, codesAt + head.codeBytes);
  return joinedSegment(bytes.subarray(SEGMENT_HEADER_BYTES, codesAt), readCodes(head, codes), readPieces(head, codes));
}
