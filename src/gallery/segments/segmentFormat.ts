import type { HeldPieces } from '../../codes/columns/heldPieces.ts';

/**
 * A segment: some thousand photos as columns, in one stretch of bytes that is never changed. It is what IndexedDB holds of photos that are no
 * longer new, and what an index file holds of all of its photos. N photos, C categories, W words a piece, L words of a region's look.
 *
 * | bytes | holds |
 * |---|---|
 * | 0 | magic "FACETSEG" |
 * | 8 | format version, N, C, W, whether there are appearance codes, bytes of the facts, bytes of the codes, checksum of the facts, checksum of the codes, bytes of the pieces, their checksum (u32 each); zeros |
 * | 64 | facts: what lists and filters need |
 * | … | codes: what searches need |
 * | … | pieces: what is read photo by photo |
 *
 * Facts, each column padded with zeros to a multiple of 8 bytes:
 *
 * | column | values |
 * |---|---|
 * | ids | SHA-256 // (N, 32) u8 |
 * | size, lastModified, addedAt, takenAt | NaN where the photo does not say when it was taken // (N,) f64 each |
 * | width, height, folder | folder: place in the text's list // (N,) u32 each |
 * | fingerprint | // (N, 2) u32 |
 * | camera, takenOffset | 0 and −32768 where it is not known // (N,) u16, i16 |
 * | engine, flags | 0 unknown, 1 WebGPU, 2 WASM; bit 0: there is a picture // (N,) u8 each |
 * | text | JSON in UTF-8, its length before it (u32, u32 zero): `version`, `names`, `folders`, `cameras` (the first is ''), and of few photos, by their place: `paths` that do not end with the name, `places`, `corrections`, `recoded` (what these change in the codes, see `Recoded`; may be absent), `favourites`, further `files` |
 *
 * Codes, padded likewise, C columns one after the other where a column is of a category. A photo holds few categories, so searches read pieces
 * only of those that it may hold: n of all photos and categories together, those with a P_c of `LEAST_HELD` or more, category after category.
 *
 * | column | values |
 * |---|---|
 * | probabilities | P_c · 255, rounded // C × (N,) u8 |
 * | semantic codes | of 64, 48, 32 and 16 bits // (N, 2), (N, 2), (N,), (N,) u32 |
 * | held | how many photos may hold each category // (C,) u32; their places // (n,) u16; category-aware codes // (n, W) u32; what the regions that won look like // (n, L) u32 |
 * | appearance | // (N, 4) u32 |
 *
 * Pieces: of each photo, whatever it holds, its category-aware codes // (N, C · W) u32, and after those what the regions that won look like
 * // (C · L) u32, so that one photo's lie together.
 *
 * Facts, codes and pieces are read apart, so each has its own checksum: FNV-1a over its u32 words. Numbers are little-endian, as every machine
 * that runs a browser stores them. Segments of format version 1 are read, too, see `firstFormat.ts`.
 */
export const SEGMENT_MAGIC = 'FACETSEG';
export const SEGMENT_FORMAT_VERSION = 2;
export const SEGMENT_HEADER_BYTES = 64;
/** Most photos of a segment that is written. */
export const SEGMENT_PHOTOS = 4096;
/**
 * From this P_c · 255 on, 3 %, a category's piece is among what searches read. The loosest line that a person can draw lets in 5 %, so no
 * piece is missed; of the 80 categories a photo may hold 8 by it, and 20 if it were 1 %.
 */
export const LEAST_HELD = 8;
/** In the place of an offset from UTC that is not known. */
export const NO_OFFSET = -32768;
export const ENGINES = [undefined, 'webgpu', 'wasm'] as const;
export const PICTURED = 1;
export const APPEARANCE_WORDS = 4;
export const REGION_WORDS = 2;

/** How long a segment's columns are. */
export interface SegmentShape {
  /** N */
  readonly photos: number;
  /** C */
  readonly categories: number;
  /** W */
  readonly pieceWords: number;
  readonly looks: boolean;
}

/** What few photos have, by their place in the segment, and what many share. */
export interface SegmentText {
  /** Of the pipeline that made the codes. */
  readonly version: string;
  readonly names: readonly string[];
  readonly folders: readonly string[];
  readonly cameras: readonly string[];
  readonly paths: readonly (readonly [at: number, path: string])[];
  readonly places: readonly (readonly [at: number, latitude: number, longitude: number])[];
  readonly corrections: readonly (readonly [at: number, words: Readonly<Record<string, 'present' | 'absent'>>])[];
  /** What these change in the photo's codes, see `Recoded`; of files of before there was that, nothing. */
  readonly recoded: readonly (readonly [at: number, flips: readonly number[]])[];
  readonly favourites: readonly number[];
  /** Paths at which a photo was seen besides its own. */
  readonly files: readonly (readonly [at: number, path: string, size: number, lastModified: number])[];
}

export interface SegmentFacts {
  readonly photos: number;
  readonly ids: Uint8Array;
  readonly size: Float64Array;
  readonly lastModified: Float64Array;
  readonly addedAt: Float64Array;
  readonly takenAt: Float64Array;
  readonly width: Uint32Array;
  readonly height: Uint32Array;
  readonly folder: Uint32Array;
  readonly fingerprint: Uint32Array;
  readonly camera: Uint16Array;
  readonly takenOffset: Int16Array;
  readonly engine: Uint8Array;
  readonly flags: Uint8Array;
  readonly text: SegmentText;
}

export interface SegmentCodes {
  readonly shape: SegmentShape;
  /** By category. */
  readonly probabilities: readonly Uint8Array[];
  readonly semantic: {
    readonly 64: Uint32Array;
    readonly 48: Uint32Array;
    readonly 32: Uint32Array;
    readonly 16: Uint32Array;
  };
  /** By category. Looks are empty without appearance codes. */
  readonly held: readonly HeldPieces[];
  /** Empty without appearance codes. */
  readonly appearance: Uint32Array;
}

/** What photos have of each category, whatever they hold. */
export interface SegmentPieces {
  readonly shape: SegmentShape;
  /** See `wordsOfPieces`. // (photos, C · W + C · L) */
  readonly words: Uint32Array;
}

/** Words a photo of a segment's pieces: those of the codes, and of the looks behind them. */
export function wordsOfPieces({ categories, pieceWords, looks }: Omit<SegmentShape, 'photos'>): {
  readonly codes: number;
  readonly looks: number;
} {
  return { codes: categories * pieceWords, looks: looks ? categories * REGION_WORDS : 0 };
}

export function padded(bytes: number): number {
  return Math.ceil(bytes / 8) * 8;
}
