import { type UnitBoxes, unitBoxes } from '../../base/image/box.ts';
import type { PhotoAnalysis } from '../../network/heads/photoAnalysis.ts';
import type { StoredFrame } from '../formats/storedFrame.ts';
import type { LabelledPhoto } from '../labelled/dataset.ts';

/** What measures need of an analysis. C categories. */
export interface MeasuredRecord {
  /** // (C,) */
  readonly probabilities: Float32Array;
  /** At its longest. */
  readonly semanticCode: Uint32Array;
  /** Category after category. */
  readonly categoryCodes: Uint32Array;
  /** Box of the hypothesis that won each category, shares of the upright photo. // (C, 4) */
  readonly winnerBoxes: UnitBoxes;
}

/** A photo with what is true of it and what the network made of it. */
export interface RecordedPhoto {
  readonly photo: LabelledPhoto;
  readonly id: string;
  readonly record: MeasuredRecord;
  /** Null where the labels have no boxes of it. */
  readonly frame: StoredFrame | null;
}

export function measuredRecord(analysis: PhotoAnalysis): MeasuredRecord {
  const winnerBoxes = new Float32Array(analysis.winners.length * 4);
  analysis.winners.forEach((winner, c) => winnerBoxes.set(analysis.boxes.subarray(winner * 4, winner * 4 + 4), c * 4));
  return {
    probabilities: analysis.probabilities,
    semanticCode: analysis.semanticCodes[64],
    categoryCodes: analysis.categoryCodes,
    winnerBoxes: unitBoxes(winnerBoxes),
  };
}
