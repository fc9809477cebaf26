import type { HeldPieces } from '../../codes/columns/heldPieces.ts';
import { LEAST_HELD, REGION_WORDS, type SegmentPieces } from './segmentFormat.ts';

/** Of each category, the pieces of the photos that may hold it. @param probabilities by category // C × (N,) */
export function heldOfPieces(probabilities: readonly Uint8Array[], { shape, words }: SegmentPieces): HeldPieces[] {
  const { photos, categories, pieceWords, looks } = shape;
  const lookWords = looks ? REGION_WORDS : 0;
  const width = categories * (pieceWords + lookWords);
  return probabilities.map((bytes, c) => {
    const places = new Uint16Array(photos);
    let count = 0;
    for (let at = 0; at < photos; at++) if (bytes[at]! >= LEAST_HELD) places[count++] = at;
    const held = {
      places: places.slice(0, count),
      pieces: new Uint32Array(count * pieceWords),
      looks: new Uint32Array(count * lookWords),
    };
    const looksAt = categories * pieceWords + c * lookWords;
    for (let n = 0; n < count; n++) {
      const first = held.places[n]! * width;
      for (let w = 0; w < pieceWords; w++) held.pieces[n * pieceWords + w] = words[first + c * pieceWords + w]!;
      for (let w = 0; w < lookWords; w++) held.looks[n * lookWords + w] = words[first + looksAt + w]!;
    }
    return held;
  });
}
