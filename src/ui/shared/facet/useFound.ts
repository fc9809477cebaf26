import { useMemo, useSyncExternalStore } from 'react';
import type { GalleryQuery } from '../../../pipeline/api/galleryQuery.ts';
import type { FoundState } from '../found/foundPhotos.ts';
import { galleryQuery } from '../found/galleryQuery.ts';
import { sentenceOf } from '../model/errorSentence.ts';
import type { Ask } from '../route/ask.ts';
import { useFacet } from './FacetProvider.tsx';
import { useSnapshot } from './useSnapshot.ts';

/**
 * What the gallery holds of what was asked, kept up to date. Views that ask the same share one answer.
 * @param ask null asks nothing and stays looking
 */
export function useFound(ask: Ask | null): FoundState {
  const { found, pipeline, session } = useFacet();
  // Their names as the heads have them stand in the pipeline's own snapshot; both change together.
  const categories = useSnapshot((snapshot) => snapshot.categories);
  // biome-ignore lint/correctness/useExhaustiveDependencies(categories): see above
  const watched = useMemo(() => {
    if (ask === null) return NOTHING;
    try {
      const query: GalleryQuery = galleryQuery(ask, pipeline.getSnapshot().categories, (of) => session.photoQuery(of));
      return found.watch(query);
    } catch (error) {
      const failed: FoundState = { phase: 'failed', message: sentenceOf(error) };
      return { getSnapshot: () => failed, subscribe: () => () => {} };
    }
  }, [ask, categories, found, pipeline, session]);
  return useSyncExternalStore(watched.subscribe, watched.getSnapshot);
}

const LOOKING: FoundState = { phase: 'looking' };
const NOTHING = { getSnapshot: () => LOOKING, subscribe: () => () => {} };
