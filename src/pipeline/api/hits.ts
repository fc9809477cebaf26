import type { Likeness } from '../../codes/likeness.ts';
import type { PhotoDetail, PipelineOptions, SearchQuery, SimilarBy } from './pipeline.ts';

/** `Hits.likeness` says it by place in this list. */
export const LIKENESS: readonly Likeness[] = ['other', 'lookalike', 'samePicture'];

/** Photos by nearness to a query, best first. All arrays have an entry a photo; the caller owns them. N photos. */
export interface Hits {
  /** // (N,) */
  readonly numbers: Uint32Array;
  /** Hamming distance to the query's code, 0..bits; of several examples, of the nearest one. // (N,) */
  readonly distances: Uint16Array;
  /** P_c of the row's category in this photo; in the overall list, of the category most shared with the query. // (N,), 0..1 */
  readonly probabilities: Float32Array;
  /** Place in `LIKENESS`. // (N,) */
  readonly likeness: Uint8Array;
}

/**
 * Several examples: photos like all of `like` and less like each of `unlike`. Two regions of one photo are its two objects: photos that hold
 * both come before photos that hold one. `like` has at least one.
 */
export interface ExamplesQuery {
  readonly kind: 'examples';
  readonly like: readonly SearchQuery[];
  readonly unlike: readonly SearchQuery[];
}

/** A photo, an object of one, or several examples of either. */
export type LikeQuery = SearchQuery | ExamplesQuery;

/** Photos that hold one category of the query. */
export interface LikeRow {
  /** The category's name. */
  readonly category: string;
  /** P_c of the query. */
  readonly queryProbability: number;
  readonly bits: number;
  readonly hits: Hits;
}

/** The photos that hold all categories of the query. */
export interface TogetherRow {
  /** Names, the query's surest first. */
  readonly categories: readonly string[];
  /** Of the pieces of all these categories. */
  readonly bits: number;
  readonly hits: Hits;
}

export interface LikeOptions extends PipelineOptions {
  /** So many of each list are enough, in the order `best`; of a large gallery they come several times as fast. */
  readonly first?: number;
}

export interface LikeAnswer {
  /** Whether the lists hold all hits, or the first of them only. */
  readonly whole: boolean;
  /** The gallery's. */
  readonly revision: number;
  /** Of a region query: the analysis of the region, its boxes in the frame of the whole photo. Of several examples: of the first. */
  readonly query: PhotoDetail;
  /**
   * Where the query's photo was seen by an earlier network and not since: the photos that the same network saw, which alone its
   * codes can be compared with. Null where it is the network in use.
   */
  readonly earlier: number | null;
  readonly similarBy: SimilarBy;
  /** Length of the code that the distances of `similar` are of. */
  readonly similarBits: number;
  /** Everything but the query's own photos: the same picture and what looks like it first, then nearest first, see `rankSimilar`. */
  readonly similar: Hits;
  /** Null where the query holds fewer than two categories. */
  readonly together: TogetherRow | null;
  /** A row for each category that the query holds, the surest first; empty if it holds none. */
  readonly rows: readonly LikeRow[];
}
