import type { CategoryChip } from './pipeline.ts';

/** `only`: the photo holds the category, and none besides that has no chip of its own. */
export interface QueryChip extends Omit<CategoryChip, 'role'> {
  readonly role: CategoryChip['role'] | 'only';
}

/** `best`: the nearest to the chips' objects first, then the surest; newest first where there are no chips. */
export type PhotoOrder = 'best' | 'newest' | 'oldest' | 'name';

/** A span of capture times, milliseconds since 1970. */
export interface TimeSpan {
  readonly from: number;
  /** Exclusive. */
  readonly until: number;
}

/** How far the gates are moved: −1 finds the most, 1 is the surest, 0 is the calibrated default. */
export interface Sureness {
  readonly sureness?: number;
  /** By the category's name; in place of `sureness`. */
  readonly surenessOf?: Readonly<Record<string, number>>;
}

/** What was asked: the one search language of the page. Everything in it holds at once. */
export interface GalleryQuery extends Sureness {
  readonly chips: readonly QueryChip[];
  /** Each is part of the file's name or path; case and accents do not matter. */
  readonly words: readonly string[];
  /** Path of a folder; photos in its subfolders count. */
  readonly folder?: string;
  /** As `facets` names it. */
  readonly camera?: string;
  /** By capture time: EXIF, else the file's own time. */
  readonly taken?: TimeSpan;
  /** No category is over its gate. */
  readonly unrecognised?: true;
  readonly favourites?: true;
  /** The album's name. */
  readonly album?: string;
  readonly order: PhotoOrder;
}

/** All photos, newest first. */
export const WHOLE_GALLERY: GalleryQuery = { chips: [], words: [], order: 'newest' };
