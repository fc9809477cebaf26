import { type UnitBoxes, unitBoxes } from '../../base/image/box.ts';
import type { PhotoAnalysis } from '../../network/heads/photoAnalysis.ts';
import type { StageTimes } from '../../network/network.ts';
import { winnerSigns } from '../../network/taught/winnerSigns.ts';
import type { StoredFrame } from '../../pipeline/formats/storedFrame.ts';
import type { LabelledPhoto } from '../../pipeline/labelled/dataset.ts';

/** What is kept of one photo's analysis: enough for every measure, a tenth of the whole. C categories, N boxes. */
export interface PhotoRecord {
  /** The file as stored. The boxes here are shares of the upright photo. */
  readonly frame: StoredFrame;
  /** All proposals, strongest first. // (N, 4) */
  readonly boxes: UnitBoxes;
  /** Box of the hypothesis that won each category. // (C, 4) */
  readonly winnerBoxes: UnitBoxes;
  /** // (C,) */
  readonly probabilities: Float32Array;
  readonly semanticCodes: PhotoAnalysis['semanticCodes'];
  readonly categoryCodes: Uint32Array;
  readonly appearance: Uint32Array;
  readonly regionAppearance: Uint32Array;
  /** See `winnerSigns`. // (C · 2,) */
  readonly winnerSigns: Uint32Array;
  readonly times: StageTimes;
}

/** A photo with what is true of it and what the network made of it. */
export interface AnalysedPhoto {
  readonly photo: LabelledPhoto;
  readonly record: PhotoRecord;
}

export function photoRecord(
  frame: StoredFrame,
  boxes: UnitBoxes,
  analysis: PhotoAnalysis,
  times: StageTimes,
): PhotoRecord {
  const winnerBoxes = new Float32Array(analysis.winners.length * 4);
  analysis.winners.forEach((winner, c) => winnerBoxes.set(analysis.boxes.subarray(winner * 4, winner * 4 + 4), c * 4));
  return {
    frame,
    boxes,
    winnerBoxes: unitBoxes(winnerBoxes),
    probabilities: analysis.probabilities,
    semanticCodes: analysis.semanticCodes,
    categoryCodes: analysis.categoryCodes,
    appearance: analysis.appearance,
    regionAppearance: analysis.regionAppearance,
    winnerSigns: winnerSigns(analysis),
    times,
  };
}
