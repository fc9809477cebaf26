// AssemblyScript, built by `npm run assembly` into similarScan.binary.ts: what every row is to the examples of a query. The specification is
// rankSimilar.reference.ts. Rows come some thousand at a time, whole blocks of 16, so that what is between the loops stays in a core's own
// cache. No allocation and no static data.

const LANES: i32 = 16;

/** Bits in which codes differ from the query. `bytes` of a code: 2, 4, 8 or 16; out // (count,) u8 */
export function distances(codes: usize, bytes: i32, count: i32, query: usize, out: usize): void {
  const end = out + <usize>count;
  if (bytes == 16) {
    const low = load<u64>(query);
    const high = load<u64>(query, 8);
    for (; out < end; out++, codes += 16)
      store<u8>(out, <u8>(popcnt<u64>(load<u64>(codes) ^ low) + popcnt<u64>(load<u64>(codes, 8) ^ high)));
  } else if (bytes == 8) {
    const wanted = load<u64>(query);
    for (; out < end; out++, codes += 8) store<u8>(out, <u8>popcnt<u64>(load<u64>(codes) ^ wanted));
  } else if (bytes == 4) {
    const wanted = load<u32>(query);
    for (; out < end; out++, codes += 4) store<u8>(out, <u8>popcnt<u32>(load<u32>(codes) ^ wanted));
  } else {
    const wanted = <u32>load<u16>(query);
    for (; out < end; out++, codes += 2) store<u8>(out, <u8>popcnt<u32>(<u32>load<u16>(codes) ^ wanted));
  }
}

/**
 * Adds up what each row gains. A step is 3 words: the category's probabilities, the least byte that gains or loses anything, and what each
 * byte gains // (256,) i32. Most photos hold few of many categories, so most blocks of most categories are passed over.
 * @param sums overwritten // (count,) i32
 */
export function gains(program: usize, steps: i32, first: i32, count: i32, sums: usize): void {
  memory.fill(sums, 0, <usize>count << 2);
  for (let i = 0; i < steps; i++, program += 12) {
    const bytes = load<usize>(program) + <usize>first;
    const least = i8x16.splat(<i8>load<i32>(program, 4));
    const parts = load<usize>(program, 8);
    for (let row = 0; row < count; row += LANES) {
      let lanes = i8x16.bitmask(i8x16.ge_u(v128.load(bytes + <usize>row), least));
      for (; lanes != 0; lanes &= lanes - 1) {
        const at = row + <i32>ctz(lanes);
        const sum = sums + (<usize>at << 2);
        store<i32>(sum, load<i32>(sum) + load<i32>(parts + (<usize>load<u8>(bytes + <usize>at) << 2)));
      }
    }
  }
}

/**
 * The probability of the category that a row and the query hold most surely: the one with the largest minimum of the two, of equal ones
 * the first. A step is 2 words: the category's probabilities and the query's byte. out // (count,) u8
 */
export function shared(program: usize, steps: i32, first: i32, count: i32, out: usize): void {
  for (let row = 0; row < count; row += LANES) {
    let most = i8x16.splat(0);
    let probability = i8x16.splat(0);
    let step = program;
    for (let i = 0; i < steps; i++, step += 8) {
      const bytes = v128.load(load<usize>(step) + <usize>(first + row));
      const both = i8x16.min_u(bytes, i8x16.splat(<i8>load<i32>(step, 4)));
      probability = v128.bitselect(bytes, probability, i8x16.gt_u(both, most));
      most = i8x16.max_u(most, both);
    }
    v128.store(out + <usize>row, probability);
  }
}

/**
 * A row's score by all that was measured, the smallest the best: rules 1 to 4 as one number, but for the tie keys.
 * @param bits, looks to each example, those that rows should be unlike behind the others // (examples, stride) u8
 * @param sums what rows gain // (count,) i32; 0: nothing is gained
 * @param mostLevel of all rows
 * @param levelPlace, unwantedPlace, sumPlace what one more of each is worth
 * @param scores // (count,) u32
 * @param nearest bits to the nearest example // (count,) u8
 * @param nearestLooks // (count,) u8
 */
export function score(
  bits: usize, looks: usize, stride: i32, likes: i32, unlikes: i32, sums: usize, count: i32, mostLevel: i32,
  lookalike: i32, levelPlace: i32, unwantedPlace: i32, sumPlace: i32, scores: usize, nearest: usize, nearestLooks: usize,
): void {
  for (let row = 0; row < count; row++) {
    let sum = 0;
    let distance = 255;
    let alike = 255;
    let nearness = i32.MAX_VALUE;
    let at: usize = <usize>row;
    for (let i = 0; i < likes; i++, at += <usize>stride) {
      const d = <i32>load<u8>(bits + at);
      const seen = <i32>load<u8>(looks + at);
      sum += d;
      distance = min(distance, d);
      alike = min(alike, seen);
      nearness = min(nearness, (d << 8) + seen);
    }
    let unwanted = 0;
    for (let i = 0; i < unlikes; i++, at += <usize>stride)
      if ((<i32>load<u8>(bits + at) << 8) + <i32>load<u8>(looks + at) < nearness) unwanted = 1;
    store<u8>(nearest + <usize>row, <u8>distance);
    store<u8>(nearestLooks + <usize>row, <u8>alike);
    const level = sums == 0 ? 0 : mostLevel - levelOf(load<i32>(sums + (<usize>row << 2)));
    store<u32>(
      scores + (<usize>row << 2),
      unwanted == 0 && alike <= lookalike
        ? alike
        : lookalike + 1 + level * levelPlace + unwanted * unwantedPlace + sum * sumPlace + alike,
    );
  }
}

/** As `gainLevel`: a level is 8 parts. */
// @ts-ignore: decorators are AssemblyScript's own
@inline
function levelOf(parts: i32): i32 {
  return (parts + 4) >> 3;
}
