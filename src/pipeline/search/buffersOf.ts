import type { Found } from '../api/found.ts';
import type { Hits, LikeAnswer } from '../api/hits.ts';

/** The buffers of an answer that are given away with it. */
export function buffersOfFound({
  numbers,
  aspects,
  times,
  distances,
  probabilities,
  counts,
}: Found): ArrayBufferLike[] {
  return [numbers, aspects, times, distances, probabilities, counts].flatMap((values) =>
    values ? [values.buffer] : [],
  );
}

function buffersOfHits({ numbers, distances, probabilities, likeness }: Hits): ArrayBufferLike[] {
  return [numbers.buffer, distances.buffer, probabilities.buffer, likeness.buffer];
}

/** All but those of the query's analysis, which is remembered. */
export function buffersOfLikes({ similar, together, rows }: Omit<LikeAnswer, 'query'>): ArrayBufferLike[] {
  return [similar, ...(together ? [together.hits] : []), ...rows.map(({ hits }) => hits)].flatMap(buffersOfHits);
}
