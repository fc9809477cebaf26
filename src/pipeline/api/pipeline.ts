import type { Likeness } from '../../codes/likeness.ts';
import type { PhotoAnalysis } from '../../network/heads/photoAnalysis.ts';
import type { Category } from '../../network/network.ts';
import type { PhotoFile } from './photoFile.ts';

/** Identifies a photo of the gallery; stable over reloads. */
export type PhotoId = string;

/** What a person asked for; `auto` leaves the choice to Facet. */
export type EnginePreference = 'auto' | 'webgpu' | 'wasm';

export type EngineName = 'webgpu' | 'wasm';

export interface EngineStatus {
  readonly engine: EngineName;
  /** Why this engine and not the other, in a sentence for a person. */
  readonly reason: string;
  /** The adapter's own name, or the number of WASM threads. */
  readonly detail: string;
  /** What a GPU did wrong that this engine is in use now, in sentences for a person; absent where nothing went wrong. */
  readonly trouble?: string;
}

/** What the grid needs of a photo; the boxes and pictures are fetched one by one. */
export interface PhotoSummary {
  readonly id: PhotoId;
  readonly name: string;
  /** Where the file lay in the dropped folder, its name included; the name alone when it was dropped by itself. */
  readonly path: string;
  readonly width: number;
  readonly height: number;
  /** Bytes of the file. */
  readonly size: number;
  /** The file's own time, milliseconds since 1970. */
  readonly lastModified: number;
  readonly addedAt: number;
  /** False of a photo that came with an imported index without its thumbnail. */
  readonly pictured: boolean;
  /** P_c, with a person's corrections laid over it as 0 and 1. // (C,) */
  readonly probabilities: Float32Array;
}

/** A file that could not be indexed, kept in sight with its reason until a person retries or dismisses it. */
export interface QuarantinedFile {
  /** Pass this one to `dismissQuarantined` and `retryQuarantined`: two files may have one path. */
  readonly key: string;
  readonly name: string;
  readonly path: string;
  readonly reason: string;
  readonly failedAt: number;
  /** `again`: the page still holds the file. `dropAgain`: the page was reloaded since, so it must be dropped once more. */
  readonly retry: 'again' | 'dropAgain';
}

export interface IndexingProgress {
  /** Photos that this run put into the gallery. */
  readonly done: number;
  readonly failed: number;
  /** Files that were in the gallery already; nothing was computed for them. */
  readonly already: number;
  readonly left: number;
  readonly current: string | null;
  /** null until there is enough to go by. */
  readonly etaSeconds: number | null;
  /** `waiting`: another tab indexes, this tab's files come after. `elsewhere`: these are another tab's figures. */
  readonly where: 'here' | 'waiting' | 'elsewhere';
  /** Why nothing goes on at the moment, in a sentence for a person: the storage is full. It goes on by itself, or with `resumeIndexing`. */
  readonly paused?: string;
}

/** An index that is being exported or imported. */
export interface TransferProgress {
  readonly kind: 'export' | 'import';
  readonly done: number;
  readonly total: number;
}

export type PipelineState =
  | { readonly phase: 'opening'; readonly step: string }
  | { readonly phase: 'ready' }
  /** `gone`: it had started, and what was stored has been deleted since. */
  | { readonly phase: 'failed'; readonly message: string; readonly gone?: true };

/** Immutable; a new object whenever anything in it changed, the same object otherwise. */
export interface PipelineSnapshot {
  readonly state: PipelineState;
  /** Null until it is ready: the gallery can be seen and photos added before, what is computed waits. */
  readonly engine: EngineStatus | null;
  /** What is being done to get the engine ready, in words for a person; empty once it is. */
  readonly engineStep: string;
  readonly enginePreference: EnginePreference;
  readonly categories: readonly Category[];
  /** Newest first. */
  readonly photos: readonly PhotoSummary[];
  readonly quarantined: readonly QuarantinedFile[];
  readonly indexing: IndexingProgress | null;
  readonly transfer: TransferProgress | null;
  /** Whether a larger picture of each photo that is added is kept. */
  readonly keepsPreviews: boolean;
  /** Whether the browser promised not to evict what is stored. */
  readonly persisted: boolean;
  /** Photos indexed by an older version: shown, but not searchable until their files are dropped again. */
  readonly outdated: readonly PhotoId[];
}

export interface PhotoDetail {
  /** Boxes are the strongest 300 and every winner; `winners` points into them. */
  readonly analysis: PhotoAnalysis;
  readonly width: number;
  readonly height: number;
}

/** The best available picture of a photo. */
export interface PhotoPicture {
  readonly picture: Blob;
  /** `file`: the photo itself. `preview`: longer side 1,600 px at most. `thumbnail`: 512 px at most. */
  readonly source: 'file' | 'preview' | 'thumbnail';
}

export interface ExportedIndex {
  readonly file: Blob;
  readonly photos: number;
  /** Photos of an older version, which are not in the file. */
  readonly leftOut: number;
}

export interface ImportedIndex {
  readonly added: number;
  /** The same content was in the gallery already. */
  readonly already: number;
}

/** A rectangle of a photo as fractions of its width and height, 0..1; the far edges are exclusive. */
export interface Region {
  readonly x0: number;
  readonly y0: number;
  readonly x1: number;
  readonly y1: number;
}

/** A photo to search by; a file is analysed and not added to the gallery. */
export type PhotoQuery =
  | { readonly kind: 'photo'; readonly id: PhotoId }
  | { readonly kind: 'file'; readonly file: Blob; readonly name: string };

export type SearchQuery =
  | PhotoQuery
  /** One object of a photo: a proposal that was tapped or a box that was drawn. */
  | { readonly kind: 'region'; readonly of: PhotoQuery; readonly region: Region };

export interface Hit {
  readonly id: PhotoId;
  /** Hamming distance to the query's code, 0..bits. */
  readonly distance: number;
  /** P_c of the row's category in this photo; in the overall list, of the category most shared with the query. */
  readonly probability: number;
  /** To the query. */
  readonly likeness: Likeness;
}

/** What the overall list is ordered by: the semantic code, or looks alone where the query holds no category. */
export type SimilarBy = 'semantic' | 'looks';

export interface CategoryRow {
  /** The category's name. */
  readonly category: string;
  /** P_c of the query. */
  readonly queryProbability: number;
  readonly bits: number;
  readonly hits: readonly Hit[];
}

export interface SearchAnswer {
  /** Of a region query: the analysis of the region, its boxes in the frame of the whole photo. */
  readonly query: PhotoDetail;
  readonly semanticBits: number;
  readonly similarBy: SimilarBy;
  /** Length of the code that the distances of `similar` are of. */
  readonly similarBits: number;
  /** The whole gallery except the query itself: the same picture and what looks like it first, then nearest first, those of one distance by looks. */
  readonly similar: readonly Hit[];
  /** A row for each category that the query holds, the surest first; empty if it holds none. */
  readonly rows: readonly CategoryRow[];
}

/**
 * One chip of a combined query. Photos must hold every `all` chip, at least one `any` chip where there are any,
 * and no `none` chip. A chip bound to a query (`like`) ranks by the category-aware distance to that query's object:
 * "this bicycle AND this sofa".
 */
export interface CategoryChip {
  /** The category's name. */
  readonly category: string;
  readonly role: 'all' | 'any' | 'none';
  readonly like?: SearchQuery;
}

export interface CombinedHit {
  readonly id: PhotoId;
  /** Mean over the bound chips of distance / bits, 0..1 (of the `any` chips the nearest counts); null when no chip is bound. */
  readonly distance: number | null;
  /** How surely the photo satisfies the chips: the least of P_c of `all`, the largest P_c of `any`, and 1 − P_c of `none`. */
  readonly probability: number;
}

/** A person's word on a category of a photo, against what the network found. */
export type Verdict = 'present' | 'absent';

/** Superpixels of a photo and every geodesic distance between two of them. It owns its memory. */
export interface SuperpixelMap {
  /** Pixels of the image that the superpixels were found on. */
  readonly width: number;
  readonly height: number;
  readonly count: number;
  /** Superpixel of each pixel. // (height·width,), 0..count − 1 */
  readonly labels: Uint16Array;
  /** Row s: the distance of every superpixel from s, 0 at itself; Infinity where no path leads. // (count, count) */
  readonly distances: Float32Array;
}

/**
 * `exact`: one file content under several paths (indexed once, so `ids` holds one photo). `near`: the same picture in
 * another size or compression.
 */
export interface DuplicateGroup {
  readonly kind: 'exact' | 'near';
  readonly ids: readonly PhotoId[];
  /** Every path the files were found at. */
  readonly paths: readonly string[];
}

export interface PipelineOptions {
  readonly signal?: AbortSignal;
}

/**
 * The interface that the worker implements and the page calls. Every method that returns a promise crosses to the worker by itself:
 * a new one is written here and in `PipelineHost`, and nowhere else. Options come last, and their signal stops the work.
 */
export interface Pipeline {
  subscribe(listener: () => void): () => void;
  getSnapshot(): PipelineSnapshot;
  /**
   * Resolves when all are done or failed, or when the signal stopped it between two photos; what is done stays. While the storage is full
   * it waits, see `paused`.
   */
  addPhotos(photos: readonly PhotoFile[], options?: PipelineOptions): Promise<IndexingProgress>;
  /** A run that is paused tries again at once. */
  resumeIndexing(): Promise<void>;
  /** @throws UnreadablePhoto when the query file cannot be decoded; Cancelled when the signal stopped it. */
  search(query: SearchQuery, options?: PipelineOptions): Promise<SearchAnswer>;
  /** Best first; empty where nothing satisfies the chips. */
  searchCombined(chips: readonly CategoryChip[], options?: PipelineOptions): Promise<readonly CombinedHit[]>;
  photo(id: PhotoId): Promise<PhotoDetail>;
  /** Longer side 512 px. */
  thumbnail(id: PhotoId): Promise<Blob>;
  /**
   * What an opened photo shows.
   * @throws PictureGone when there is no picture of the photo.
   */
  picture(id: PhotoId): Promise<PhotoPicture>;
  /** Keep a larger picture of each photo that is added from now on; remembered over reloads. */
  keepPreviews(keep: boolean): Promise<void>;
  /** How much room the larger pictures take. */
  previews(): Promise<{ readonly count: number; readonly bytes: number }>;
  removePreviews(): Promise<void>;
  /**
   * All that was found in the photos, as one file; `transfer` in the snapshot tells how far it is.
   * @throws Cancelled when the signal stopped it.
   */
  exportIndex(withThumbnails: boolean, options?: PipelineOptions): Promise<ExportedIndex>;
  /**
   * Merges an exported file into the gallery. A file that cannot be merged or has no room changes nothing, and the error says why. Where
   * the room runs out in the middle, the error says how many photos came in and how to go on.
   * @throws Cancelled when the signal stopped it; what is merged stays.
   */
  importIndex(file: Blob, options?: PipelineOptions): Promise<ImportedIndex>;
  /**
   * What the proposals are made of: superpixels, and the geodesic distances between them.
   * @throws PictureGone when there is no picture of the photo; Cancelled when the signal stopped it.
   */
  superpixels(id: PhotoId, options?: PipelineOptions): Promise<SuperpixelMap>;
  /** "This is (not) a carrot": overrides P_c from then on; null withdraws the correction. */
  correctLabel(id: PhotoId, category: string, verdict: Verdict | null): Promise<void>;
  /** By the category's name. */
  corrections(id: PhotoId): Promise<ReadonlyMap<string, Verdict>>;
  duplicates(): Promise<readonly DuplicateGroup[]>;
  /** Remembers that these are not duplicates of each other. */
  dismissDuplicates(ids: readonly PhotoId[]): Promise<void>;
  removePhotos(ids: readonly PhotoId[]): Promise<void>;
  /** Photos, quarantine and remembered answers; resolves once the database is seen to be empty. */
  removeAll(): Promise<void>;
  dismissQuarantined(key: string): Promise<void>;
  /** Runs the files that the page still holds once more. */
  retryQuarantined(keys: readonly string[], options?: PipelineOptions): Promise<IndexingProgress>;
  /** Rebuilds the engine; remembered over reloads. Running work goes on with the new one. */
  chooseEngine(preference: EnginePreference): Promise<void>;
}
