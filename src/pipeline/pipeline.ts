import type { Category, PhotoAnalysis } from '../network/network.ts';

/** Identifies a photo of the gallery; stable over reloads. */
export type PhotoId = string;

export interface EngineStatus {
  readonly engine: 'webgpu' | 'wasm';
  /** Why this engine and not the other, in a sentence for a person. */
  readonly reason: string;
  /** The adapter's own name, or the number of WASM threads. */
  readonly detail: string;
}

/** What the grid needs of a photo; the boxes and pictures are fetched one by one. */
export interface PhotoSummary {
  readonly id: PhotoId;
  readonly name: string;
  readonly width: number;
  readonly height: number;
  /** Bytes of the file. */
  readonly size: number;
  /** The file's own time, milliseconds since 1970. */
  readonly lastModified: number;
  readonly addedAt: number;
  /** // (C,) */
  readonly probabilities: Float32Array;
}

/** A file that could not be indexed, kept in sight with its reason until a person retries or dismisses it. */
export interface QuarantinedFile {
  readonly name: string;
  readonly reason: string;
}

export interface IndexingProgress {
  readonly done: number;
  readonly failed: number;
  readonly left: number;
  readonly current: string | null;
  /** null until there is enough to tell from. */
  readonly etaSeconds: number | null;
}

export type PipelineState =
  | { readonly phase: 'opening'; readonly step: string }
  | { readonly phase: 'ready' }
  | { readonly phase: 'failed'; readonly message: string };

/** Immutable; a new object whenever anything in it changed, the same object otherwise. */
export interface PipelineSnapshot {
  readonly state: PipelineState;
  readonly engine: EngineStatus | null;
  readonly categories: readonly Category[];
  /** Newest first. */
  readonly photos: readonly PhotoSummary[];
  readonly quarantined: readonly QuarantinedFile[];
  readonly indexing: IndexingProgress | null;
  /** Whether the browser promised not to evict what is stored. */
  readonly persisted: boolean;
}

export interface PhotoDetail {
  readonly analysis: PhotoAnalysis;
  readonly width: number;
  readonly height: number;
}

export type SearchQuery =
  | { readonly kind: 'photo'; readonly id: PhotoId }
  | { readonly kind: 'file'; readonly file: Blob; readonly name: string };

export interface Hit {
  readonly id: PhotoId;
  /** Hamming distance to the query's code, 0..bits. */
  readonly distance: number;
  /** P_c of the row's category in this photo; in the overall list, of the category most shared with the query. */
  readonly probability: number;
}

export interface CategoryRow {
  /** Index into `categories`. */
  readonly category: number;
  /** P_c of the query. */
  readonly queryProbability: number;
  readonly bits: number;
  readonly hits: readonly Hit[];
}

export interface SearchAnswer {
  readonly query: PhotoDetail;
  readonly semanticBits: number;
  /** The whole gallery but the query itself, nearest first. */
  readonly similar: readonly Hit[];
  /** A row for each category that the query holds, the surest first. May be empty: then the query holds none. */
  readonly rows: readonly CategoryRow[];
}

export interface PipelineOptions {
  readonly signal?: AbortSignal;
}

/** The interface that the worker implements and the page calls; one for both sides. */
export interface Pipeline {
  subscribe(listener: () => void): () => void;
  getSnapshot(): PipelineSnapshot;
  /** Resolves when all are done or failed, or when the signal stopped it between two photos; what is done stays. */
  addPhotos(files: readonly File[], options?: PipelineOptions): Promise<IndexingProgress>;
  search(query: SearchQuery, options?: PipelineOptions): Promise<SearchAnswer>;
  photo(id: PhotoId): Promise<PhotoDetail>;
  /** Longer side 512 px. */
  thumbnail(id: PhotoId): Promise<Blob>;
  removePhotos(ids: readonly PhotoId[]): Promise<void>;
  removeAll(): Promise<void>;
  dismissQuarantined(name: string): Promise<void>;
}
