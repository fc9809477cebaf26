import { hammingDistance } from '../../codes/hammingDistance.ts';
import type { FileRow, PhotoRow } from '../../gallery/schema.ts';
import type { DuplicateGroup } from '../api/pipeline.ts';
import { looksLikeOnePicture } from './looks.ts';

/** Bits of 64 by which perceptual hashes of one picture in two sizes or compressions differ at most. */
const NEAR_BITS = 4;

/** Differing sides mean another crop: ratios of width to height that differ by more are not the same picture. */
const ASPECT_TOLERANCE = 0.02;

function samePicture(a: PhotoRow, b: PhotoRow): boolean {
  if (hammingDistance(a.fingerprint, 0, b.fingerprint, 0, 2) > NEAR_BITS) return false;
  if (Math.abs(Math.log((a.width / a.height) * (b.height / b.width))) > ASPECT_TOLERANCE) return false;
  // Plain pictures, a wall or the sky, have the same perceptual hash whatever they show.
  return looksLikeOnePicture(a, b);
}

/**
 * Files of one content, and photos that look the same; what is merely similar is the search's business. A photo that a
 * person told apart from another is not grouped with it directly.
 */
export function duplicateGroups(
  photos: readonly PhotoRow[],
  files: readonly FileRow[],
  distinct: readonly { readonly first: string; readonly second: string }[],
): DuplicateGroup[] {
  const paths = new Map<string, string[]>();
  for (const { id, path } of files) paths.set(id, [...(paths.get(id) ?? []), path]);
  const exact = photos.flatMap<DuplicateGroup>(({ id }) => {
    const of = paths.get(id) ?? [];
    return of.length > 1 ? [{ kind: 'exact', ids: [id], paths: of }] : [];
  });

  const toldApart = new Set(distinct.map(({ first, second }) => `${first} ${second}`));
  const apart = (a: string, b: string): boolean => toldApart.has(a < b ? `${a} ${b}` : `${b} ${a}`);
  const taken = new Set<string>();
  const near: DuplicateGroup[] = [];
  photos.forEach((photo, i) => {
    if (taken.has(photo.id)) return;
    const group = [photo];
    for (let j = i + 1; j < photos.length; j++) {
      const other = photos[j]!;
      if (taken.has(other.id) || !samePicture(photo, other)) continue;
      if (group.every(({ id }) => !apart(id, other.id))) group.push(other);
    }
    if (group.length < 2) return;
    for (const { id } of group) taken.add(id);
    near.push({ kind: 'near', ids: group.map(({ id }) => id), paths: group.flatMap(({ id }) => paths.get(id) ?? []) });
  });
  return [...exact, ...near];
}
