import { asciiText, viewOf } from './isoBoxes.ts';

/** Bits of a codestream, the lowest of each byte first (ISO/IEC 18181-1, section 6.2). */
class LowBits {
  readonly #bytes: Uint8Array;
  #at: number;

  /** @param at the byte to begin at */
  constructor(bytes: Uint8Array, at: number) {
    this.#bytes = bytes;
    this.#at = at * 8;
  }

  /** @param count at most 30; bits beyond the end are 0 */
  read(count: number): number {
    let value = 0;
    for (let n = 0; n < count; n++, this.#at++)
      value |= (((this.#bytes[this.#at >> 3] ?? 0) >> (this.#at & 7)) & 1) << n;
    return value;
  }
}

/** Width to height, as the header names it; 0 is a width of its own. */
const RATIOS = [null, [1, 1], [12, 10], [4, 3], [3, 2], [16, 9], [5, 4], [2, 1]] as const;
/** How long a side is that is no multiple of 8. */
const SIDE_BITS = [9, 13, 18, 30] as const;

/** Where the codestream begins; −1 where it does not within the head. */
function codestreamStart(head: Uint8Array): number {
  if (head[0] === 0xff && head[1] === 0x0a) return 0;
  if (asciiText(head, 4, 4) !== 'JXL ') return -1;
  const view = viewOf(head);
  for (let at = 0; at + 16 <= head.length; ) {
    const length = view.getUint32(at);
    const type = asciiText(head, at + 4, 4);
    // A length of 1 says that 64 bits of it follow.
    const body = at + (length === 1 ? 16 : 8);
    if (type === 'jxlc') return body;
    // A part of it, behind its number.
    if (type === 'jxlp') return body + 4;
    const bytes = length === 1 ? Number(view.getBigUint64(at + 8)) : length;
    // 0 says that the box goes on to the end.
    if (bytes < body - at) return -1;
    at += bytes;
  }
  return -1;
}

/** Of a JPEG XL, bare or in a container, as its header says (ISO/IEC 18181-1, `SizeHeader`); null of anything else. */
export function jxlSize(head: Uint8Array): { readonly width: number; readonly height: number } | null {
  const start = codestreamStart(head);
  if (start < 0 || head[start] !== 0xff || head[start + 1] !== 0x0a) return null;
  const bits = new LowBits(head, start + 2);
  const ofEights = bits.read(1) === 1;
  const side = (): number => 1 + (ofEights ? bits.read(5) * 8 + 7 : bits.read(SIDE_BITS[bits.read(2)]!));
  const height = side();
  const ratio = RATIOS[bits.read(3)] ?? null;
  const width = ratio === null ? side() : Math.floor((height * ratio[0]) / ratio[1]);
  return { width, height };
}
