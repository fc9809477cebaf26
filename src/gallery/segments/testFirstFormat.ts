import { joinedColumns } from './columnBytes.ts';
import { readSegment } from './readSegment.ts';
import { SEGMENT_HEADER_BYTES, wordsOfPieces } from './segmentFormat.ts';
import { checksumOf, FIRST_FORMAT, readHead, writeHead } from './segmentHead.ts';

/** For tests: the segment as format version 1 had it, pieces of all photos among the codes. */
export function inFirstFormat(bytes: Uint8Array<ArrayBuffer>): Uint8Array<ArrayBuffer> {
  const { codes, pieces } = readSegment(bytes);
  const { shape, probabilities, semantic, appearance } = codes;
  const { photos, categories, pieceWords } = shape;
  const words = wordsOfPieces(shape);
  const all = words.codes + words.looks;
  const taken = (first: number, count: number): Uint32Array =>
    Uint32Array.from(
      { length: photos * count },
      (_, n) => pieces.words[Math.floor(n / count) * all + first + (n % count)]!,
    );
  const codeBytes = joinedColumns([
    ...probabilities,
    semantic[64],
    semantic[48],
    semantic[32],
    semantic[16],
    ...Array.from({ length: categories }, (_, c) => taken(c * pieceWords, pieceWords)),
    appearance,
    taken(words.codes, words.looks),
  ]);
  const head = readHead(bytes);
  const first = new Uint8Array(SEGMENT_HEADER_BYTES + head.factBytes + codeBytes.length);
  first.set(bytes.subarray(0, SEGMENT_HEADER_BYTES + head.factBytes));
  first.set(codeBytes, SEGMENT_HEADER_BYTES + head.factBytes);
  writeHead(first.subarray(0, SEGMENT_HEADER_BYTES), {
    ...head,
    codeBytes: codeBytes.length,
    codeChecksum: checksumOf(codeBytes),
    pieceBytes: 0,
    pieceChecksum: 0,
  });
  new Uint32Array(first.buffer, 8, 1)[0] = FIRST_FORMAT;
  return first;
}
