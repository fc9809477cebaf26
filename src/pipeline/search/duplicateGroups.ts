import { DuplicateSets } from '../../codes/duplicates/duplicateSets.ts';
import type { FileRow, PhotoRow } from '../../gallery/schema.ts';
import type { DuplicateGroup } from '../api/pipeline.ts';

/**
 * Files with the same content, and photos that look the same; photos that are merely similar are a matter for search. Photos that a
 * person said are different are never in a group together. The order in which photos were added changes nothing.
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

  const byId = [...photos].sort((a, b) => (a.id < b.id ? -1 : 1));
  const numbers = new Map(byId.map(({ id }, n) => [id, n]));
  const sets = new DuplicateSets();
  byId.forEach(({ fingerprint, width, height, appearance, version }, photo) => {
    const look = {
      aspect: width / height,
      means: null,
      contrast: null,
      ...(appearance && { appearance: { code: appearance, version } }),
    };
    sets.add({ photo, key: { low: photo, high: 0 }, fingerprint, look });
  });
  for (const { first, second } of distinct) {
    const [a, b] = [numbers.get(first), numbers.get(second)];
    if (a !== undefined && b !== undefined) sets.tellApart(a, b);
  }
  const near = sets.groups().map((group): DuplicateGroup => {
    const ids = group.map((n) => byId[n]!.id);
    return { kind: 'near', ids, paths: ids.flatMap((id) => paths.get(id) ?? []) };
  });
  return [...exact, ...near];
}
