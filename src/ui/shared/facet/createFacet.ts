import type { PipelineSnapshot } from '../../../pipeline/api/pipeline.ts';
import type { Pipeline } from '../../../pipeline/api/pipelineVerbs.ts';
import { saveAs } from '../files/saveAs.ts';
import { FirstInSight } from '../found/firstInSight.ts';
import { FoundPhotos } from '../found/foundPhotos.ts';
import { Offline } from '../offline/offline.ts';
import { Router } from '../route/router.ts';
import { CombineTray } from '../state/combineTray.ts';
import { Folders } from '../state/folders.ts';
import { IndexFiles } from '../state/indexFiles.ts';
import { Intake } from '../state/intake.ts';
import { LanguageChoice } from '../state/languageChoice.ts';
import { Measuring } from '../state/measuring.ts';
import { Notices } from '../state/notices.ts';
import { SearchMemory } from '../state/searchMemory.ts';
import { SearchSession } from '../state/searchSession.ts';
import { spokenSnapshot } from '../state/spokenSnapshot.ts';
import { Teaching } from '../state/teaching.ts';
import { Theme } from '../state/theme.ts';
import { Tour } from '../state/tour.ts';
import { TrainingRun } from '../state/trainingRun.ts';
import { type Readable, Store } from '../store/store.ts';
import { SummaryCache } from '../summaries/summaryCache.ts';
import { RegionShelf } from '../thumbnails/regionShelf.ts';
import { ThumbnailCache } from '../thumbnails/thumbnailCache.ts';

/** What the first tiles of an answer show takes a tenth of it, where nothing else keeps the worker busy. */
const PREPARED_MS = 100;

/** Everything in the page that outlives a component: made once and handed down by context. */
export interface Facet {
  readonly pipeline: Pipeline;
  readonly router: Router;
  readonly notices: Notices;
  readonly intake: Intake;
  /** Folders of the disk that stay. */
  readonly folders: Folders;
  readonly indexFiles: IndexFiles;
  readonly session: SearchSession;
  readonly tray: CombineTray;
  /** Recent and saved searches. */
  readonly searches: SearchMemory;
  readonly thumbnails: ThumbnailCache;
  /** What tiles show of the photos in sight. */
  readonly summaries: SummaryCache;
  /** Where objects are in the photos in sight. */
  readonly regions: RegionShelf;
  /** What queries find in the gallery. */
  readonly found: FoundPhotos;
  readonly offline: Offline;
  readonly theme: Theme;
  readonly language: LanguageChoice;
  readonly tour: Tour;
  /** What Facet is being taught. */
  readonly teaching: Teaching;
  /** The labelled folder that is being measured. */
  readonly measuring: Measuring;
  /** Heads that are being trained. */
  readonly training: TrainingRun;
  /** Whether the list of keyboard shortcuts is open. */
  readonly shortcutsShown: Store<boolean>;
  /** The pipeline's snapshot, with category names as people write them. */
  readonly snapshot: Readable<PipelineSnapshot>;
  /** Where each view was scrolled to when it was left, CSS pixels. */
  readonly scrolled: Map<string, number>;
}

/** @param language that of the page, where something was said before the pipeline was there */
export function createFacet(pipeline: Pipeline, target: Window, language = new LanguageChoice(target)): Facet {
  const notices = new Notices();
  const router = new Router(target);
  // The settings report on index files themselves; a notice would be hidden behind them.
  const reported = () => router.getSnapshot().overlay.kind === 'settings';
  const indexFiles = new IndexFiles(pipeline, notices, { save: saveAs, reported });
  const intake = new Intake(pipeline, notices, indexFiles);
  const thumbnails = new ThumbnailCache((ids) => pipeline.thumbnails(ids), URL);
  const summaries = new SummaryCache(pipeline, pipeline);
  const regions = new RegionShelf((numbers, category) => pipeline.winningRegions(numbers, category));
  const first = new FirstInSight({ summaries, thumbnails, regions });
  return {
    pipeline,
    router,
    notices,
    intake,
    folders: new Folders(pipeline, notices, intake, target.navigator.locks),
    indexFiles,
    session: new SearchSession(pipeline, (answer, tab) =>
      soonOrNot(
        tab === 'similar' ? first.ofSimilar(answer, pipeline.getSnapshot().categories) : first.ofGroups(answer),
      ),
    ),
    tray: new CombineTray(router),
    searches: new SearchMemory(storageOf(target)),
    thumbnails,
    summaries,
    regions,
    found: new FoundPhotos(
      (query, options) => pipeline.find(query, options),
      pipeline,
      (found, { chips }) => {
        const wanted = chips.filter(({ role }) => role !== 'none').map(({ category }) => category);
        return soonOrNot(first.ofFound(found, [...new Set(wanted)]));
      },
    ),
    offline: new Offline(notices, target),
    theme: new Theme(target),
    language,
    tour: new Tour(),
    teaching: new Teaching(),
    measuring: new Measuring(pipeline),
    training: new TrainingRun(pipeline),
    shortcutsShown: new Store(false),
    snapshot: spokenSnapshot(pipeline),
    scrolled: new Map(),
  };
}

/** An answer is not held up for what its tiles show: each of them asks for what it misses. */
async function soonOrNot(prepared: Promise<void>): Promise<void> {
  const long = new Promise<void>((resolve) => setTimeout(resolve, PREPARED_MS));
  await Promise.race([prepared, long]).catch(() => {});
}

/** Null where the browser keeps nothing for this page. */
function storageOf(target: Window): Storage | null {
  try {
    return target.localStorage;
  } catch {
    return null;
  }
}
