import { ColumnTaker } from './columnBytes.ts';
import { heldOfPieces } from './heldOfPieces.ts';
import {
  APPEARANCE_WORDS,
  REGION_WORDS,
  type SegmentCodes,
  type SegmentPieces,
  type SegmentShape,
  wordsOfPieces,
} from './segmentFormat.ts';

/**
 * The codes of a segment of format version 1, where all pieces lie among them: probabilities and semantic codes as today; pieces of each
 * category, one after the other // C × (N, W) u32; appearance // (N, 4) u32 and, of the regions that won, (N, C · 2) u32.
 */
function takeColumns({ photos, categories, pieceWords, looks }: SegmentShape, bytes: Uint8Array<ArrayBuffer>) {
  const take = new ColumnTaker(bytes);
  const columns = {
    probabilities: Array.from({ length: categories }, () => take.uint8(photos)),
    semantic: {
      64: take.uint32(photos * 2),
      48: take.uint32(photos * 2),
      32: take.uint32(photos),
      16: take.uint32(photos),
    },
    pieces: Array.from({ length: categories }, () => take.uint32(photos * pieceWords)),
    appearance: take.uint32(looks ? photos * APPEARANCE_WORDS : 0),
    regionAppearance: take.uint32(looks ? photos * categories * REGION_WORDS : 0),
  };
  take.end('the codes');
  return columns;
}

/** @throws SegmentDamaged */
export function firstPieces(shape: SegmentShape, bytes: Uint8Array<ArrayBuffer>): SegmentPieces {
  const { pieces, regionAppearance } = takeColumns(shape, bytes);
  const { photos, pieceWords } = shape;
  const { codes, looks } = wordsOfPieces(shape);
  const words = new Uint32Array(photos * (codes + looks));
  for (let at = 0; at < photos; at++) {
    const first = at * (codes + looks);
    pieces.forEach((column, c) => {
      for (let w = 0; w < pieceWords; w++) words[first + c * pieceWords + w] = column[at * pieceWords + w]!;
    });
    words.set(regionAppearance.subarray(at * looks, (at + 1) * looks), first + codes);
  }
  return { shape, words };
}

/** @throws SegmentDamaged */
export function firstCodes(shape: SegmentShape, bytes: Uint8Array<ArrayBuffer>): SegmentCodes {
  const { probabilities, semantic, appearance } = takeColumns(shape, bytes);
  return { shape, probabilities, semantic, held: heldOfPieces(probabilities, firstPieces(shape, bytes)), appearance };
}
