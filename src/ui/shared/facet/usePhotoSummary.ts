import { useMemo, useSyncExternalStore } from 'react';
import type { PhotoNumber } from '../../../pipeline/api/photoNumber.ts';
import type { PhotoId } from '../../../pipeline/api/pipeline.ts';
import type { MaybeSummary } from '../summaries/summaryCache.ts';
import { summaryList } from '../summaries/summaryList.ts';
import { useFacet } from './FacetProvider.tsx';

/**
 * What is known of one photo at a glance, by its number or its id: `undefined` while it is on its way, `null` where there is no such photo.
 * The component renders again when it arrives, changes or goes.
 */
export function usePhotoSummary(photo: PhotoNumber | PhotoId | null): MaybeSummary {
  const { summaries } = useFacet();
  const watched = useMemo(() => (photo === null ? NOTHING : summaries.watch(photo)), [summaries, photo]);
  return useSyncExternalStore(watched.subscribe, watched.getSnapshot);
}

/**
 * The summaries of those photos that are in sight, in the order of `photos`, by their numbers or their ids. Pass the same array for as
 * long as it names the same photos.
 */
export function usePhotoSummaries(photos: Uint32Array | readonly PhotoId[]): readonly MaybeSummary[] {
  const { summaries } = useFacet();
  const watched = useMemo(() => summaryList(summaries, photos), [summaries, photos]);
  return useSyncExternalStore(watched.subscribe, watched.getSnapshot);
}

const NOTHING = { getSnapshot: () => null, subscribe: () => () => {} };
