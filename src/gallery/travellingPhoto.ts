import type { AnalysisRow, FileRow, PhotoRow, ThumbnailRow } from './schema.ts';

/** One photo as it travels in an index file: its rows, without what only this browser knows. */
export interface TravellingPhoto {
  readonly photo: PhotoRow;
  readonly analysis: AnalysisRow;
  readonly thumbnail: ThumbnailRow | null;
  /** Every path at which it was seen. */
  readonly files: readonly FileRow[];
}

/** Two photos that a person said are not duplicates, the smaller id first. */
export interface DistinctPair {
  readonly first: string;
  readonly second: string;
}
