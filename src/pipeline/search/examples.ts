import type { ExamplesQuery, LikeQuery } from '../api/hits.ts';
import type { PhotoId, SearchQuery } from '../api/pipeline.ts';

/** Every query is examples: a photo or a region is one that hits are to be like. */
export function asExamples(query: LikeQuery): ExamplesQuery {
  return query.kind === 'examples' ? query : { kind: 'examples', like: [query], unlike: [] };
}

/** The gallery's photo that the query is made from; it must not answer itself. */
export function photoOf(query: SearchQuery): PhotoId | null {
  const photo = query.kind === 'region' ? query.of : query;
  return photo.kind === 'photo' ? photo.id : null;
}
