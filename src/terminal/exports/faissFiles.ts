import { BitWriter } from './bitWriter.ts';

/**
 * Binary index files of FAISS (faiss/impl/index_write.cpp of 1.7 and later), which has no library for writing them elsewhere. Numbers are
 * little-endian.
 *
 * | what | holds |
 * |---|---|
 * | head | four letters; bits and bytes of a code (i32 each); codes (i64); trained (u8, 1); metric (i32, 1) |
 * | vector | how many bytes (u64), the bytes |
 * | flat, "IBxF" | head, vector of all codes |
 * | multi-hash, "IBHm" | head, a flat index, bits of a hash, hashes, bits that a search flips (i32 each), a map for each hash |
 * | map | bits of an id (i32), how many keys (u64), vector of bits: for each key the key, how many ids, the ids |
 */

const METRIC = 1;
/** Bits of a hash, which cut a code into equal parts. */
const HASH_BITS = 16;
/** With one bit flipped in each part, all within 2 · parts − 1 bits of a query are found. */
const FLIPPED_BITS = 1;

export interface FaissCodes {
  /** A multiple of 16. */
  readonly bits: number;
  readonly count: number;
  /** // (count, bits / 8) */
  readonly bytes: Uint8Array;
}

type Write = (bytes: Uint8Array) => void;

function i32(...values: readonly number[]): Uint8Array {
  return new Uint8Array(Int32Array.from(values).buffer);
}

function u64(value: number): Uint8Array {
  return new Uint8Array(BigUint64Array.of(BigInt(value)).buffer);
}

function writeHead(write: Write, letters: string, { bits, count }: FaissCodes): void {
  write(new TextEncoder().encode(letters));
  write(i32(bits, bits / 8));
  write(u64(count));
  write(Uint8Array.of(1));
  write(i32(METRIC));
}

function writeVector(write: Write, bytes: Uint8Array): void {
  write(u64(bytes.length));
  write(bytes);
}

/** An index that is searched by a scan: exact. */
export function writeBinaryFlat(write: Write, codes: FaissCodes): void {
  writeHead(write, 'IBxF', codes);
  writeVector(write, codes.bytes);
}

/**
 * An index of hash tables over parts of the codes: finds all that is near, and what is farther by luck.
 * @throws RangeError where the format cannot hold the codes: their number is a power of two and all of them agree in a part. FAISS writes
 * such a file, and reads it as one without photos.
 */
export function writeBinaryMultiHash(write: Write, codes: FaissCodes): void {
  const hashes = codes.bits / HASH_BITS;
  writeHead(write, 'IBHm', codes);
  writeBinaryFlat(write, codes);
  write(i32(HASH_BITS, hashes, FLIPPED_BITS));
  for (let hash = 0; hash < hashes; hash++) writeMap(write, codes, hash);
}

function writeMap(write: Write, { bits, count, bytes }: FaissCodes, hash: number): void {
  const idBits = Math.ceil(Math.log2(Math.max(1, count)));
  const keyOf = (n: number): number => {
    const at = (n * bits) / 8 + hash * 2;
    return bytes[at]! | (bytes[at + 1]! << 8);
  };
  // Counting sort: where each key's ids begin, then the ids.
  const starts = new Uint32Array(2 ** HASH_BITS + 1);
  for (let n = 0; n < count; n++) starts[keyOf(n) + 1]!++;
  const keys = starts.reduce((sum, value) => sum + (value > 0 ? 1 : 0), 0);
  if (starts.some((value) => value >= 2 ** idBits))
    throw new RangeError(
      `writeBinaryMultiHash: got ${count} codes that agree in part ${hash}, which the format cannot hold`,
    );
  for (let key = 0; key < 2 ** HASH_BITS; key++) starts[key + 1]! += starts[key]!;
  const places = starts.slice();
  const ids = new Uint32Array(count);
  for (let n = 0; n < count; n++) ids[places[keyOf(n)]!++] = n;
  const out = new BitWriter((HASH_BITS + idBits) * keys + count * idBits);
  for (let key = 0; key < 2 ** HASH_BITS; key++) {
    const [start, end] = [starts[key]!, starts[key + 1]!];
    if (start === end) continue;
    out.write(key, HASH_BITS);
    out.write(end - start, idBits);
    for (let n = start; n < end; n++) out.write(ids[n]!, idBits);
  }
  write(i32(idBits));
  write(u64(keys));
  writeVector(write, out.bytes);
}
