import type { DBSchema, IDBPDatabase } from 'idb';
import type { StoredAnalysisRow } from './records/packedProbabilities.ts';
import type { AnalysisRow, FileRow, PhotoRow, PreviewRow, ThumbnailRow } from './records/photoRow.ts';
import type { StoredBlob } from './records/storedBlob.ts';
import type { TaughtPhoto, TaughtRow } from './records/taughtRow.ts';
import type { VectorRow } from './records/vectorRow.ts';

export type { AnalysisRow, FileRow, PhotoRow, PreviewRow, TaughtPhoto, TaughtRow, ThumbnailRow, VectorRow };

/**
 * What lies in IndexedDB, in prose.
 *
 * The database is called `facet`. A photo is identified by the SHA-256 of its file, so that one content is indexed once
 * however often and from wherever it is dropped. What lists and searches need of all photos at start is small: of photos that are new it
 * lies in `photos`, a row each; once there are enough of them they are moved into `segments`, thousands in one record, in one transaction. What
 * one photo's page needs is large and lies apart in `analyses` and `thumbnails`, under the photo's id; photos that came with an index file
 * have theirs beside their segment.
 * A segment never changes but for its format, which says the same photos in the same places. `removed` names the places in it that are of no account, because the photo was removed or indexed anew; when they
 * are many, the segment is written again without them. So a photo is either in `photos` or at one place of one segment, never in both.
 * A person's own words, favourites and corrections, lie in `marks`, and albums in `albums`.
 * Where the browser stores no Blob, the bytes of a segment and of weights lie there as an ArrayBuffer.
 * What a person taught lies in `taught`. It is laid over `vectors`, a row a photo, which are read one after the other and by nothing else, so
 * that a new category needs no photo to be looked at again.
 * All rows of one photo are written and removed in one transaction: there is no photo without its result.
 * Codes carry the pipeline's version (backbone, heads, proposals) and the engine that made them; codes of two versions are never compared.
 * `files` remembers each path at which a photo was seen, with its file's size and time; the id is empty where the file was moved away since. Of a photo that came with a segment of an index file
 * it has the further paths only; its own is in the segment, and leads to it unless `files` says that it leads to another one.
 * If a person asked for larger pictures, they lie in `previews`, under the photo's key as well.
 * Weights of a network that a person brought lie in `weights`; they are no photos, and stay when all photos are removed.
 * Heads that a person trained lie in `heads`, each a file with what is known of it; they stay like weights. A training under way lies in
 * `training`, so that it goes on after a reload: its plan, the features of its photos, and the last checkpoint, each whole or not at all.
 * Where the browser hands out folders, those that a person added lie in `folders`, so that their files can be read at the next visit.
 * A file that cannot be indexed lies in `quarantine` under its path and content, with the reason, until it is indexed or dismissed.
 */
export const DATABASE_NAME = 'facet';

export interface QuarantineRow {
  /** See `quarantineKey`. */
  readonly key: string;
  readonly path: string;
  readonly name: string;
  readonly reason: string;
  readonly failedAt: number;
}

/** Photos that are no longer new. */
export interface SegmentRow {
  readonly version: string;
  readonly photos: number;
  /** Bytes from the beginning to the end of the facts, which are read at start. */
  readonly factsEnd: number;
  /** And to the end of the codes, behind which each photo's pieces lie; absent of a segment of the first format, see `segments/firstFormat.ts`. */
  readonly codesEnd?: number;
  /** See `segments/segmentFormat.ts`. */
  readonly columns: Blob;
  /** See `segments/packedParts.ts`; null where they lie in the stores of their own. */
  readonly analyses: Blob | null;
  readonly thumbnails: Blob | null;
}

/** As the database holds it. */
export interface StoredSegmentRow extends Omit<SegmentRow, 'columns' | 'analyses' | 'thumbnails'> {
  readonly columns: StoredBlob;
  readonly analyses: StoredBlob | null;
  readonly thumbnails: StoredBlob | null;
}

/** With its key, which is never given twice: what was read of it stays true as long as it is there. */
export interface SegmentRecord extends SegmentRow {
  readonly key: number;
}

/** Places of a segment that are of no account, ascending. */
export interface RemovedRow {
  readonly segment: number;
  readonly places: Uint32Array;
}

/** What a person said of a photo; it stands above what the photo's row says. */
export interface MarkRow {
  readonly id: string;
  readonly corrections: PhotoRow['corrections'];
  readonly recoded?: PhotoRow['recoded'];
  readonly favourite?: true;
}

export interface AlbumRow {
  readonly name: string;
  readonly ids: readonly string[];
}

/** Weights of a network that a person brought, in our own format. */
export interface WeightsRow {
  /** The backbone's name. */
  readonly backbone: string;
  /** As the person's file was called. */
  readonly file: string;
  readonly weights: Blob;
}

/** As the database holds it. */
export interface StoredWeightsRow extends Omit<WeightsRow, 'weights'> {
  readonly weights: StoredBlob;
}

/** Heads that a person trained. */
export interface HeadsRow {
  readonly key: string;
  /** As a person calls them. */
  readonly name: string;
  /** The backbones that they were trained on, see `backbonesNamed`. */
  readonly backbone: string;
  /** Of the network with these heads: every part has to be what it was. */
  readonly version: string;
  /** How they came about, as JSON. */
  readonly card: string;
  /** What the network with these heads gives for the drawn picture, as JSON. */
  readonly answers: string;
  readonly file: Blob;
}

/** As the database holds it. */
export interface StoredHeadsRow extends Omit<HeadsRow, 'file'> {
  readonly file: StoredBlob;
}

/** A part of a training under way. */
export interface TrainingRow {
  readonly key: string;
  readonly bytes: ArrayBuffer;
}

/** A folder of the disk that a person added. */
export interface FolderRow {
  /** The folder's own name, or that with a number where another kept one has it: photos' paths begin with it. */
  readonly name: string;
  readonly handle: FileSystemDirectoryHandle;
  /** Milliseconds since 1970. */
  readonly keptAt: number;
  /** Its files are being added: where the page is closed meanwhile, that goes on at the next visit. */
  readonly unfinished: boolean;
}

export interface GallerySchema extends DBSchema {
  photos: { key: string; value: PhotoRow };
  analyses: { key: string; value: StoredAnalysisRow };
  thumbnails: { key: string; value: ThumbnailRow };
  previews: { key: string; value: PreviewRow; indexes: { bySize: number } };
  files: { key: string; value: FileRow; indexes: { byPhoto: string } };
  quarantine: { key: string; value: QuarantineRow };
  /** Pairs that a person said are not duplicates, the smaller id first. */
  distinctPairs: { key: [string, string]; value: { readonly first: string; readonly second: string } };
  segments: { key: number; value: StoredSegmentRow };
  removed: { key: number; value: RemovedRow };
  marks: { key: string; value: MarkRow };
  albums: { key: string; value: AlbumRow };
  weights: { key: string; value: StoredWeightsRow };
  vectors: { key: string; value: VectorRow };
  taught: { key: string; value: TaughtRow };
  folders: { key: string; value: FolderRow };
  heads: { key: string; value: StoredHeadsRow };
  training: { key: string; value: TrainingRow };
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
  'segments',
  'removed',
  'marks',
  'albums',
  'weights',
  'vectors',
  'taught',
  'folders',
  'heads',
  'training',
  'settings',
] as const;
