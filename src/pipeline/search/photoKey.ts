import type { TieKey } from '../../codes/columns/tieKey.ts';
import type { FactColumns } from '../library/columns/factColumns.ts';

const BYTES_PER_ID = 32;

/** A word of the photo's tie key, which is the beginning of its id. */
export function keyWord({ ids: { bytes } }: FactColumns, number: number, word: 'high' | 'low'): number {
  const at = number * BYTES_PER_ID + (word === 'high' ? 0 : 4);
  return ((bytes[at]! << 24) | (bytes[at + 1]! << 16) | (bytes[at + 2]! << 8) | bytes[at + 3]!) >>> 0;
}

/** `keyWord` of each of the numbers. // as many as numbers */
export function keyWords({ ids: { bytes } }: FactColumns, numbers: Uint32Array, word: 'high' | 'low'): Uint32Array {
  const words = new Uint32Array(numbers.length);
  const offset = word === 'high' ? 0 : 4;
  for (let i = 0; i < words.length; i++) {
    const at = numbers[i]! * BYTES_PER_ID + offset;
    words[i] = (bytes[at]! << 24) | (bytes[at + 1]! << 16) | (bytes[at + 2]! << 8) | bytes[at + 3]!;
  }
  return words;
}

/** As `tieKey` makes it of the id. */
export function photoKey(facts: FactColumns, number: number): TieKey {
  return { high: keyWord(facts, number, 'high'), low: keyWord(facts, number, 'low') };
}
