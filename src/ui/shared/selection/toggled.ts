import type { NumberSet } from './numberSet.ts';

/**
 * The selection after a tap on photo `index` of a list. With `anchor` at another photo all from there to here are selected, as Shift does
 * everywhere; with `anchor` at the photo itself it alone changes.
 */
export function toggled(list: Uint32Array, selected: NumberSet, index: number, anchor: number): NumberSet {
  const number = list[index];
  if (number === undefined) return selected;
  if (anchor === index) return selected.changed([number], !selected.has(number));
  return selected.changed(list.subarray(Math.min(anchor, index), Math.max(anchor, index) + 1), true);
}
