import type { Hit, PhotoId, PhotoSummary } from '../../../pipeline/api/pipeline.ts';
import type { Category } from './category.ts';
import { counted } from './format.ts';

export const HIT_ORDERS = ['best', 'newest', 'oldest'] as const;
/** `best` is the order of the answer. */
export type HitOrder = (typeof HIT_ORDERS)[number];

/** A hit with its photo. */
export interface PhotoHit {
  readonly hit: Hit;
  readonly photo: PhotoSummary;
}

/** Hits with their photos, without those whose photo has since been removed. */
export function photoHits(hits: readonly Hit[], photos: ReadonlyMap<PhotoId, PhotoSummary>): PhotoHit[] {
  return hits.flatMap((hit) => {
    const photo = photos.get(hit.id);
    return photo === undefined ? [] : [{ hit, photo }];
  });
}

/** Hits at most `maxDistance` bits away, and what looks like the query itself, which is an answer whatever an edit did to the other codes. */
export function withinDistance(hits: readonly PhotoHit[], maxDistance: number): PhotoHit[] {
  return hits.filter(({ hit }) => hit.likeness !== 'other' || hit.distance <= maxDistance);
}

/** What stands under a hit: how far away it is, or that it is the query itself in another shape. */
export function distanceText({ distance, likeness }: Hit): string {
  switch (likeness) {
    case 'samePicture':
      return 'same picture';
    case 'lookalike':
      return 'looks alike';
    case 'other':
      return counted(distance, 'bit');
  }
}

export function sortedHits(hits: readonly PhotoHit[], order: HitOrder): PhotoHit[] {
  const sorted = [...hits];
  switch (order) {
    case 'best':
      return sorted;
    case 'newest':
      return sorted.sort((a, b) => b.photo.lastModified - a.photo.lastModified);
    case 'oldest':
      return sorted.sort((a, b) => a.photo.lastModified - b.photo.lastModified);
  }
}

/**
 * Where the slider of the overall list starts: at a third of the bits. Among 44 development photos (1,760 pairs, 64 bits)
 * 91 % of the pairs within 21 bits share a label, against 26 % of all pairs; beyond 24 bits hardly any do.
 */
export function firstSimilarLimit(bits: number): number {
  return Math.floor(bits / 3);
}

/** Where the slider of the overall list starts when it is ordered by looks alone: half of the bits, where photos have nothing in common. */
export function firstLooksLimit(bits: number): number {
  return Math.floor(bits / 2);
}

/**
 * Where the slider of the rows starts: at half of the bits, the distance of unrelated codes. All photos of a row hold its
 * category; the distance only orders them, and in the same measurement it hardly changed the share of correct ones.
 */
export function firstGroupedLimit(bits: number): number {
  return Math.floor(bits / 2);
}

/** The category that a photo shares most with the query: the largest of min(P_c, Q_c). Null for no categories. */
export function mostShared(query: Float32Array, photo: Float32Array, categories: readonly Category[]): number | null {
  let best: number | null = null;
  let bestShare = -1;
  categories.forEach((_, index) => {
    const share = Math.min(query[index] ?? 0, photo[index] ?? 0);
    if (share > bestShare) {
      best = index;
      bestShare = share;
    }
  });
  return best;
}
