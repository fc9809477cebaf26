import { packedProbabilities, unpackedProbabilities } from '../records/packedProbabilities.ts';
import { areRuns } from '../records/packedRuns.ts';
import type { AnalysisRow } from '../records/photoRow.ts';
import { ColumnTaker, joinedColumns } from './columnBytes.ts';
import type { Part } from './packedParts.ts';
import { SegmentDamaged } from './segmentHead.ts';

/** Set in C where the probabilities of the boxes are packed. */
const PACKED = 2 ** 31;

/**
 * An analysis as a part: M and C (u32 each); boxes // (M, 4) f32; objectness // (M,) f32; winners // (C,) i32; probabilities // (C,) f32, NaN
 * where they are not known; the probabilities of the boxes, packed, see `packedProbabilities`, their length in bytes before them (u32, u32
 * zero). Each is padded to a multiple of 8 bytes. Older parts have the probabilities of the boxes as they are // (M, C) u8, and the highest
 * bit of C is not set.
 */
export function analysisPart(row: AnalysisRow): Part {
  const categories = row.winners.length;
  const probabilities = row.probabilities ?? new Float32Array(categories).fill(Number.NaN);
  const packed = packedProbabilities(row.proposalProbabilities, categories);
  const bytes = joinedColumns([
    Uint32Array.of(row.objectness.length, PACKED + categories),
    row.boxes,
    row.objectness,
    row.winners,
    probabilities,
    Uint32Array.of(packed.length, 0),
    packed,
  ]);
  return { type: '', bytes };
}

/** What an analysis' part holds, shared with its bytes. */
export interface AnalysisViews extends Omit<AnalysisRow, 'id' | 'probabilities' | 'proposalProbabilities'> {
  /** NaN where they are not known. */
  readonly probabilities: Float32Array;
  /** Those of the boxes as they lie there. */
  readonly ofBoxes: { readonly packed: boolean; readonly bytes: Uint8Array };
}

/** All of it is checked. @param bytes at a multiple of 8 of their memory @throws SegmentDamaged */
export function analysisViews(bytes: Uint8Array<ArrayBuffer>): AnalysisViews {
  const take = new ColumnTaker(bytes);
  const [boxes = 0, marked = 0] = take.uint32(2);
  const categories = marked % PACKED;
  const packed = marked >= PACKED;
  const views = {
    boxes: take.float32(boxes * 4),
    objectness: take.float32(boxes),
    winners: take.int32(categories),
    probabilities: take.float32(categories),
    ofBoxes: { packed, bytes: take.uint8(packed ? (take.uint32(2)[0] ?? 0) : boxes * categories) },
  };
  take.end('the analysis');
  for (const winner of views.winners)
    if (winner < 0 || winner >= boxes)
      throw new SegmentDamaged(`an analysis has the winner ${winner} of ${boxes} boxes`);
  if (packed && !areRuns(views.ofBoxes.bytes, boxes * categories))
    throw new SegmentDamaged(`an analysis' probabilities are not those of ${boxes} boxes`);
  return views;
}

/** The inverse of `analysisPart`, each array with its own memory. @throws as `analysisViews` */
export function analysisOfPart(id: string, bytes: Uint8Array<ArrayBuffer>): AnalysisRow {
  const { boxes, objectness, winners, probabilities, ofBoxes } = analysisViews(bytes);
  const proposalProbabilities = ofBoxes.packed
    ? unpackedProbabilities(ofBoxes.bytes, objectness.length, winners.length)
    : ofBoxes.bytes.slice();
  if (proposalProbabilities === null) throw new SegmentDamaged('the probabilities of an analysis are damaged');
  return {
    id,
    boxes: boxes.slice(),
    objectness: objectness.slice(),
    winners: winners.slice(),
    proposalProbabilities,
    ...(!probabilities.some(Number.isNaN) && { probabilities: probabilities.slice() }),
  };
}
