import type { CollectionMap } from './collectionMap.ts';
import type { Facets, Found, NumberedSummary } from './found.ts';
import type { GalleryQuery } from './galleryQuery.ts';
import type { GateFigures } from './gateFigures.ts';
import type { LikeAnswer, LikeOptions, LikeQuery } from './hits.ts';
import type { PhotoNumber } from './photoNumber.ts';
import type { PhotoId, PipelineOptions, Region } from './pipeline.ts';

/** A set of photos under a name that a person gave. */
export interface Album {
  readonly name: string;
  readonly ids: readonly PhotoId[];
}

/** Asking for photos; part of `Pipeline`. */
export interface GalleryVerbs {
  /**
   * All photos that the query holds for, in its order.
   * @throws RangeError when a chip names no category or sureness is not in −1..1; what `searchLike` throws of a bound chip; Cancelled.
   */
  find(query: GalleryQuery, options?: PipelineOptions): Promise<Found>;
  /** In the order of the numbers; null where the photo is gone. */
  summaries(numbers: Uint32Array): Promise<readonly (NumberedSummary | null)[]>;
  /** Null where the photo is not in the gallery. */
  numberOf(id: PhotoId): Promise<PhotoNumber | null>;
  facets(): Promise<Facets>;
  /**
   * Photos like the query, among those that `among` finds (all by default). With `among.order` other than `best`, the photos that count as
   * hits are put in that order; sureness moves the gates of the rows. Of a region the photo's feature maps are kept, so that the next box of
   * the same photo is quick; what is in it says `query`.
   * @throws UnreadablePhoto when a query file cannot be decoded; PictureGone; Cancelled; Error for a person when a photo is not in the gallery
   * or outdated; RangeError as `find`.
   */
  searchLike(query: LikeQuery, among?: GalleryQuery | null, options?: LikeOptions): Promise<LikeAnswer>;
  /** The winning box of the category in each photo, shares of its sides; null where it is not known. @throws RangeError when there is no such category. */
  winningRegions(numbers: Uint32Array, category: string): Promise<readonly (Region | null)[]>;
  /** @param category its name, null for all together @param sureness −1..1 @throws RangeError when either is out of range. */
  gateFigures(category: string | null, sureness: number): Promise<GateFigures>;
  /**
   * All photos laid out by their codes; the same photos give the same map. Takes some seconds for tens of thousands.
   * @throws Cancelled
   */
  collectionMap(options?: PipelineOptions): Promise<CollectionMap>;
  setFavourite(ids: readonly PhotoId[], on: boolean): Promise<void>;
  /** By name. */
  albums(): Promise<readonly Album[]>;
  /** A new one, or in place of the one of that name. */
  saveAlbum(album: Album): Promise<void>;
  removeAlbum(name: string): Promise<void>;
}
