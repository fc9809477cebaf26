import { probabilityBytes } from '../../codes/columns/probabilityByte.ts';
import type { Example } from '../../codes/similar/similarQuery.ts';
import type { PhotoAnalysis } from '../../network/heads/photoAnalysis.ts';
import { SEARCHED_BITS } from '../library/columns/searchColumns.ts';

/** An example with what the rows of its categories are ranked by. */
export interface AnalysedExample extends Example {
  /** Category-aware codes, category after category. // (C · wordsPerPiece,) */
  readonly pieces: Uint32Array;
  /** Appearance codes of the regions that won each category. // (C · 2,) */
  readonly regionLooks: Uint32Array;
}

export function exampleOf(analysis: PhotoAnalysis): AnalysedExample {
  return {
    code: analysis.semanticCodes[SEARCHED_BITS],
    looks: analysis.appearance,
    probabilities: probabilityBytes(analysis.probabilities),
    pieces: analysis.categoryCodes,
    regionLooks: analysis.regionAppearance,
  };
}
