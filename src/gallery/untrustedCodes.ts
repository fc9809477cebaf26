import type { AnalysisRow, PhotoRow } from './schema.ts';

/**
 * Rows that hold what WebGPU left in its buffers. Until the network's results were checked, it computed on a device that refused the sum of
 * the regions' features, and nothing after it ran: zeros were read as logits, so every proposal has the same probabilities and the first
 * one wins every category. Such rows do not say which engine made them; no other ones look like that, since on a network that computes no
 * two regions of a photo agree in all of their numbers. A row of one single proposal looks so by nature, and is left alone.
 */
function isUncomputed({ winners, objectness, proposalProbabilities }: AnalysisRow): boolean {
  if (objectness.length < 2 || winners.some((winner) => winner !== 0)) return false;
  const categories = winners.length;
  return proposalProbabilities.every((value, i) => value === proposalProbabilities[i % categories]);
}

/** Before the version of such a row: it is of no version in use, so it is shown, not compared, and seen anew when its file comes again. */
const MARK = 'WebGPU, unchecked: ';

/** The row as it is to be stored: of a version of its own where its codes are not to be trusted. */
export function markedIfUntrusted(photo: PhotoRow, analysis: AnalysisRow): PhotoRow {
  const untrusted = photo.engine === undefined && !isMarked(photo) && isUncomputed(analysis);
  return untrusted ? { ...photo, version: `${MARK}${photo.version}` } : photo;
}

export function isMarked({ version }: PhotoRow): boolean {
  return version.startsWith(MARK);
}
