import type { PipelineNews } from '../api/news.ts';
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
  SearchAnswer,
  SearchQuery,
} from '../api/pipeline.ts';
import type { PhotoFile } from '../indexing/photoFile.ts';
import type { SuperpixelMap } from '../superpixels/superpixelMap.ts';

/**
 * News goes beside comlink on the same port, so that it comes in order with the answers to calls: who has seen a run
 * resolve has seen all that it changed.
 */
export interface NewsMessage {
  readonly news: PipelineNews;
}

export function isNewsMessage(data: unknown): data is NewsMessage {
  return typeof data === 'object' && data !== null && 'news' in data;
}

/** The worker's side of the pipeline, as it is called over comlink. Long calls carry a number, by which `cancel` stops them. */
export interface RemotePipeline {
  /** Called once, when the page listens for news. */
  open(): void;
  cancel(call: number): void;
  addPhotos(call: number, photos: readonly PhotoFile[]): Promise<IndexingProgress>;
  retryQuarantined(call: number, paths: readonly string[]): Promise<IndexingProgress>;
  search(call: number, query: SearchQuery): Promise<SearchAnswer>;
  searchCombined(call: number, chips: readonly CategoryChip[]): Promise<CombinedHit[]>;
  photo(id: PhotoId): Promise<PhotoDetail>;
  thumbnail(id: PhotoId): Promise<Blob>;
  picture(id: PhotoId): Promise<PhotoPicture>;
  keepPreviews(keep: boolean): Promise<void>;
  previews(): Promise<{ readonly count: number; readonly bytes: number }>;
  removePreviews(): Promise<void>;
  exportIndex(call: number, withThumbnails: boolean): Promise<ExportedIndex>;
  importIndex(call: number, file: Blob): Promise<ImportedIndex>;
  superpixels(call: number, id: PhotoId): Promise<SuperpixelMap>;
  correctLabel(id: PhotoId, category: number, verdict: 'present' | 'absent' | null): Promise<void>;
  corrections(id: PhotoId): Promise<Map<number, 'present' | 'absent'>>;
  duplicates(): Promise<DuplicateGroup[]>;
  dismissDuplicates(ids: readonly PhotoId[]): Promise<void>;
  removePhotos(ids: readonly PhotoId[]): Promise<void>;
  removeAll(): Promise<void>;
  dismissQuarantined(path: string): Promise<void>;
  chooseEngine(preference: EnginePreference): Promise<void>;
}
