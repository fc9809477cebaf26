import { seededRandom } from '../../base/seededRandom.ts';
import { categoryCodes, rankByCategory } from '../../codes/categoryCodes.ts';
import { exactSearch } from '../../codes/exactSearch.ts';
import { multiIndex, multiIndexSearch } from '../../codes/multiIndexSearch.ts';
import { type PackedCodes, packedCodes } from '../../codes/packedCodes.ts';
import { type BenchRow, measure } from './row.ts';

const BITS = 64;
const HIT_COUNTS = [10, 50, 100] as const;

/**
 * Codes as learnt ones lie: many photos around few centres. One centre for a hundred photos, each bit of the code flipped with
 * probability 0.05.
 */
function clusteredCodes(count: number, seed: number): PackedCodes {
  const random = seededRandom(seed);
  const centres = Uint32Array.from({ length: Math.ceil(count / 100) * 2 }, () => random() * 2 ** 32);
  const words = new Uint32Array(count * 2);
  for (let n = 0; n < count; n++) {
    const centre = Math.floor(random() * (centres.length / 2)) * 2;
    words[n * 2] = centres[centre]!;
    words[n * 2 + 1] = centres[centre + 1]!;
    // Jumping from flip to flip draws 3 numbers a code instead of 64.
    for (let bit = gap(random); bit < BITS; bit += 1 + gap(random)) words[n * 2 + (bit >> 5)]! ^= 1 << (bit & 31);
  }
  return packedCodes(BITS, words);
}

function gap(random: () => number): number {
  return Math.floor(Math.log(1 - random()) / Math.log(0.95));
}

/** The peer: what one writes without thinking, BigInt codes, bit by bit, and a full sort. */
function naiveSearch(codes: readonly bigint[], query: bigint, k: number): number[] {
  const distance = (code: bigint) => {
    let sum = 0;
    for (let x = code ^ query; x > 0n; x &= x - 1n) sum++;
    return sum;
  };
  return codes
    .map((code, n) => [distance(code), n] as const)
    .sort((a, b) => a[0] - b[0] || a[1] - b[1])
    .slice(0, k)
    .map(([, n]) => n);
}

/** Search over codes, at a person's size and at a million; queries are other draws around the same centres. */
export async function codesBench(): Promise<BenchRow[]> {
  const rows: BenchRow[] = [];
  for (const count of [10_000, 1_000_000]) {
    const codes = clusteredCodes(count, 1);
    const queries = clusteredCodes(count, 1).words.slice(0, 64);
    const random = seededRandom(2);
    for (let q = 0; q < queries.length; q++) queries[q]! ^= 1 << Math.floor(random() * 32);
    const query = (n: number) => queries.subarray((n % 32) * 2, (n % 32) * 2 + 2);
    const size = `${count.toLocaleString('en')} codes of ${BITS} bits`;
    const scratch = new Uint16Array(count);
    const index = multiIndex(codes);
    let n = 0;
    for (const hits of HIT_COUNTS) {
      rows.push(
        await measure(`exact search, ${hits} of ${size}`, () => exactSearch(codes, query(n++), hits, scratch), {
          warmup: 5,
          runs: 32,
        }),
      );
      rows.push(
        await measure(`multi-index search, ${hits} of ${size}`, () => multiIndexSearch(index, query(n++), hits), {
          warmup: 32,
          runs: 64,
          note: `${index.tables.length} tables`,
        }),
      );
    }
    rows.push(await measure(`building the multi-index of ${size}`, () => multiIndex(codes), { warmup: 1, runs: 3 }));
    if (count <= 10_000) {
      const big = Array.from(
        { length: count },
        (_, i) => (BigInt(codes.words[i * 2 + 1]!) << 32n) | BigInt(codes.words[i * 2]!),
      );
      const bigQuery = (BigInt(queries[1]!) << 32n) | BigInt(queries[0]!);
      rows.push(
        await measure(`exact search, 100 of ${size}`, () => naiveSearch(big, bigQuery, 100), {
          peer: 'BigInt and sort',
          runs: 5,
        }),
      );
    }
  }
  rows.push(await categoryRow(10_000));
  return rows;
}

async function categoryRow(count: number): Promise<BenchRow> {
  const random = seededRandom(3);
  const photos = Array.from({ length: count }, () => ({
    categoryCodes: Uint32Array.from({ length: 20 }, () => random() * 2 ** 16),
    probabilities: Float32Array.from({ length: 20 }, () => random() ** 4),
  }));
  const codes = categoryCodes(photos, 16, new Float32Array(20).fill(0.5));
  return measure(
    `category-aware ranking of ${count.toLocaleString('en')} photos`,
    () => rankByCategory(codes, 7, new Uint32Array([12345])),
    { runs: 20 },
  );
}
