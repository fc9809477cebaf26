import type { ColourProfile } from './heifColour.ts';

/** Most bytes of a stored block of deflate (RFC 1951, section 3.2.4). */
const STORED_BLOCK = 0xffff;

const CRC_TABLE = Uint32Array.from({ length: 256 }, (_, n) => {
  let c = n;
  for (let k = 0; k < 8; k++) c = c & 1 ? 0xedb88320 ^ (c >>> 1) : c >>> 1;
  return c;
});

function crc32(bytes: Uint8Array): number {
  let crc = 0xffffffff;
  for (let i = 0; i < bytes.length; i++) crc = CRC_TABLE[(crc ^ bytes[i]!) & 255]! ^ (crc >>> 8);
  return ~crc >>> 0;
}

/** The checksum of zlib data (RFC 1950). */
class Adler32 {
  #a = 1;
  #b = 0;

  add(bytes: Uint8Array): void {
    let [a, b] = [this.#a, this.#b];
    // As many sums as fit in 32 bits go without a remainder.
    for (let start = 0; start < bytes.length; start += 5552) {
      const end = Math.min(bytes.length, start + 5552);
      for (let i = start; i < end; i++) {
        a += bytes[i]!;
        b += a;
      }
      a %= 65521;
      b %= 65521;
    }
    [this.#a, this.#b] = [a, b];
  }

  get bytes(): Uint8Array {
    return Uint8Array.of(this.#b >> 8, this.#b & 255, this.#a >> 8, this.#a & 255);
  }
}

const ZLIB_START = Uint8Array.of(0x78, 0x01);
/** An empty block that is the last. */
const DEFLATE_END = Uint8Array.of(1, 0, 0, 0xff, 0xff);

/** As blocks of deflate that are not compressed, none of them the last. */
function storedBlocks(bytes: Uint8Array): Uint8Array {
  const blocks = Math.ceil(bytes.length / STORED_BLOCK);
  const out = new Uint8Array(blocks * 5 + bytes.length);
  const view = new DataView(out.buffer);
  for (let block = 0, at = 0; block < blocks; block++) {
    const part = bytes.subarray(block * STORED_BLOCK, (block + 1) * STORED_BLOCK);
    view.setUint16(at + 1, part.length, true);
    view.setUint16(at + 3, ~part.length & 0xffff, true);
    out.set(part, at + 5);
    at += 5 + part.length;
  }
  return out;
}

function joined(parts: readonly Uint8Array[]): Uint8Array {
  const out = new Uint8Array(parts.reduce((sum, { length }) => sum + length, 0));
  let at = 0;
  for (const part of parts) {
    out.set(part, at);
    at += part.length;
  }
  return out;
}

function chunk(type: string, body: Uint8Array): Uint8Array<ArrayBuffer> {
  const out = new Uint8Array(12 + body.length);
  const view = new DataView(out.buffer);
  view.setUint32(0, body.length);
  for (let i = 0; i < 4; i++) out[4 + i] = type.charCodeAt(i);
  out.set(body, 8);
  view.setUint32(8 + body.length, crc32(out.subarray(4, 8 + body.length)));
  return out;
}

function header(width: number, height: number): Uint8Array {
  const out = new Uint8Array(13);
  const view = new DataView(out.buffer);
  view.setUint32(0, width);
  view.setUint32(4, height);
  out.set([8, 6], 8); // eight bits a channel, RGBA
  return out;
}

function colourChunk(colour: ColourProfile): Uint8Array<ArrayBuffer> {
  if (colour.kind === 'code points') return chunk('cICP', Uint8Array.of(colour.primaries, colour.transfer, 0, 1));
  const checksum = new Adler32();
  checksum.add(colour.profile);
  // A name of one letter, its end, and the only compression there is.
  const named = Uint8Array.of(0x70, 0, 0);
  return chunk('iCCP', joined([named, ZLIB_START, storedBlocks(colour.profile), DEFLATE_END, checksum.bytes]));
}

/** Bytes of the pixels that are copied at a time. */
const PART_BYTES = 2 ** 22;

/**
 * Pixels with their colour profile as a PNG (third edition, 2025): a page cannot tell a browser in which colours the pixels of a canvas
 * are, but every browser knows what to do with a profile in a PNG. Nothing is compressed, since nobody keeps it.
 * @param rgba // (height, width, 4), 0..255
 */
export function profiledPng(
  { width, height, data: rgba }: { readonly width: number; readonly height: number; readonly data: Uint8ClampedArray },
  colour: ColourProfile,
): Blob {
  const row = width * 4;
  const rowsAtOnce = Math.max(1, Math.floor(PART_BYTES / row));
  const checksum = new Adler32();
  const parts: Blob[] = [];
  for (let top = 0; top < height; top += rowsAtOnce) {
    const count = Math.min(rowsAtOnce, height - top);
    // Each row begins with its filter: none.
    const rows = new Uint8Array(count * (row + 1));
    for (let y = 0; y < count; y++) rows.set(rgba.subarray((top + y) * row, (top + y + 1) * row), y * (row + 1) + 1);
    checksum.add(rows);
    parts.push(new Blob([chunk('IDAT', storedBlocks(rows))]));
  }
  return new Blob(
    [
      Uint8Array.of(0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a),
      chunk('IHDR', header(width, height)),
      colourChunk(colour),
      chunk('IDAT', ZLIB_START),
      ...parts,
      chunk('IDAT', joined([DEFLATE_END, checksum.bytes])),
      chunk('IEND', new Uint8Array(0)),
    ],
    { type: 'image/png' },
  );
}
