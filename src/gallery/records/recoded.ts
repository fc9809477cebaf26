import type { PhotoRow } from './photoRow.ts';

export function sameCorrections(a: PhotoRow['corrections'], b: PhotoRow['corrections']): boolean {
  const names = Object.keys(a);
  return names.length === Object.keys(b).length && names.every((name) => a[name] === b[name]);
}

export type Codes = Pick<PhotoRow, 'semanticCodes' | 'categoryCodes'>;

function joined({ semanticCodes: codes, categoryCodes }: Codes): Uint32Array {
  return Uint32Array.of(...codes[16], ...codes[32], ...codes[48], ...codes[64], ...categoryCodes);
}

/** @throws RangeError when the codes are of two networks. */
export function flipsBetween(before: Codes, after: Codes): Uint32Array {
  const [from, to] = [joined(before), joined(after)];
  if (from.length !== to.length) throw new RangeError(`flipsBetween: got ${from.length} and ${to.length} words`);
  return Uint32Array.from(
    [...from.keys()].filter((at) => from[at] !== to[at]).flatMap((at) => [at, from[at]! ^ to[at]!]),
  );
}

/** Words before the codes of 64 bits: those of 16, 32 and 48. */
const SHORTER_WORDS = 4;
const LONGEST_WORDS = 2;

/** What is turned in the semantic code of 64 bits and in the category-aware codes. @param words of the latter, in all */
export function codeBits(
  flips: Uint32Array,
  words: number,
): { readonly semantic: Uint32Array; readonly pieces: Uint32Array } {
  const all = new Uint32Array(SHORTER_WORDS + LONGEST_WORDS + words);
  for (let i = 0; i + 1 < flips.length; i += 2) {
    const at = flips[i]!;
    if (at < all.length) all[at]! ^= flips[i + 1]!;
  }
  const from = SHORTER_WORDS + LONGEST_WORDS;
  return { semantic: all.slice(SHORTER_WORDS, from), pieces: all.slice(from) };
}

/** The row with the codes that a person's words give it. Places that it does not have are left alone: files say what they like. */
export function recodedRow<R extends PhotoRow>(row: R): R {
  const { recoded, semanticCodes: codes } = row;
  if (recoded === undefined || recoded.version !== row.version || recoded.flips.length === 0) return row;
  const words = joined(row);
  for (let i = 0; i + 1 < recoded.flips.length; i += 2) {
    const at = recoded.flips[i]!;
    if (at < words.length) words[at]! ^= recoded.flips[i + 1]!;
  }
  let end = 0;
  const next = ({ length }: Uint32Array): Uint32Array => {
    end += length;
    return words.slice(end - length, end);
  };
  const semanticCodes = { 16: next(codes[16]), 32: next(codes[32]), 48: next(codes[48]), 64: next(codes[64]) };
  return { ...row, semanticCodes, categoryCodes: next(row.categoryCodes) };
}
