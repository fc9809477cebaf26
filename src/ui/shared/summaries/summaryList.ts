import type { PhotoId } from '../../../pipeline/api/pipeline.ts';
import type { Readable } from '../store/store.ts';
import type { MaybeSummary, SummaryCache } from './summaryCache.ts';

/** The summaries of several photos as one value, which stays the same list for as long as each of them does. */
export function summaryList(
  cache: Pick<SummaryCache, 'watch'>,
  photos: Uint32Array | readonly PhotoId[],
): Readable<readonly MaybeSummary[]> {
  const watched = Array.from<number | PhotoId, Readable<MaybeSummary>>(photos, (photo) => cache.watch(photo));
  let list: readonly MaybeSummary[] = [];
  return {
    getSnapshot: () => {
      const next = watched.map((one) => one.getSnapshot());
      if (next.length !== list.length || next.some((summary, i) => summary !== list[i])) list = next;
      return list;
    },
    subscribe: (listener) => {
      const stops = watched.map((one) => one.subscribe(listener));
      return () => {
        for (const stop of stops) stop();
      };
    },
  };
}
