// AssemblyScript, built by `npm run assembly` into multiIndexProbe.binary.ts: the tables of multi-index hashing and the look-ups in
// them. hammingScan.assembly.ts picks the best of what is found. No allocation and no static data.
//
// A table is 5 words: where its starts and members lie, byte, first bit and length of its substring in a code. Substrings lie within a
// word of 4 bytes (codes of 4) or 8 (all others).

// @ts-ignore: decorators are AssemblyScript's own
@inline
function substring(table: usize, code: usize, bytes: i32): u32 {
  const at = code + load<usize>(table, 8);
  const word = bytes == 4 ? <u64>load<u32>(at) : load<u64>(at);
  return <u32>(word >> load<u32>(table, 12)) & ((1 << load<u32>(table, 16)) - 1);
}

/** Sorts rows 0..rows by their substring. Starts // (2^length + 2,), members // (rows,), in row order within a value */
export function buildTable(table: usize, codes: usize, bytes: i32, rows: i32): void {
  const starts = load<usize>(table);
  const members = load<usize>(table, 4);
  const values: i32 = 1 << load<u32>(table, 16);
  memory.fill(starts, 0, (<usize>values + 2) << 2);
  for (let row = 0, code = codes; row < rows; row++, code += bytes) {
    const at = starts + (<usize>substring(table, code, bytes) << 2);
    store<u32>(at, load<u32>(at, 8) + 1, 8);
  }
  for (let v = 0, at = starts; v <= values; v++, at += 4) store<u32>(at, load<u32>(at) + load<u32>(at, 4), 4);
  for (let row = 0, code = codes; row < rows; row++, code += bytes) {
    const at = starts + (<usize>substring(table, code, bytes) << 2);
    const next = load<u32>(at, 4);
    store<u32>(members + (<usize>next << 2), row);
    store<u32>(at, next + 1, 4);
  }
}

/** The next number with as many ones (Gosper's hack; Warren, Hacker's Delight, 2-1). */
// @ts-ignore
@inline
function nextMask(mask: u32): u32 {
  const lowest = mask & -mask;
  const ripple = mask + lowest;
  return ripple | ((mask ^ ripple) >> (2 + ctz(lowest)));
}

/** Codes whose substring differs from the query's in `ones` bits. */
export function membersAt(table: usize, ones: i32, bytes: i32, queryAt: usize): i32 {
  const starts = load<usize>(table);
  const value = substring(table, queryAt, bytes);
  const values: u32 = 1 << load<u32>(table, 16);
  let sum = 0;
  for (let mask: u32 = (1 << ones) - 1; mask < values; mask = nextMask(mask)) {
    const at = starts + (<usize>(value ^ mask) << 2);
    sum += load<i32>(at, 4) - load<i32>(at);
    if (mask == 0) break;
  }
  return sum;
}

/** Whether an earlier step has met the code: its substrings before `table` within `ones` bits, those after it within ones − 1. */
function metBefore(tables: usize, tableCount: i32, table: i32, ones: i32, bytes: i32, code: usize, queryAt: usize): bool {
  for (let t = 0; t < tableCount; t++) {
    const at = tables + <usize>(t * 20);
    if (t == table) continue;
    const differing = <i32>popcnt<u32>(substring(at, code, bytes) ^ substring(at, queryAt, bytes));
    if (differing <= (t < table ? ones : ones - 1)) return true;
  }
  return false;
}

// @ts-ignore
@inline
function distanceOf(code: usize, bytes: i32, query: usize): i32 {
  if (bytes == 8) return <i32>popcnt<u64>(load<u64>(code) ^ load<u64>(query));
  if (bytes == 4) return <i32>popcnt<u32>(load<u32>(code) ^ load<u32>(query));
  let sum: u64 = 0;
  for (let i = 0; i < bytes; i += 8) sum += popcnt<u64>(load<u64>(code + i) ^ load<u64>(query + i));
  return <i32>sum;
}

/**
 * Measures the codes whose substring `table` differs from the query's in `ones` bits; each code once a search.
 * @param scored distance and row of those within `bound` // (membersAt(…) + 1, 2), u32
 * @returns how many were written
 */
export function probe(
  tables: usize, tableCount: i32, table: i32, ones: i32, codes: usize, bytes: i32, queryAt: usize,
  bound: i32, scored: usize,
): i32 {
  const own = tables + <usize>(table * 20);
  const starts = load<usize>(own);
  const members = load<usize>(own, 4);
  const value = substring(own, queryAt, bytes);
  const values: u32 = 1 << load<u32>(own, 16);
  let end = scored;
  for (let mask: u32 = (1 << ones) - 1; mask < values; mask = nextMask(mask)) {
    const at = starts + (<usize>(value ^ mask) << 2);
    const last = members + (<usize>load<u32>(at, 4) << 2);
    // Codes lie anywhere in memory: without a branch that waits for one, many are on their way at a time.
    for (let member = members + (<usize>load<u32>(at) << 2); member < last; member += 4) {
      const row = load<i32>(member);
      const d = distanceOf(codes + <usize>row * <usize>bytes, bytes, queryAt);
      store<i32>(end, d);
      store<i32>(end, row, 4);
      end += usize(d <= bound) << 3;
    }
    if (mask == 0) break;
  }
  let kept = scored;
  for (let at = scored; at < end; at += 8) {
    const code = codes + <usize>load<i32>(at, 4) * <usize>bytes;
    if (metBefore(tables, tableCount, table, ones, bytes, code, queryAt)) continue;
    store<u64>(kept, load<u64>(at));
    kept += 8;
  }
  return <i32>(kept - scored) >> 3;
}
