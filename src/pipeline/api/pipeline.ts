import type { PhotoAnalysis } from '../../network/heads/photoAnalysis.ts';
import type { Category } from '../../network/network.ts';
import { DEFAULT_BACKBONE } from '../../network/shippedFiles.ts';
import type { KeptFolder } from './keptFolder.ts';
import type { KeptHeads, TrainingProgress } from './trainedHeads.ts';

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
  /** Only until the GPU that failed is there again. */
  readonly interim?: true;
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
  /** EXIF capture time, else the file's own, milliseconds since 1970. */
  readonly takenAt: number;
  /** As the file names it; null where it does not. */
  readonly camera: string | null;
  readonly favourite: boolean;
  /** False of a photo that came with an imported index without its thumbnail. */
  readonly pictured: boolean;
  /** P_c, with a person's corrections laid over it as 0 and 1. // (C,) */
  readonly probabilities: Float32Array;
}

/** The networks that Facet comes with, by their backbones; heads that a person trained make further ones, see `ownNetwork`. */
export const NETWORKS = [DEFAULT_BACKBONE, 'nanodet-g+googlenet'] as const;

export type ShippedNetwork = (typeof NETWORKS)[number];

export interface NetworkStatus {
  /** From the page's start to its end. */
  readonly inUse: string;
  /** From the next start on. */
  readonly chosen: string;
  /** GoogLeNet's weights, which a person brought; null where they did not. */
  readonly brought: { readonly file: string; readonly bytes: number } | null;
  /** Heads that a person trained, the newest first. */
  readonly own: readonly KeptHeads[];
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

/** A labelled folder that is being measured. */
export interface MeasuringProgress {
  readonly done: number;
  readonly failed: number;
  readonly total: number;
}

export type PipelineState =
  | { readonly phase: 'opening'; readonly step: string }
  | { readonly phase: 'ready' }
  /** `gone`: it had started, and what was stored has been deleted since. */
  | { readonly phase: 'failed'; readonly message: string; readonly gone?: true };

/** The gallery in a few figures, told some times a second at most. */
export interface GalleryTotals {
  readonly total: number;
  /** Differs whenever a photo was added, changed or removed. */
  readonly revision: number;
  /** Photos indexed by an older version. */
  readonly outdated: number;
  /** Photos that were stored and of which nothing can be read any more; they are not among the others. */
  readonly damaged: number;
  /** Photos over the gate of each category, in the order of `categories`. // (C,) */
  readonly counts: readonly number[];
}

/** Immutable; a new object whenever anything in it changed, the same object otherwise. */
export interface PipelineSnapshot {
  readonly state: PipelineState;
  /** Null until it is ready: the gallery can be seen and photos added before, what is computed waits. */
  readonly engine: EngineStatus | null;
  /** What is being done to get the engine ready, in words for a person; empty once it is. */
  readonly engineStep: string;
  readonly enginePreference: EnginePreference;
  readonly categories: readonly Category[];
  readonly gallery: GalleryTotals;
  readonly quarantined: readonly QuarantinedFile[];
  readonly indexing: IndexingProgress | null;
  readonly transfer: TransferProgress | null;
  readonly measuring: MeasuringProgress | null;
  /** A training that runs here or is paused; null where there is none. */
  readonly training: TrainingProgress | null;
  /** Whether a larger picture of each photo that is added is kept. */
  readonly keepsPreviews: boolean;
  /** Whether it is kept where photos that are added were taken. */
  readonly keepsPlaces: boolean;
  readonly network: NetworkStatus;
  /** By name; none where the browser hands out no folders. */
  readonly folders: readonly KeptFolder[];
  /** Whether the browser promised not to evict what is stored. */
  readonly persisted: boolean;
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

/** What the overall list is ordered by: the semantic code, or looks alone where the query holds no category. */
export type SimilarBy = 'semantic' | 'looks';

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
