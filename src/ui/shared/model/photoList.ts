import type { PhotoSummary } from '../../../pipeline/api/pipeline.ts';
import { type Category, holds } from './category.ts';

/** `best` is newest first here; `newest` and `oldest` go by the file's modification time. */
export type PhotoOrder = 'best' | 'newest' | 'oldest' | 'name';

/** Names of categories that a photo must and must not hold. */
export interface CategoryFilter {
  readonly include: readonly string[];
  readonly exclude: readonly string[];
}

export const NO_FILTER: CategoryFilter = { include: [], exclude: [] };

/** The categories that chips ask for and rule out. */
export function filterOf({
  chips,
}: {
  readonly chips: readonly { readonly category: string; readonly role: string }[];
}): CategoryFilter {
  const named = (wanted: boolean) =>
    chips.filter(({ role }) => (role !== 'none') === wanted).map((chip) => chip.category);
  return { include: named(true), exclude: named(false) };
}

export type ChipState = 'off' | 'include' | 'exclude';

export function chipState(filter: CategoryFilter, name: string): ChipState {
  if (filter.include.includes(name)) return 'include';
  return filter.exclude.includes(name) ? 'exclude' : 'off';
}

/** off → include → exclude → off. */
export function nextFilter(filter: CategoryFilter, name: string): CategoryFilter {
  const include = filter.include.filter((other) => other !== name);
  const exclude = filter.exclude.filter((other) => other !== name);
  switch (chipState(filter, name)) {
    case 'off':
      return { include: [...include, name], exclude };
    case 'include':
      return { include, exclude: [...exclude, name] };
    case 'exclude':
      return { include, exclude };
  }
}

const byName = new Intl.Collator(undefined, { numeric: true, sensitivity: 'base' });

function compare(order: PhotoOrder, a: PhotoSummary, b: PhotoSummary): number {
  switch (order) {
    case 'best':
    case 'newest':
      return b.lastModified - a.lastModified || byName.compare(a.name, b.name);
    case 'oldest':
      return a.lastModified - b.lastModified || byName.compare(a.name, b.name);
    case 'name':
      return byName.compare(a.name, b.name);
  }
}

/** A sorted copy. Photos with the same time are ordered by name, so that the order is stable. */
export function sortedPhotos(photos: readonly PhotoSummary[], order: PhotoOrder): PhotoSummary[] {
  return [...photos].sort((a, b) => compare(order, a, b));
}

/** The photos that hold every included category and none of the excluded ones. No photo holds an unknown category. */
export function filteredPhotos(
  photos: readonly PhotoSummary[],
  categories: readonly Category[],
  filter: CategoryFilter,
): PhotoSummary[] {
  const indexOf = (name: string) => categories.findIndex((category) => category.name === name);
  const include = filter.include.map(indexOf);
  const exclude = filter.exclude.map(indexOf);
  return photos.filter(
    (photo) =>
      include.every((index) => holds(photo.probabilities, categories, index)) &&
      exclude.every((index) => !holds(photo.probabilities, categories, index)),
  );
}

/** How many photos hold each category. // (C,) */
export function categoryCounts(photos: readonly PhotoSummary[], categories: readonly Category[]): number[] {
  return categories.map((_, index) =>
    photos.reduce((count, photo) => count + (holds(photo.probabilities, categories, index) ? 1 : 0), 0),
  );
}
