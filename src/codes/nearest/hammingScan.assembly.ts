// AssemblyScript, built by `npm run assembly` into hammingScan.binary.ts: search over the columns of CodeColumns, on the memory that
// holds them. hammingScan.reference.ts says the same in plain loops and is the specification. No allocation and no static data.
//
// A hit is (score, key, row), smallest first in that order. The score is a small whole number: a Hamming distance, or what
// expressionScan.assembly.ts gives. Keys are the photos' own, so that the order of ties does not depend on the order of rows.

const REMOVED: u32 = 0xffffffff;

let entries: usize = 0; // (capacity,) of 16 bytes, two u64: rank = score · 2^32 + high word of the key; rest = low word · 2^32 + row
let capacity: i32 = 0;
let counts: usize = 0; // (greatest + 1,), u32: entries held by score
let keys: usize = 0;
let photos: usize = 0; // 0 where no row is removed: a look at a cold column costs more than all else of a hit
let rows: i32 = 0;
let wanted: i32 = 0;
let held: i32 = 0;
let keyed: i32 = 0; // entries, from the first, whose key is filled in
let inside: i32 = 0; // entries held with a score of at most `bound`
let bound: i32 = 0; // no hit beyond it is of use: the score of hit number `wanted` so far
let boundRank: u64 = 0; // nor one beyond this rank, or of this rank and beyond the rest
let boundRest: u64 = 0;

/**
 * Starts a search for the `most` best hits of scores 0..greatest; 0x7fffffff asks for all of them.
 * @param capacityOfEntries at least 2 · most where not all are asked for
 * @param photosAt 0 where no row is removed
 */
export function begin(
  entriesAt: usize, capacityOfEntries: i32, countsAt: usize, keysAt: usize, photosAt: usize, rowCount: i32, most: i32,
  greatest: i32,
): void {
  entries = entriesAt;
  capacity = capacityOfEntries;
  counts = countsAt;
  keys = keysAt;
  photos = photosAt;
  rows = rowCount;
  wanted = most;
  held = 0;
  keyed = 0;
  inside = 0;
  boundAt(greatest);
  memory.fill(countsAt, 0, (<usize>greatest + 1) << 2);
}

/** All hits of this score count. */
function boundAt(score: i32): void {
  bound = score;
  boundRank = (<u64>score << 32) | 0xffffffff;
  boundRest = u64.MAX_VALUE;
}

/** The greatest score that still counts. */
export function boundScore(): i32 {
  return bound;
}

/** Whether entry a comes before entry b. */
// @ts-ignore: decorators are AssemblyScript's own
@inline
function before(a: usize, b: usize): bool {
  const rankA = load<u64>(a);
  const rankB = load<u64>(b);
  return rankA == rankB ? load<u64>(a, 8) < load<u64>(b, 8) : rankA < rankB;
}

function sink(root: i32, count: i32): void {
  const moved = v128.load(entries + (<usize>root << 4));
  const rank = i64x2.extract_lane(moved, 0);
  const rest = i64x2.extract_lane(moved, 1);
  for (let child = 2 * root + 1; child < count; child = 2 * root + 1) {
    let next = entries + (<usize>child << 4);
    if (child + 1 < count) {
      // No branch: which of two children is larger cannot be foreseen.
      const second = <i32>before(next, next + 16);
      child += second;
      next += <usize>second << 4;
    }
    const nextRank = load<u64>(next);
    if (nextRank < <u64>rank || (nextRank == <u64>rank && load<u64>(next, 8) <= <u64>rest)) break;
    v128.store(entries + (<usize>root << 4), v128.load(next));
    root = child;
  }
  v128.store(entries + (<usize>root << 4), moved);
}

/** Heapsort: no worst case, no stack. */
function sort(): void {
  for (let root = (held >> 1) - 1; root >= 0; root--) sink(root, held);
  for (let last = held - 1; last > 0; last--) {
    const at = entries + (<usize>last << 4);
    const moved = v128.load(at);
    v128.store(at, v128.load(entries));
    v128.store(entries, moved);
    sink(0, last);
  }
}

/** Keys are looked up here, for those that stay: one cold column at a time, and no look-up waits for another. */
function dropBeyondBound(): void {
  let kept = 0;
  for (let i = 0; i < held; i++) {
    const at = entries + (<usize>i << 4);
    const score = load<u32>(at, 4);
    if (<i32>score > bound) continue;
    const to = entries + (<usize>kept << 4);
    kept++;
    if (i < keyed) {
      v128.store(to, v128.load(at));
    } else {
      const row = load<u32>(at, 8);
      store<u64>(to, rankOf(score, row));
      store<u64>(to, restOf(row), 8);
    }
  }
  held = kept;
  keyed = kept;
}

/** Makes room for at least half of the capacity. */
function compact(): void {
  dropBeyondBound();
  if (2 * held <= capacity) return;
  // So many share the greatest score: only the smallest keys of them are wanted.
  sort();
  store<u32>(counts + (<usize>bound << 2), load<u32>(counts + (<usize>bound << 2)) - (held - wanted));
  held = wanted;
  keyed = wanted;
  inside = wanted;
  const last = entries + (<usize>(held - 1) << 4);
  boundRank = load<u64>(last);
  boundRest = load<u64>(last, 8);
}

// @ts-ignore
@inline
function rankOf(score: u32, row: u32): u64 {
  return (<u64>score << 32) | <u64>load<u32>(keys + (<usize>row << 3), 4);
}

// @ts-ignore
@inline
function restOf(row: u32): u64 {
  return (<u64>load<u32>(keys + (<usize>row << 3)) << 32) | <u64>row;
}

function offer(score: i32, row: i32): void {
  if (row >= rows || (photos != 0 && load<u32>(photos + (<usize>row << 2)) == REMOVED)) return;
  if (held >= capacity) {
    if (wanted == i32.MAX_VALUE) {
      held++; // counted for whoever provides the room
      return;
    }
    compact();
  }
  if (score > bound) return;
  if (score == bound && boundRest != u64.MAX_VALUE) {
    const rank = rankOf(score, row);
    if (rank > boundRank || (rank == boundRank && restOf(row) > boundRest)) return;
  }
  const at = entries + (<usize>held << 4);
  held++;
  store<i32>(at, score, 4);
  store<i32>(at, row, 8);
  inside++;
  const ofScore = counts + (<usize>score << 2);
  store<i32>(ofScore, load<i32>(ofScore) + 1);
  for (let ofBound = load<i32>(counts + (<usize>bound << 2)); inside - ofBound >= wanted; ) {
    inside -= ofBound;
    boundAt(bound - 1);
    ofBound = load<i32>(counts + (<usize>bound << 2));
  }
}

/** Sorts what was found; returns how many. More than the capacity: nothing is sorted, search again with so much room. */
export function finish(): i32 {
  if (held > capacity) return held;
  dropBeyondBound();
  sort();
  return min(held, wanted);
}

// @ts-ignore: decorators are AssemblyScript's own
@inline
function distance64(at: usize, query: u64): i32 {
  return <i32>popcnt<u64>(load<u64>(at) ^ query);
}

/** Codes of 33 to 64 bits by the popcount of words; the fastest form where the machine has an instruction for it (x86). */
export function scan64(codes: usize, first: i32, end: i32, queryAt: usize): void {
  const query = load<u64>(queryAt);
  let most = bound;
  let at = codes + (<usize>first << 3);
  let row = first;
  for (; row + 8 <= end; row += 8) {
    let d = distance64(at, query);
    if (d <= most) { offer(d, row); most = bound; }
    d = distance64(at + 8, query);
    if (d <= most) { offer(d, row + 1); most = bound; }
    d = distance64(at + 16, query);
    if (d <= most) { offer(d, row + 2); most = bound; }
    d = distance64(at + 24, query);
    if (d <= most) { offer(d, row + 3); most = bound; }
    d = distance64(at + 32, query);
    if (d <= most) { offer(d, row + 4); most = bound; }
    d = distance64(at + 40, query);
    if (d <= most) { offer(d, row + 5); most = bound; }
    d = distance64(at + 48, query);
    if (d <= most) { offer(d, row + 6); most = bound; }
    d = distance64(at + 56, query);
    if (d <= most) { offer(d, row + 7); most = bound; }
    at += 64;
  }
  for (; row < end; row++, at += 8) {
    const d = distance64(at, query);
    if (d <= bound) offer(d, row);
  }
}

/** The same by i8x16.popcnt, eight codes at a time; the fastest form where only vectors are counted (ARM). */
export function scan64ByVectors(codes: usize, first: i32, end: i32, queryAt: usize): void {
  const query = v128.load64_splat(queryAt);
  let most = i16x8.splat(<i16>bound);
  let at = codes + (<usize>first << 3);
  let row = first;
  for (; row + 8 <= end; row += 8, at += 64) {
    const a = i8x16.popcnt(v128.xor(v128.load(at), query));
    const b = i8x16.popcnt(v128.xor(v128.load(at, 16), query));
    const c = i8x16.popcnt(v128.xor(v128.load(at, 32), query));
    const d = i8x16.popcnt(v128.xor(v128.load(at, 48), query));
    // Halves of each code are laid on one another until a byte pair is left: 8 bytes, 4, 2.
    const ab = i8x16.add(v128.shuffle<i32>(a, b, 0, 2, 4, 6), v128.shuffle<i32>(a, b, 1, 3, 5, 7));
    const cd = i8x16.add(v128.shuffle<i32>(c, d, 0, 2, 4, 6), v128.shuffle<i32>(c, d, 1, 3, 5, 7));
    const pairs = i8x16.add(
      v128.shuffle<i16>(ab, cd, 0, 2, 4, 6, 8, 10, 12, 14),
      v128.shuffle<i16>(ab, cd, 1, 3, 5, 7, 9, 11, 13, 15),
    );
    let near = i16x8.bitmask(i16x8.le_s(i16x8.extadd_pairwise_i8x16_u(pairs), most));
    if (near == 0) continue;
    const q = load<u64>(queryAt);
    for (; near != 0; near &= near - 1) {
      const lane = ctz(near);
      const distance = distance64(at + (<usize>lane << 3), q);
      if (distance <= bound) offer(distance, row + lane);
    }
    most = i16x8.splat(<i16>bound);
  }
  scan64(codes, row, end, queryAt);
}

// @ts-ignore
@inline
function distanceOf(code: usize, bytes: i32, query: usize): i32 {
  if (bytes == 8) return distance64(code, load<u64>(query));
  if (bytes == 4) return <i32>popcnt<u32>(load<u32>(code) ^ load<u32>(query));
  if (bytes == 2) return <i32>popcnt<u32>(<u32>load<u16>(code) ^ <u32>load<u16>(query));
  let sum: i32 = 0;
  for (let i = 0; i < bytes; i += 8) sum += distance64(code + i, load<u64>(query + i));
  return sum;
}

/** Codes of any length. `bytes` of one code: 2, 4 or a multiple of 8 */
export function scanAny(codes: usize, bytes: i32, first: i32, end: i32, queryAt: usize): void {
  let at = codes + <usize>first * <usize>bytes;
  for (let row = first; row < end; row++, at += bytes) {
    const d = distanceOf(at, bytes, queryAt);
    if (d <= bound) offer(d, row);
  }
}

/** Hits that were scored elsewhere. `scored` // (count, 2), u32: score, row */
export function offerAll(scored: usize, count: i32): void {
  for (let i = 0; i < count; i++, scored += 8) {
    const score = load<i32>(scored);
    if (score <= bound) offer(score, load<i32>(scored, 4));
  }
}
