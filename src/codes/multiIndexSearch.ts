import type { SearchHits } from './exactSearch.ts';
import { exactSearch } from './exactSearch.ts';
import { checkQuery, hammingDistance } from './hammingDistance.ts';
import type { PackedCodes } from './packedCodes.ts';

/**
 * Multi-index hashing: exact nearest neighbours among binary codes without looking at most of them.
 * M. Norouzi, A. Punjani, D. J. Fleet, "Fast Search in Hamming Space with Multi-Index Hashing", CVPR 2012, algorithms 1-2.
 *
 * A code is cut into m disjoint substrings, each with a table from its value to the codes that have it. If two codes are
 * within r = m·a + j bits, then one of the first j + 1 substrings is within a bits or one of the others within a − 1. So
 * looking up, for r = 0, 1, 2, …, the values of substring j at exactly a bits has met every code within r bits after
 * step r, and the search may stop when k of them are that near.
 *
 * Departure from the paper: when the lookups of the next step cost more than what a scan of all codes would, the search
 * scans. Queries far from everything, and codes so crowded that a bucket holds half of them, are therefore never much
 * slower than the exact search.
 */
export interface MultiIndex {
  readonly codes: PackedCodes;
  readonly tables: readonly SubstringTable[];
  /** The number of the last search that met a code; a code is measured once a search. // (count,) */
  readonly metBy: Uint32Array;
  searches: number;
}

interface SubstringTable {
  readonly firstBit: number;
  readonly length: number;
  /** Codes with value v are `members[starts[v] .. starts[v + 1])`, in photo order. // (2^length + 1,) */
  readonly starts: Uint32Array;
  /** // (count,) */
  readonly members: Uint32Array;
}

/** Longest substring: 2^18 starts are 1 MB. */
const MAX_SUBSTRING_BITS = 18;

/**
 * What a scan does for one code (stream two words, one bucket count) against what a lookup does for one member of a
 * bucket (random access to a code and its mark), measured with codesBench on a million codes of 64 bits.
 */
const SCANNED_CODES_PER_LOOKUP = 4;

function substringAt(words: Uint32Array, start: number, firstBit: number, length: number): number {
  const word = start + (firstBit >> 5);
  const place = firstBit & 31;
  let value = words[word]! >>> place;
  if (place + length > 32) value |= words[word + 1]! << (32 - place);
  return value & ((1 << length) - 1);
}

function substringTable(codes: PackedCodes, firstBit: number, length: number): SubstringTable {
  const starts = new Uint32Array((1 << length) + 1);
  const { words, wordsPerCode, count } = codes;
  for (let n = 0; n < count; n++) starts[substringAt(words, n * wordsPerCode, firstBit, length) + 1]!++;
  for (let v = 1; v < starts.length; v++) starts[v]! += starts[v - 1]!;
  const members = new Uint32Array(count);
  const next = starts.slice(0, -1);
  for (let n = 0; n < count; n++) members[next[substringAt(words, n * wordsPerCode, firstBit, length)]!++] = n;
  return { firstBit, length, starts, members };
}

/**
 * Builds the tables: N · m numbers and m · 2^(bits / m) starts.
 * @param tableCount m; by default bits / log2 N, the paper's choice, but no substring longer than 18 bits
 * @throws RangeError when m leaves a substring empty or longer than 18 bits.
 */
export function multiIndex(codes: PackedCodes, tableCount = defaultTableCount(codes)): MultiIndex {
  const longest = Math.ceil(codes.bits / tableCount);
  if (!Number.isInteger(tableCount) || tableCount < 1 || tableCount > codes.bits || longest > MAX_SUBSTRING_BITS) {
    throw new RangeError(
      `multiIndex: got ${tableCount} tables for ${codes.bits} bits, wanted ${Math.ceil(codes.bits / MAX_SUBSTRING_BITS)} to ${codes.bits}`,
    );
  }
  const tables: SubstringTable[] = [];
  for (let t = 0, firstBit = 0; t < tableCount; t++) {
    const length = Math.floor(codes.bits / tableCount) + (t < codes.bits % tableCount ? 1 : 0);
    tables.push(substringTable(codes, firstBit, length));
    firstBit += length;
  }
  return { codes, tables, metBy: new Uint32Array(codes.count), searches: 0 };
}

function defaultTableCount(codes: PackedCodes): number {
  const byCount = Math.round(codes.bits / Math.max(1, Math.log2(Math.max(2, codes.count))));
  return Math.min(codes.bits, Math.max(1, Math.ceil(codes.bits / MAX_SUBSTRING_BITS), byCount));
}

function binomial(n: number, k: number): number {
  let product = 1;
  for (let i = 1; i <= k; i++) product = (product * (n - k + i)) / i;
  return product;
}

/** Calls `visit` with every mask of `length` bits that has `ones` bits set (Gosper's hack; Hacker's Delight 2-1). */
function forEachMask(length: number, ones: number, visit: (mask: number) => void): void {
  if (ones === 0) return visit(0);
  for (let mask = (1 << ones) - 1; mask < 1 << length; ) {
    visit(mask);
    const lowest = mask & -mask;
    const ripple = mask + lowest;
    mask = ripple | (((mask ^ ripple) >>> 2) / lowest);
  }
}

/**
 * The k codes nearest to the query: the same hits in the same order as `exactSearch`.
 * @throws RangeError when the query's length does not fit or k is not a whole number ≥ 0.
 */
export function multiIndexSearch(index: MultiIndex, query: Uint32Array, k: number): SearchHits {
  const { codes, tables, metBy } = index;
  const { words, wordsPerCode, bits, count } = codes;
  checkQuery('multiIndexSearch', codes, query);
  if (!Number.isInteger(k) || k < 0)
    throw new RangeError(`multiIndexSearch: got k = ${k}, wanted a whole number from 0`);
  const wanted = Math.min(k, count);
  index.searches = (index.searches + 1) >>> 0;
  if (index.searches === 0) {
    metBy.fill(0);
    index.searches = 1;
  }
  const search = index.searches;
  const found: number[][] = Array.from({ length: bits + 1 }, () => []);
  let within = 0;
  let work = 0;
  for (let r = 0; within < wanted; r++) {
    const table = tables[r % tables.length]!;
    const radius = Math.floor(r / tables.length);
    if (radius <= table.length) {
      work += binomial(table.length, radius);
      if (work * SCANNED_CODES_PER_LOOKUP > count) return exactSearch(codes, query, k);
      const value = substringAt(query, 0, table.firstBit, table.length);
      forEachMask(table.length, radius, (mask) => {
        const end = table.starts[(value ^ mask) + 1]!;
        for (let m = table.starts[value ^ mask]!; m < end; m++) {
          const n = table.members[m]!;
          if (metBy[n] === search) continue;
          metBy[n] = search;
          work++;
          found[hammingDistance(words, n * wordsPerCode, query, 0, wordsPerCode)]!.push(n);
        }
      });
    }
    within += found[r]!.length;
  }
  const indices = new Uint32Array(wanted);
  const distances = new Uint16Array(wanted);
  for (let d = 0, at = 0; at < wanted; d++) {
    // Different tables met them in different order.
    for (const n of Uint32Array.from(found[d]!)
      .sort()
      .subarray(0, wanted - at)) {
      indices[at] = n;
      distances[at++] = d;
    }
  }
  return { indices, distances };
}
