import type { Gallery, TaughtRow } from '../../gallery/gallery.ts';
import type { PhotoRow } from '../../gallery/schema.ts';
import type { PhotoAnalysis } from '../../network/heads/photoAnalysis.ts';
import type { Category } from '../../network/network.ts';
import type { PhotoVectors } from '../../network/vectors/photoVectors.ts';
import type { PhotoDetail, Region } from '../api/pipeline.ts';
import { toldOf } from '../taught/taughtRows.ts';
import { correctedProbabilities } from './galleryRows.ts';

/** What one photo's page shows, its boxes included. @param categories of the network @throws Error when the photo is not in the gallery. */
export async function storedDetail(
  gallery: Gallery,
  id: string,
  categories: readonly Category[],
): Promise<PhotoDetail> {
  const { photo, analysis } = await gallery.analysis(id);
  // The analysis has them as they were computed, the photo's row as bytes at times.
  const probabilities = correctedProbabilities({ ...photo, probabilities: analysis.probabilities }, categories);
  const proposalProbabilities = correctedBoxes(analysis, photo, categories);
  return { analysis: { ...analysis, probabilities, proposalProbabilities }, width: photo.width, height: photo.height };
}

/** P_c = max_i p_ic with a person's words, too: the winner is it surely, and no box is what is not there. // (N, C) */
function correctedBoxes(
  { proposalProbabilities, winners }: PhotoAnalysis,
  { corrections }: PhotoRow,
  categories: readonly Category[],
): Float32Array {
  const corrected = proposalProbabilities.slice();
  categories.forEach(({ name }, c) => {
    const verdict = corrections[name];
    if (verdict === 'absent') for (let at = c; at < corrected.length; at += winners.length) corrected[at] = 0;
    if (verdict === 'present') corrected[winners[c]! * winners.length + c] = 1;
  });
  return corrected;
}

/** The box that won a category in each photo; null where the photo is gone. @param category its index */
export async function winningRegions(
  gallery: Gallery,
  ids: readonly string[],
  category: number,
): Promise<(Region | null)[]> {
  const stored = await gallery.winners(ids).catch(() => []);
  return ids.map((_, i) => {
    const winning = stored[i];
    const winner = winning?.winners[category];
    if (!winning || winner === undefined) return null;
    const [x0 = 0, y0 = 0, x1 = 1, y1 = 1] = winning.boxes.subarray(winner * 4, winner * 4 + 4);
    return { x0, y0, x1, y1 };
  });
}

/** The region of a photo that is most of a taught category; null where the photo has no vectors. */
export function taughtRegion(row: TaughtRow, vectors: PhotoVectors | null): Region | null {
  if (vectors === null || vectors.version !== row.vectors) return null;
  const { winner } = toldOf(row, vectors, null);
  const [x0 = 0, y0 = 0, x1 = 1, y1 = 1] = Array.from(
    vectors.boxes.subarray(winner * 4, winner * 4 + 4),
    (byte) => byte / 255,
  );
  return { x0, y0, x1, y1 };
}
