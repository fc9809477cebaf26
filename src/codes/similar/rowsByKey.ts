import { type CodeColumns, REMOVED } from '../columns/codeColumns.ts';
import { stableSort } from './stableSort.ts';

const ALL_BITS = 0xffffffff;

/** The row of each photo that is there, by the photos' tie keys. // (count,) @throws RangeError when the columns have none. */
export function rowsByKey(columns: CodeColumns): Uint32Array {
  if (columns.keys === null) throw new RangeError('rowsByKey: got columns without tie keys');
  const numbers = columns.photos.words(columns.rows);
  const words = columns.keys.words(columns.rows);
  const by = (word: 0 | 1, rows: Uint32Array) => {
    const keys = new Uint32Array(rows.length);
    for (let i = 0; i < rows.length; i++) keys[i] = words[2 * rows[i]! + word]!;
    return stableSort(keys, rows, ALL_BITS).values;
  };
  const present = Uint32Array.from(numbers.keys()).filter((row) => numbers[row] !== REMOVED);
  return by(1, by(0, present));
}
