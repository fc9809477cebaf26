import { joinedWords } from '../../base/joinedWords.ts';
import type { TaughtRow } from '../../gallery/records/taughtRow.ts';
import type { PhotoAnalysis } from '../../network/heads/photoAnalysis.ts';
import type { PhotoVectors } from '../../network/vectors/photoVectors.ts';
import { toldOf, valuesOfTold } from './taughtRows.ts';

/** @returns the box of the analysis that is this region, whose sides were rounded to 1/255 */
function boxOf({ boxes }: PhotoAnalysis, of: PhotoVectors, region: number): number {
  let [best, least] = [0, Infinity];
  for (let box = 0; box < boxes.length / 4; box++) {
    let apart = 0;
    for (let i = 0; i < 4; i++) apart += Math.abs(boxes[box * 4 + i]! - of.boxes[region * 4 + i]! / 255);
    if (apart < least) [best, least] = [box, apart];
  }
  return best;
}

/** The first `width` numbers of each row, then those of `more`. @param rows // (N, width) @param more // (N, added) */
function beside(rows: Float32Array, width: number, more: Float32Array, added: number): Float32Array {
  const count = more.length / added;
  const all = new Float32Array(count * (width + added));
  for (let n = 0; n < count; n++) {
    all.set(rows.subarray(n * width, (n + 1) * width), n * (width + added));
    all.set(more.subarray(n * added, (n + 1) * added), n * (width + added) + width);
  }
  return all;
}

/** Pieces of taught categories: the beginning of what their winning regions look like. @param looks // (T, 2) @returns // (T, ⌈bits / 32⌉) */
export function taughtPieces(looks: Uint32Array, bits: number): Uint32Array {
  const width = Math.ceil(bits / 32);
  const pieces = new Uint32Array((looks.length / 2) * width);
  for (let t = 0; t < looks.length / 2; t++)
    for (let word = 0; word < Math.min(width, 2); word++) {
      const left = bits - word * 32;
      pieces[t * width + word] = looks[t * 2 + word]! & (left >= 32 ? 0xffffffff : 2 ** left - 1);
    }
  return pieces;
}

/**
 * An analysis as if the network knew the taught categories, too: they come last, and P_c = max_i p_ic of them as of the others. Boxes whose
 * vectors were not kept have nothing of them.
 * @param vectors null where the photo has none; then no taught category is in it, but by a person's word
 * @param id null of a photo that is not in the gallery
 */
export function withTaught(
  analysis: PhotoAnalysis,
  rows: readonly TaughtRow[],
  vectors: PhotoVectors | null,
  id: string | null,
  bitsPerCategory: number,
): PhotoAnalysis {
  const added = rows.length;
  if (added === 0) return analysis;
  const boxes = analysis.objectness.length;
  const width = analysis.probabilities.length;
  const ofRows = rows.map((row) => toldOf(row, vectors, id));
  const values = valuesOfTold(rows, ofRows, vectors);
  const ofBoxes = new Float32Array(boxes * added);
  const winners = new Int32Array(width + added);
  winners.set(analysis.winners);
  const regions =
    vectors === null ? [] : Array.from({ length: vectors.boxes.length / 4 }, (_, n) => boxOf(analysis, vectors, n));
  ofRows.forEach((told, t) => {
    told.ofRegions.forEach((probability, region) => {
      ofBoxes[regions[region]! * added + t] = Math.min(probability, told.probability);
    });
    const winner = regions[told.winner] ?? 0;
    ofBoxes[winner * added + t] = told.probability;
    winners[width + t] = winner;
  });
  return {
    ...analysis,
    proposalProbabilities: beside(analysis.proposalProbabilities, width, ofBoxes, added),
    probabilities: beside(analysis.probabilities, width, values.probabilities, added),
    winners,
    categoryCodes: joinedWords(analysis.categoryCodes, taughtPieces(values.looks, bitsPerCategory)),
    regionAppearance: joinedWords(analysis.regionAppearance, values.looks),
  };
}
