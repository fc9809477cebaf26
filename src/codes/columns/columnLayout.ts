import { wordsForBits } from '../packedCodes.ts';
import type { HeldPieces } from './heldPieces.ts';
import type { TieKey } from './tieKey.ts';

/** What each photo brings. Without categories the columns hold one code a photo, such as its fingerprint. */
export interface ColumnLayout {
  /** Bits of the code that is searched as a whole. */
  readonly bits: number;
  /** C, 0 by default. */
  readonly categories?: number;
  /** 1..64 */
  readonly bitsPerCategory?: number;
  /** Whether the columns hold tie keys, which whoever picks the best while it scans needs; false by default. */
  readonly keyed?: boolean;
  /** Bits of a second code, of what the photo looks like; 0, none, by default. */
  readonly looksBits?: number;
  /** Bits of a second code of each piece, of what the region that won the category looks like; 0, none, by default. */
  readonly regionBits?: number;
  /** Of photos with a smaller P_c, a byte, no piece is kept: they are as far from any other as can be. 0, all are kept, by default. */
  readonly leastHeld?: number;
}

export interface CodeRow {
  /** The owner's number of the photo, which answers name it by; dense, since a table by number is kept. */
  readonly photo: number;
  readonly key?: TieKey;
  /** // (⌈bits / 32⌉,) */
  readonly code: Uint32Array;
  /** Category after category. // (C · ⌈bitsPerCategory / 32⌉,) */
  readonly pieces?: Uint32Array;
  /** Category after category. // (C · ⌈regionBits / 32⌉,) */
  readonly regionLooks?: Uint32Array;
  /** P_c as bytes, see `probabilityByte`. // (C,) */
  readonly probabilities?: Uint8Array;
  /** // (⌈looksBits / 32⌉,) */
  readonly looks?: Uint32Array;
}

/** Many photos at once, column by column: n of them. */
export interface CodeBlock {
  /** // (n,) */
  readonly photos: Uint32Array;
  /** Low and high word of each key. // (n, 2) */
  readonly keys?: Uint32Array;
  /** // (n, ⌈bits / 32⌉) */
  readonly codes: Uint32Array;
  /** By category, of the photos that may hold it, by their places in the block. // C */
  readonly held?: readonly HeldPieces[];
  /** By category. // C times (n,) */
  readonly probabilities?: readonly Uint8Array[];
  /** // (n, ⌈looksBits / 32⌉) */
  readonly looks?: Uint32Array;
}

export function bytesPerCode(bits: number): number {
  const words = wordsForBits(bits);
  return words === 1 ? 4 : Math.ceil(words / 2) * 8;
}

export function bytesPerPiece(bits: number): number {
  if (!Number.isInteger(bits) || bits < 1 || bits > 64)
    throw new RangeError(`CodeColumns: got pieces of ${bits} bits, wanted 1 to 64`);
  return bits <= 16 ? 2 : bits <= 32 ? 4 : 8;
}
