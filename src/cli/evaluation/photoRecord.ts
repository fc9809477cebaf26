import type { PhotoAnalysis, StageTimes } from '../../network/network.ts';

/** What is kept of one photo's analysis: enough for every measure, a tenth of the whole. C categories, N boxes. */
export interface PhotoRecord {
  /** Strongest first, the whole photo before them. // (N, 4), shares of the photo */
  readonly boxes: Float32Array;
  /** Box of the proposal that won each category. // (C, 4) */
  readonly winnerBoxes: Float32Array;
  /** // (C,) */
  readonly probabilities: Float32Array;
  readonly semanticCodes: PhotoAnalysis['semanticCodes'];
  readonly categoryCodes: Uint32Array;
  readonly times: StageTimes;
}

export function photoRecord(analysis: PhotoAnalysis, times: StageTimes): PhotoRecord {
  const winnerBoxes = new Float32Array(analysis.winners.length * 4);
  analysis.winners.forEach((winner, c) => winnerBoxes.set(analysis.boxes.subarray(winner * 4, winner * 4 + 4), c * 4));
  return {
    boxes: analysis.boxes.slice(),
    winnerBoxes,
    probabilities: analysis.probabilities,
    semanticCodes: analysis.semanticCodes,
    categoryCodes: analysis.categoryCodes,
    times,
  };
}
