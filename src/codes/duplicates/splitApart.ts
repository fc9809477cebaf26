import { hammingDistance } from '../hammingDistance.ts';
import type { FingerprintedPhoto } from './fingerprintedPhoto.ts';
import { alike, NEAR_BITS } from './photoLook.ts';

/**
 * Splits photos that links join so that no group holds a pair that was told apart: links are taken from the nearest on, equal ones by the
 * order of the photos (Kruskal, "On the Shortest Spanning Subtree of a Graph", 1956), and one that would bring such a pair together is
 * left out. Costs the square of the set's size; sets with such pairs are small.
 * @param rows in the order of their keys
 */
export function splitApart(
  rows: readonly FingerprintedPhoto[],
  apart: readonly (readonly [number, number])[],
): FingerprintedPhoto[][] {
  const links: { readonly i: number; readonly j: number; readonly distance: number }[] = [];
  rows.forEach((a, i) => {
    for (let j = i + 1; j < rows.length; j++) {
      const b = rows[j]!;
      const distance = hammingDistance(a.fingerprint, 0, b.fingerprint, 0, 2);
      if (distance <= NEAR_BITS && alike(a.look, b.look)) links.push({ i, j, distance });
    }
  });
  links.sort((a, b) => a.distance - b.distance || a.i - b.i || a.j - b.j);
  const position = new Map(rows.map(({ photo }, i) => [photo, i]));
  const pairs = apart.map(([a, b]) => [position.get(a)!, position.get(b)!] as const);
  /** The first member of each photo's group. */
  const groupOf = rows.map((_, i) => i);
  for (const { i, j } of links) {
    const a = groupOf[i]!;
    const b = groupOf[j]!;
    if (a === b) continue;
    const together = ([p, q]: readonly [number, number]): boolean => {
      const one = groupOf[p]!;
      const other = groupOf[q]!;
      return (one === a && other === b) || (one === b && other === a);
    };
    if (pairs.some(together)) continue;
    const [first, second] = a < b ? [a, b] : [b, a];
    groupOf.forEach((group, n) => {
      if (group === second) groupOf[n] = first;
    });
  }
  const groups = new Map<number, FingerprintedPhoto[]>();
  rows.forEach((row, i) => {
    const group = groups.get(groupOf[i]!) ?? [];
    group.push(row);
    groups.set(groupOf[i]!, group);
  });
  return [...groups.values()];
}
