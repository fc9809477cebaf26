import { useSyncExternalStore } from 'react';
import type { PipelineSnapshot } from '../../../pipeline/api/pipeline.ts';
import type { Route } from '../route/route.ts';
import type { Readable } from '../store/store.ts';
import { useFacet } from './FacetProvider.tsx';

/** The whole of a store, for stores whose every change is shown. */
export function useStore<T>(store: Readable<T>): T {
  return useSyncExternalStore(store.subscribe, store.getSnapshot);
}

/**
 * The part of the pipeline's snapshot that a component shows; it renders again only when that part changes. `select`
 * has to return a part as it is or a primitive: a new object each time would never settle.
 */
export function useSnapshot<T>(select: (snapshot: PipelineSnapshot) => T): T {
  const { snapshot } = useFacet();
  return useSyncExternalStore(snapshot.subscribe, () => select(snapshot.getSnapshot()));
}

/** The part of the address that a component shows; see `useSnapshot`. */
export function useRoute<T>(select: (route: Route) => T): T {
  const { router } = useFacet();
  return useSyncExternalStore(router.subscribe, () => select(router.getSnapshot()));
}
