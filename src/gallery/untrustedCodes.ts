import type { AnalysisRow, PhotoRow } from './schema.ts';

/**
 * Recognises rows that hold whatever WebGPU had left in its buffers. Before the network's results were checked, the network ran on a device
 * that rejected the sum of the regions' features, so nothing after it ran: zeros were read as logits, every proposal got the same
 * probabilities and the first one won every category. Such rows do not name their engine. No other row looks like that, because in a
 * network that works no two regions of a photo agree in all of their numbers. A row with a single proposal always looks like that, and is
 * left alone.
 */
function isUncomputed({ winners, objectness, proposalProbabilities }: AnalysisRow): boolean {
  if (objectness.length < 2 || winners.some((winner) => winner !== 0)) return false;
  const categories = winners.length;
  return proposalProbabilities.every((value, i) => value === proposalProbabilities[i % categories]);
}

/** Put in front of the version of such a row: no such version is in use, so the photo is shown but not compared, and analysed anew when its
 * file is dropped again. */
const MARK = 'WebGPU, unchecked: ';

/** The row as it should be stored: with a version of its own where its codes cannot be trusted. */
export function markedIfUntrusted(photo: PhotoRow, analysis: AnalysisRow): PhotoRow {
  const untrusted = photo.engine === undefined && !isMarked(photo) && isUncomputed(analysis);
  return untrusted ? { ...photo, version: `${MARK}${photo.version}` } : photo;
}

export function isMarked({ version }: PhotoRow): boolean {
  return version.startsWith(MARK);
}
