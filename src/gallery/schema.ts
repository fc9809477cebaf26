import type { DBSchema, IDBPDatabase } from 'idb';

/**
 * What lies in IndexedDB, in prose.
 *
 * The database is called `facet`. A photo is identified by the SHA-256 of its file, so that one content is indexed once
 * however often and from wherever it is dropped. What the grid and the search need of all photos at start is small and
 * lies in `photos`; what one photo's page needs is large and lies apart in `analyses` and `thumbnails`, under the same
 * key. `files` remembers each path at which a photo was seen, with its file's size and time.
 * All rows of one photo are written and removed in one transaction: there is no photo without its result.
 * Codes carry the pipeline's version (backbone, heads, proposals) and the engine that made them; codes of two versions are never compared.
 * If a person asked for larger pictures, they lie in `previews`, under the photo's key as well.
 * A file that cannot be indexed lies in `quarantine` under its path and content, with the reason, until it is indexed or dismissed.
 */
export const DATABASE_NAME = 'facet';

/** One row a photo, all of them read at start. C categories, W words a category code. */
export interface PhotoRow {
  /** SHA-256 of the file's bytes, hexadecimal. */
  readonly id: string;
  /** Of the path that was indexed first. */
  readonly name: string;
  readonly path: string;
  /** Bytes of the file. */
  readonly size: number;
  /** The file's own time and the time of indexing, milliseconds since 1970. */
  readonly lastModified: number;
  readonly addedAt: number;
  /** Pixels of the upright photo. */
  readonly width: number;
  readonly height: number;
  /** Of the pipeline that made what follows. */
  readonly version: string;
  /** The engine that ran it; absent in rows from before that was recorded. */
  readonly engine?: 'webgpu' | 'wasm';
  /** Calibrated P_c. // (C,), 0..1 */
  readonly probabilities: Float32Array;
  /** Packed semantic codes by their length in bits. // (bits / 32 rounded up,) */
  readonly semanticCodes: {
    readonly 16: Uint32Array;
    readonly 32: Uint32Array;
    readonly 48: Uint32Array;
    readonly 64: Uint32Array;
  };
  /** // (C · W,) */
  readonly categoryCodes: Uint32Array;
  /** What the photo looks like, 128 bits, and what each category's winning region does, 64 bits each. Rows of older versions lack them. */
  readonly appearance?: Uint32Array;
  /** // (C · 2,) */
  readonly regionAppearance?: Uint32Array;
  /** Perceptual hash for near duplicates. // (2,) */
  readonly fingerprint: Uint32Array;
  /** Only of photos that came with an imported index without their pictures: there is no row in `thumbnails`. */
  readonly picture?: 'none';
  /** A person's corrections of what the heads found, by the category's name, so that they survive a new vocabulary. */
  readonly corrections: Readonly<Record<string, 'present' | 'absent'>>;
}

/** The proposals of a photo: the strongest and every winner. M boxes kept. */
export interface AnalysisRow {
  readonly id: string;
  /** Shares of the photo. // (M, 4), x0 y0 x1 y1, 0..1 */
  readonly boxes: Float32Array;
  /** // (M,) */
  readonly objectness: Float32Array;
  /** Probability · 255, rounded. // (M, C) */
  readonly proposalProbabilities: Uint8Array;
  /** // (C,), index into the kept boxes */
  readonly winners: Int32Array;
}

export interface ThumbnailRow {
  readonly id: string;
  /** MIME type. */
  readonly type: string;
  readonly bytes: ArrayBuffer;
}

/** A larger picture of a photo, for people's eyes. */
export interface PreviewRow extends ThumbnailRow {
  /** Length of `bytes`, so that their sum can be read from an index. */
  readonly size: number;
}

/** A path at which a photo's file was seen. */
export interface FileRow {
  readonly path: string;
  readonly size: number;
  readonly lastModified: number;
  /** The photo that it holds. */
  readonly id: string;
}

export interface QuarantineRow {
  /** See `quarantineKey`. */
  readonly key: string;
  readonly path: string;
  readonly name: string;
  readonly reason: string;
  readonly failedAt: number;
}

export interface GallerySchema extends DBSchema {
  photos: { key: string; value: PhotoRow };
  analyses: { key: string; value: AnalysisRow };
  thumbnails: { key: string; value: ThumbnailRow };
  previews: { key: string; value: PreviewRow; indexes: { bySize: number } };
  files: { key: string; value: FileRow; indexes: { byPhoto: string } };
  quarantine: { key: string; value: QuarantineRow };
  /** Pairs that a person said are not duplicates, the smaller id first. */
  distinctPairs: { key: [string, string]; value: { readonly first: string; readonly second: string } };
  /** A person's settings, by name. */
  settings: { key: string; value: string };
}

export type GalleryDatabase = IDBPDatabase<GallerySchema>;

/** Every store, for the verbs that touch all of them. */
export const STORES = [
  'photos',
  'analyses',
  'thumbnails',
  'previews',
  'files',
  'quarantine',
  'distinctPairs',
  'settings',
] as const;
