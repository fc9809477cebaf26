import type { LabelTruth } from './labelAveragePrecision.ts';

/** One kind of what was said of photos that hold a category. */
export interface Confusion {
  /** Place of the category that is there. */
  readonly truth: number;
  /** What was said: the category itself, one that is not there, or null where the category was missed. */
  readonly said: number | null;
  /** Places of the photos, ascending. */
  readonly photos: readonly number[];
}

/**
 * What is taken for what. A photo holds several categories, so it stands in several cells: for each category that it holds, in the cell of
 * that category if it was said and of "missed" if not, and in the cell of everything that was said and is not there. A category of which
 * the photo has only difficult objects counts neither way.
 * @param truths // (photos, C) @param said whether P_c passes the gate // (photos, C)
 */
export function confusions(
  truths: readonly (readonly LabelTruth[])[],
  said: readonly (readonly boolean[])[],
): Confusion[] {
  const cells = new Map<string, { truth: number; said: number | null; photos: number[] }>();
  const put = (truth: number, other: number | null, photo: number): void => {
    const key = `${truth} ${other}`;
    const cell = cells.get(key) ?? { truth, said: other, photos: [] };
    cells.set(key, cell);
    cell.photos.push(photo);
  };
  truths.forEach((categories, photo) => {
    const wrong = categories.flatMap((truth, c) => (truth === 'absent' && said[photo]![c] ? [c] : []));
    categories.forEach((truth, c) => {
      if (truth !== 'present') return;
      put(c, said[photo]![c] ? c : null, photo);
      for (const other of wrong) put(c, other, photo);
    });
  });
  return [...cells.values()].sort((a, b) => a.truth - b.truth || (a.said ?? Infinity) - (b.said ?? Infinity));
}
