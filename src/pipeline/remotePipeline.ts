import type { PipelineNews } from './host/news.ts';
import type { PhotoFile } from './indexing/indexer.ts';
import type { CategoryChip, CombinedHit, DuplicateGroup, EnginePreference, IndexingProgress, PhotoDetail, PhotoId, SearchAnswer, SearchQuery } from './pipeline.ts';

/** The worker's side of the pipeline, as it is called over comlink. Long calls carry a number, by which `cancel` stops them. */
export interface RemotePipeline {
  /** Called once, first. */
  connect(onNews: (news: PipelineNews) => void): void;
  cancel(call: number): void;
  addPhotos(call: number, photos: readonly PhotoFile[]): Promise<IndexingProgress>;
  retryQuarantined(call: number, paths: readonly string[]): Promise<IndexingProgress>;
  search(call: number, query: SearchQuery): Promise<SearchAnswer>;
  searchCombined(call: number, chips: readonly CategoryChip[]): Promise<CombinedHit[]>;
  photo(id: PhotoId): Promise<PhotoDetail>;
  thumbnail(id: PhotoId): Promise<Blob>;
  correctLabel(id: PhotoId, category: number, verdict: 'present' | 'absent' | null): Promise<void>;
  corrections(id: PhotoId): Promise<Map<number, 'present' | 'absent'>>;
  duplicates(): Promise<DuplicateGroup[]>;
  dismissDuplicates(ids: readonly PhotoId[]): Promise<void>;
  removePhotos(ids: readonly PhotoId[]): Promise<void>;
  removeAll(): Promise<void>;
  dismissQuarantined(path: string): Promise<void>;
  chooseEngine(preference: EnginePreference): Promise<void>;
}
