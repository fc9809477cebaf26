import { wrap, type Remote } from 'comlink';
import { asError } from './bridge.ts';
import { Cancelled, PictureGone, UnreadablePhoto } from './errors.ts';
import { afterNews, OPENING, type PipelineNews } from './host/news.ts';
import { askToPersist, isPersisted } from './persistence.ts';
import type {
  CategoryChip,
  CombinedHit,
  DuplicateGroup,
  EnginePreference,
  ExportedIndex,
  ImportedIndex,
  IndexingProgress,
  PhotoDetail,
  PhotoId,
  PhotoPicture,
  Pipeline,
  PipelineOptions,
  PipelineSnapshot,
  SearchAnswer,
  SearchQuery,
  SuperpixelMap,
} from './pipeline.ts';
import { isNewsMessage, type RemotePipeline } from './remotePipeline.ts';

/** Starts the worker; one for a page. */
export function openPipeline(): Pipeline {
  return new PipelineClient(new Worker(new URL('./worker.ts', import.meta.url), { type: 'module', name: 'facet' }));
}

/** Errors come over the bridge with their name, but not with their class. */
function revived(thrown: unknown): Error {
  const error = asError(thrown);
  if (error.name === 'UnreadablePhoto') return new UnreadablePhoto(error.message, { cause: error });
  if (error.name === 'PictureGone') return new PictureGone(error.message, { cause: error });
  if (error.name === 'Cancelled') return new Cancelled(error.message, { cause: error });
  return error;
}

/** The page's side: immutable snapshots made of the worker's news, and calls that a signal can stop. */
class PipelineClient implements Pipeline {
  readonly #remote: Remote<RemotePipeline>;
  readonly #listeners = new Set<() => void>();
  #snapshot: PipelineSnapshot = OPENING;
  #nextCall = 0;

  constructor(worker: Worker) {
    worker.onerror = (event) => {
      this.#take({
        kind: 'state',
        state: {
          phase: 'failed',
          message: event.message
            ? `The part of Facet that works in the background stopped: ${event.message}`
            : 'The part of Facet that works in the background could not be started.',
        },
      });
    };
    this.#remote = wrap<RemotePipeline>(worker);
    worker.addEventListener('message', ({ data }: MessageEvent<unknown>) => {
      if (isNewsMessage(data)) this.#take(data.news);
    });
    void this.#remote.open();
    void isPersisted().then((persisted) => this.#take({ kind: 'persisted', persisted }));
  }

  subscribe(listener: () => void): () => void {
    this.#listeners.add(listener);
    return () => void this.#listeners.delete(listener);
  }

  getSnapshot(): PipelineSnapshot {
    return this.#snapshot;
  }

  addPhotos(files: readonly File[], options?: PipelineOptions): Promise<IndexingProgress> {
    // Asked when there is something to keep; a browser may show a question then. The answer is not waited for.
    void askToPersist().then((persisted) => this.#take({ kind: 'persisted', persisted }));
    const photos = files.map((file) => ({ file, path: file.webkitRelativePath || file.name }));
    return this.#long(options, (call) => this.#remote.addPhotos(call, photos));
  }

  search(query: SearchQuery, options?: PipelineOptions): Promise<SearchAnswer> {
    return this.#long(options, (call) => this.#remote.search(call, query));
  }

  searchCombined(chips: readonly CategoryChip[], options?: PipelineOptions): Promise<CombinedHit[]> {
    return this.#long(options, (call) => this.#remote.searchCombined(call, chips));
  }

  retryQuarantined(paths: readonly string[], options?: PipelineOptions): Promise<IndexingProgress> {
    return this.#long(options, (call) => this.#remote.retryQuarantined(call, paths));
  }

  photo(id: PhotoId): Promise<PhotoDetail> {
    return this.#remote.photo(id);
  }

  thumbnail(id: PhotoId): Promise<Blob> {
    return this.#remote.thumbnail(id);
  }

  picture(id: PhotoId): Promise<PhotoPicture> {
    return this.#remote.picture(id).catch((error: unknown) => Promise.reject(revived(error)));
  }

  keepPreviews(keep: boolean): Promise<void> {
    return this.#remote.keepPreviews(keep);
  }

  previews(): Promise<{ readonly count: number; readonly bytes: number }> {
    return this.#remote.previews();
  }

  removePreviews(): Promise<void> {
    return this.#remote.removePreviews();
  }

  exportIndex(withThumbnails: boolean, options?: PipelineOptions): Promise<ExportedIndex> {
    return this.#long(options, (call) => this.#remote.exportIndex(call, withThumbnails));
  }

  importIndex(file: Blob, options?: PipelineOptions): Promise<ImportedIndex> {
    return this.#long(options, (call) => this.#remote.importIndex(call, file));
  }

  superpixels(id: PhotoId, options?: PipelineOptions): Promise<SuperpixelMap> {
    return this.#long(options, (call) => this.#remote.superpixels(call, id));
  }

  correctLabel(id: PhotoId, category: number, verdict: 'present' | 'absent' | null): Promise<void> {
    return this.#remote.correctLabel(id, category, verdict);
  }

  corrections(id: PhotoId): Promise<ReadonlyMap<number, 'present' | 'absent'>> {
    return this.#remote.corrections(id);
  }

  duplicates(): Promise<DuplicateGroup[]> {
    return this.#remote.duplicates();
  }

  dismissDuplicates(ids: readonly PhotoId[]): Promise<void> {
    return this.#remote.dismissDuplicates([...ids]);
  }

  removePhotos(ids: readonly PhotoId[]): Promise<void> {
    return this.#remote.removePhotos([...ids]);
  }

  removeAll(): Promise<void> {
    return this.#remote.removeAll();
  }

  dismissQuarantined(path: string): Promise<void> {
    return this.#remote.dismissQuarantined(path);
  }

  chooseEngine(preference: EnginePreference): Promise<void> {
    return this.#remote.chooseEngine(preference);
  }

  #take(news: PipelineNews): void {
    this.#snapshot = afterNews(this.#snapshot, news);
    for (const listener of [...this.#listeners]) listener();
  }

  /** @throws Cancelled when the signal was fired before the call. */
  async #long<T>(options: PipelineOptions | undefined, call: (number: number) => Promise<T>): Promise<T> {
    const signal = options?.signal;
    if (signal?.aborted) throw new Cancelled('Cancelled before it started.');
    const number = this.#nextCall++;
    const cancel = (): void => void this.#remote.cancel(number);
    signal?.addEventListener('abort', cancel);
    try {
      return await call(number);
    } catch (error) {
      throw revived(error);
    } finally {
      signal?.removeEventListener('abort', cancel);
    }
  }
}
