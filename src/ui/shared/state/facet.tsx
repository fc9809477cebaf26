import { createContext, type ReactNode, useContext, useMemo, useSyncExternalStore } from 'react';
import type { PhotoId, PhotoSummary, Pipeline, PipelineSnapshot } from '../../../pipeline/api/pipeline.ts';
import { Offline } from '../offline/offline.ts';
import { ThumbnailCache } from '../thumbnails/thumbnailCache.ts';
import { CombineTray } from './combineTray.ts';
import { IndexFiles } from './indexFiles.ts';
import { Intake } from './intake.ts';
import { Notices } from './notices.ts';
import type { Route } from './route.ts';
import { Router } from './router.ts';
import { SearchSession } from './searchSession.ts';
import { spokenSnapshot } from './spokenSnapshot.ts';
import type { Readable } from './store.ts';

/** Everything of the page that outlives a component: made once, handed down by context. */
export interface Facet {
  readonly pipeline: Pipeline;
  readonly router: Router;
  readonly notices: Notices;
  readonly intake: Intake;
  readonly indexFiles: IndexFiles;
  readonly session: SearchSession;
  readonly tray: CombineTray;
  readonly thumbnails: ThumbnailCache;
  readonly offline: Offline;
  /** The pipeline's snapshot with the categories' names as people write them. */
  readonly snapshot: Readable<PipelineSnapshot>;
  /** Where each view was scrolled to when it was left, CSS pixels. */
  readonly scrolled: Map<string, number>;
}

export function createFacet(pipeline: Pipeline, target: Window): Facet {
  const notices = new Notices();
  return {
    pipeline,
    router: new Router(target),
    notices,
    intake: new Intake(pipeline, notices),
    indexFiles: new IndexFiles(pipeline, notices),
    session: new SearchSession(pipeline),
    tray: new CombineTray(),
    thumbnails: new ThumbnailCache((id) => pipeline.thumbnail(id), URL),
    offline: new Offline(notices, target),
    snapshot: spokenSnapshot(pipeline),
    scrolled: new Map(),
  };
}

const FacetContext = createContext<Facet | null>(null);

export function FacetProvider({ facet, children }: { readonly facet: Facet; readonly children: ReactNode }) {
  return <FacetContext value={facet}>{children}</FacetContext>;
}

export function useFacet(): Facet {
  const facet = useContext(FacetContext);
  if (facet === null) throw new Error('useFacet: got no FacetProvider around the component, wanted one');
  return facet;
}

export function useStore<T>(store: Readable<T>): T {
  return useSyncExternalStore(store.subscribe, store.getSnapshot);
}

export function useSnapshot(): PipelineSnapshot {
  return useStore(useFacet().snapshot);
}

export function useRoute(): Route {
  return useStore(useFacet().router);
}

/** Photos by their id, for as long as the list stays the same. */
export function usePhotosById(): ReadonlyMap<PhotoId, PhotoSummary> {
  const { photos } = useSnapshot();
  return useMemo(() => new Map(photos.map((photo) => [photo.id, photo])), [photos]);
}
