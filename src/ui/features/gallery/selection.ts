import type { PhotoId } from '../../../pipeline/api/pipeline.ts';

/**
 * The selection after a tap on photo `index`. With `anchor` at another photo all from there to here are selected, as
 * Shift does everywhere; with `anchor` at the photo itself it alone changes.
 */
export function toggled(
  ids: readonly PhotoId[],
  selected: ReadonlySet<PhotoId>,
  index: number,
  anchor: number,
): Set<PhotoId> {
  const next = new Set(selected);
  const id = ids[index];
  if (id === undefined) return next;
  if (anchor === index) {
    if (!next.delete(id)) next.add(id);
    return next;
  }
  for (const one of ids.slice(Math.min(anchor, index), Math.max(anchor, index) + 1)) next.add(one);
  return next;
}
