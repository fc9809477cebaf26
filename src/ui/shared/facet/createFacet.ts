import type { Pipeline, PipelineSnapshot } from '../../../pipeline/api/pipeline.ts';
import { saveAs } from '../files/saveAs.ts';
import { Offline } from '../offline/offline.ts';
import { Router } from '../route/router.ts';
import { CombineTray } from '../state/combineTray.ts';
import { IndexFiles } from '../state/indexFiles.ts';
import { Intake } from '../state/intake.ts';
import { Notices } from '../state/notices.ts';
import { SearchSession } from '../state/searchSession.ts';
import { spokenSnapshot } from '../state/spokenSnapshot.ts';
import type { Readable } from '../store/store.ts';
import { ThumbnailCache } from '../thumbnails/thumbnailCache.ts';

/** Everything in the page that outlives a component: made once and handed down by context. */
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
  /** The pipeline's snapshot, with category names as people write them. */
  readonly snapshot: Readable<PipelineSnapshot>;
  /** Where each view was scrolled to when it was left, CSS pixels. */
  readonly scrolled: Map<string, number>;
}

export function createFacet(pipeline: Pipeline, target: Window): Facet {
  const notices = new Notices();
  const router = new Router(target);
  // The settings report on index files themselves; a notice would be hidden behind them.
  const reported = () => router.getSnapshot().overlay.kind === 'settings';
  const indexFiles = new IndexFiles(pipeline, notices, { save: saveAs, reported });
  return {
    pipeline,
    router,
    notices,
    intake: new Intake(pipeline, notices, indexFiles),
    indexFiles,
    session: new SearchSession(pipeline),
    tray: new CombineTray(router),
    thumbnails: new ThumbnailCache((id) => pipeline.thumbnail(id), URL),
    offline: new Offline(notices, target),
    snapshot: spokenSnapshot(pipeline),
    scrolled: new Map(),
  };
}
