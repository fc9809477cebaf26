import type { PhotoNumber } from './photoNumber.ts';
import type { PhotoSummary } from './pipeline.ts';

/** Photos that a query found. All typed arrays but `counts` have an entry a photo, in the query's order; the caller owns them. N photos. */
export interface Found {
  /** The gallery's, see `GalleryTotals`: whether it has changed since is seen by comparing. */
  readonly revision: number;
  /** // (N,) */
  readonly numbers: Uint32Array;
  /**
   * The first so many satisfy the chips above the gates. What follows is less sure: photos that satisfy them with lower gates, the likeliest
   * first, 200 at most and only where there are chips.
   */
  readonly sure: number;
  /** Width / height. // (N,) */
  readonly aspects: Float32Array;
  /** Capture times, milliseconds since 1970. // (N,) */
  readonly times: Float64Array;
  /** Mean over the bound chips of distance / bits; null unless a chip is bound. // (N,), 0..1 */
  readonly distances: Float32Array | null;
  /** That the photo satisfies the chips; null without chips. // (N,), 0..1 */
  readonly probabilities: Float32Array | null;
  /** Of the sure photos, how many hold each category. // (C,) */
  readonly counts: Uint32Array;
  /** Of an answer without sure photos: index of the chip without which there would be some, the most of all; null where no single one is to blame. */
  readonly emptiedBy: number | null;
}

export interface NumberedSummary extends PhotoSummary {
  readonly number: PhotoNumber;
  /** Indexed by an older version: shown, but not searchable until its file is dropped again. */
  readonly outdated: boolean;
}

/** What a person can filter by besides categories. */
export interface Facets {
  /** Every folder that holds photos, subfolders counted in, by path. */
  readonly folders: readonly { readonly path: string; readonly count: number }[];
  /** By name. */
  readonly cameras: readonly { readonly name: string; readonly count: number }[];
  /** Newest first; `start` is the month's first instant in the person's time zone, milliseconds since 1970. */
  readonly months: readonly { readonly start: number; readonly count: number }[];
}
