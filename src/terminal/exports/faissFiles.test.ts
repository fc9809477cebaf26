import { expect, test } from 'vitest';
import { type FaissCodes, writeBinaryFlat, writeBinaryMultiHash } from './faissFiles.ts';

/** What FAISS 1.7.3 itself writes, byte by byte; that it reads ours: npm run test:engines. */

function written(write: (write: (bytes: Uint8Array) => void, codes: FaissCodes) => void, codes: FaissCodes): string {
  const parts: Uint8Array[] = [];
  write((bytes) => parts.push(bytes), codes);
  return Buffer.concat(parts).toString('hex');
}

/** Bytes that count from 0 on. */
function counted(count: number): FaissCodes {
  return { bits: 64, count, bytes: Uint8Array.from({ length: count * 8 }, (_, n) => n) };
}

test("a flat index is FAISS's", () => {
  expect(written(writeBinaryFlat, counted(2))).toBe(
    '494278464000000008000000020000000000000001010000001000000000000000000102030405060708090a0b0c0d0e0f',
  );
});

test("a multi-hash index is FAISS's but for the order of its keys, which is anybody's, and the bits to be flipped", () => {
  const flat = `49427846400000000800000003000000000000000101000000${'1800000000000000'}000102030405060708090a0b0c0d0e0f1011121314151617`;
  // Two bits an id, three keys a map: the keys 0x0100, 0x0908, 0x1110, a photo each, numbers 0, 1, 2; lowest bit first.
  const map = (keys: readonly number[]): string => {
    const bits = keys.flatMap((key, id) =>
      [...Array(16).keys()].map((bit) => (key >> bit) & 1).concat([1, 0, id & 1, id >> 1]),
    );
    const bytes = Array.from({ length: 8 }, (_, byte) =>
      bits.slice(byte * 8, byte * 8 + 8).reduce((value, bit, place) => value | (bit << place), 0),
    );
    return `02000000${'0300000000000000'}${'0800000000000000'}${Buffer.from(bytes).toString('hex')}`;
  };
  const maps = [0, 1, 2, 3].map((hash) =>
    map([0, 1, 2].map((n) => (n * 8 + hash * 2) | ((n * 8 + hash * 2 + 1) << 8))),
  );
  expect(written(writeBinaryMultiHash, counted(3))).toBe(
    `4942486d40000000080000000300000000000000010100000${'0'}${flat}${'10000000'}${'04000000'}${'01000000'}${maps.join('')}`,
  );
});

test('what the format cannot hold is refused and not lost: a power of two of codes that agree in a part', () => {
  const alike = (count: number): FaissCodes => ({ bits: 64, count, bytes: new Uint8Array(count * 8) });
  for (const count of [1, 2, 4, 64])
    expect(() => written(writeBinaryMultiHash, alike(count))).toThrow('agree in part 0, which the format cannot hold');
  for (const count of [0, 3, 5, 63]) expect(() => written(writeBinaryMultiHash, alike(count))).not.toThrow();
});
