import { hammingDistance } from '../../codes/hammingDistance.ts';
import type { FileRow, PhotoRow } from '../../gallery/schema.ts';
import type { DuplicateGroup } from '../api/pipeline.ts';

/** The perceptual hashes of one picture in two sizes or compressions differ in at most this many of 64 bits. */
const NEAR_BITS = 4;

/** Another aspect ratio means another crop: if the ratios differ by more than this, it is not the same picture. */
const ASPECT_TOLERANCE = 0.02;

function samePicture(a: PhotoRow, b: PhotoRow): boolean {
  if (hammingDistance(a.fingerprint, 0, b.fingerprint, 0, 2) > NEAR_BITS) return false;
  return Math.abs(Math.log((a.width / a.height) * (b.height / b.width))) <= ASPECT_TOLERANCE;
}

/**
 * Files with the same content, and photos that look the same; photos that are merely similar are a matter for search. Photos that a
 * person said are different are never grouped directly.
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
