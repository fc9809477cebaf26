import { unitBoxes } from '../base/image/box.ts';
import type { PhotoAnalysis } from '../network/heads/photoAnalysis.ts';
import { recodedRow } from './records/recoded.ts';
import type { AnalysisRow, PhotoRow } from './schema.ts';

/**
 * Boxes kept of a photo. All 1,000 with their probabilities would be 36 kB a photo, 300 are 11 kB; a person looks at a few
 * dozen, and every winner is kept however weak it is.
 */
export const BOXES_KEPT = 300;

/** Indices of box 0 (the whole photo), of every winner and of the strongest others, ascending. */
function keptBoxes(analysis: PhotoAnalysis, limit: number): Int32Array {
  const count = analysis.objectness.length;
  const stray = analysis.winners.find((winner) => winner < 0 || winner >= count);
  if (stray !== undefined) throw new RangeError(`analysisRow: got winner ${stray} of ${count} boxes`);
  const kept = new Set<number>(analysis.winners);
  if (count > 0) kept.add(0);
  const byStrength = Array.from({ length: count }, (_, i) => i).sort(
    (a, b) => analysis.objectness[b]! - analysis.objectness[a]! || a - b,
  );
  for (const i of byStrength) {
    if (kept.size >= limit) break;
    kept.add(i);
  }
  return Int32Array.from(kept).sort();
}

/** The large part of an analysis as it is stored: fewer boxes, winners renumbered, probabilities in a byte. */
export function analysisRow(id: string, analysis: PhotoAnalysis, limit: number = BOXES_KEPT): AnalysisRow {
  const categories = analysis.probabilities.length;
  const kept = keptBoxes(analysis, limit);
  const place = new Map<number, number>();
  const boxes = new Float32Array(kept.length * 4);
  const objectness = new Float32Array(kept.length);
  const proposalProbabilities = new Uint8Array(kept.length * categories);
  kept.forEach((from, to) => {
    place.set(from, to);
    boxes.set(analysis.boxes.subarray(from * 4, from * 4 + 4), to * 4);
    objectness[to] = analysis.objectness[from]!;
    for (let c = 0; c < categories; c++) {
      proposalProbabilities[to * categories + c] = Math.round(
        255 * analysis.proposalProbabilities[from * categories + c]!,
      );
    }
  });
  const winners = analysis.winners.map((winner) => place.get(winner)!);
  return { id, boxes, objectness, proposalProbabilities, winners, probabilities: analysis.probabilities };
}

/** The inverse, except for the dropped boxes and the rounding to 1/255, with the codes that a person's words give it. A photo of an older version has no appearance codes: they are empty. */
export function restoredAnalysis(photo: PhotoRow, stored: AnalysisRow): PhotoAnalysis {
  const { semanticCodes, categoryCodes } = recodedRow(photo);
  return {
    boxes: unitBoxes(stored.boxes),
    objectness: stored.objectness,
    proposalProbabilities: Float32Array.from(stored.proposalProbabilities, (byte) => byte / 255),
    probabilities: stored.probabilities ?? photo.probabilities,
    winners: stored.winners,
    semanticCodes,
    categoryCodes,
    appearance: photo.appearance ?? new Uint32Array(0),
    regionAppearance: photo.regionAppearance ?? new Uint32Array(0),
  };
}
