import type { AnalysisRow, FileRow, PhotoRow, PreviewRow, ThumbnailRow } from './records/photoRow.ts';
import type { VectorRow } from './records/vectorRow.ts';

/** Everything that one indexed photo leaves behind; written in one transaction. */
export interface IndexedPhoto {
  readonly photo: PhotoRow;
  readonly analysis: AnalysisRow;
  readonly thumbnail: ThumbnailRow;
  /** Absent where the photo is no larger than its thumbnail or nobody asked for it. */
  readonly preview?: PreviewRow;
  /** Absent where the network has no layer for them. */
  readonly vectors?: VectorRow;
  readonly file: FileRow;
}

/** One photo as it travels in an index file: its rows, without what only this browser knows. */
export interface TravellingPhoto {
  readonly photo: PhotoRow;
  readonly analysis: AnalysisRow;
  readonly thumbnail: ThumbnailRow | null;
  readonly vectors?: VectorRow | null;
  /** Paths at which it was seen; its own may be among them. */
  readonly files: readonly FileRow[];
}

/** Two photos that a person said are not duplicates, the smaller id first. */
export interface DistinctPair {
  readonly first: string;
  readonly second: string;
}
