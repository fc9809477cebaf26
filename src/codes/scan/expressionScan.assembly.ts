// AssemblyScript, built by `npm run assembly` into expressionScan.binary.ts: which photos satisfy an expression, 16 at a time, and
// how well. hammingScan.assembly.ts picks the best of them. The specification is expressionScan.reference.ts. No allocation and no
// static data.

const LANES: i32 = 16;

// @ts-ignore: decorators are AssemblyScript's own
@inline
function wordDistances(at: usize, query: v128): v128 {
  return i32x4.extadd_pairwise_i16x8_u(i16x8.extadd_pairwise_i8x16_u(i8x16.popcnt(v128.xor(v128.load(at), query))));
}

/** Distances of 16 pieces in a row, as bytes: up to 64 bits. */
// @ts-ignore
@inline
function pieceDistances(at: usize, bytes: i32, query: usize): v128 {
  if (bytes == 2) {
    const q = v128.load16_splat(query);
    const low = i16x8.extadd_pairwise_i8x16_u(i8x16.popcnt(v128.xor(v128.load(at), q)));
    const high = i16x8.extadd_pairwise_i8x16_u(i8x16.popcnt(v128.xor(v128.load(at, 16), q)));
    return i8x16.narrow_i16x8_u(low, high);
  }
  if (bytes == 4) {
    const q = v128.load32_splat(query);
    return i8x16.narrow_i16x8_u(
      i16x8.narrow_i32x4_u(wordDistances(at, q), wordDistances(at + 16, q)),
      i16x8.narrow_i32x4_u(wordDistances(at + 32, q), wordDistances(at + 48, q)),
    );
  }
  let low: u64 = 0;
  let high: u64 = 0;
  for (let lane = 0; lane < 8; lane++) {
    const ofLane = at + (<usize>lane << 3);
    low |= popcnt<u64>(load<u64>(ofLane) ^ load<u64>(query)) << (lane << 3);
    high |= popcnt<u64>(load<u64>(ofLane, 64) ^ load<u64>(query)) << (lane << 3);
  }
  return i64x2.replace_lane(i64x2.splat(low), 1, high);
}

/**
 * Scores rows first..end, whole blocks of 16, by a program for a stack: 5 words a step.
 * 0 holds (-, probabilities, gate, -, -) · 1 object (-, probabilities, gate, pieces, query) · 2 and · 3 or · 4 not
 * An entry of the stack is 16 lanes: satisfied (16 bytes), confidence (16 bytes), distance (16 u16).
 * The score is distance · 256 + 255 − confidence; written are those of satisfied rows that are at most `bound`.
 * @param bytes of one piece: 2, 4 or 8
 * @param scored // (end − first, 2), u32: score, row
 * @returns how many were written
 */
export function scoreRows(
  program: usize, steps: i32, bytes: i32, stack: usize, first: i32, end: i32, bound: i32, scored: usize,
): i32 {
  const nearest = i16x8.splat(<i16>min(bound >> 8, 0xffff));
  const surest = i8x16.splat(<i8>(255 - (bound & 255)));
  const start = scored;
  for (let row = first; row < end; row += LANES) {
    let top = stack - 64;
    let step = program;
    for (let i = 0; i < steps; i++, step += 20) {
      const kind = load<i32>(step);
      if (kind <= 1) {
        top += 64;
        const probability = v128.load(load<usize>(step, 4) + <usize>row);
        const satisfied = i8x16.ge_u(probability, i8x16.splat(<i8>load<i32>(step, 8)));
        v128.store(top, satisfied);
        v128.store(top, probability, 16);
        let distances = i8x16.splat(0);
        // Few photos hold a category: most blocks need no piece.
        if (kind == 1 && v128.any_true(satisfied)) distances = pieceDistances(load<usize>(step, 12) + <usize>(row * bytes), bytes, load<usize>(step, 16));
        v128.store(top, i16x8.extend_low_i8x16_u(distances), 32);
        v128.store(top, i16x8.extend_high_i8x16_u(distances), 48);
        continue;
      }
      const match = v128.load(top);
      const confidence = v128.load(top, 16);
      if (kind == 4) {
        v128.store(top, v128.not(match));
        v128.store(top, v128.not(confidence), 16); // 255 − confidence
        v128.store(top, i8x16.splat(0), 32);
        v128.store(top, i8x16.splat(0), 48);
        continue;
      }
      const low = v128.load(top, 32);
      const high = v128.load(top, 48);
      top -= 64;
      const other = v128.load(top);
      const otherConfidence = v128.load(top, 16);
      if (kind == 2) {
        v128.store(top, v128.and(match, other));
        v128.store(top, i8x16.min_u(confidence, otherConfidence), 16);
        v128.store(top, i16x8.add(v128.load(top, 32), low), 32);
        v128.store(top, i16x8.add(v128.load(top, 48), high), 48);
        continue;
      }
      const either = v128.or(match, other);
      const ofSatisfied = i8x16.max_u(v128.and(confidence, match), v128.and(otherConfidence, other));
      v128.store(top, either);
      v128.store(top, v128.bitselect(ofSatisfied, i8x16.max_u(confidence, otherConfidence), either), 16);
      // A term that is not satisfied is as far as can be.
      const far = v128.not(match);
      const otherFar = v128.not(other);
      v128.store(top, i16x8.min_u(
        v128.or(low, i16x8.extend_low_i8x16_s(far)),
        v128.or(v128.load(top, 32), i16x8.extend_low_i8x16_s(otherFar)),
      ), 32);
      v128.store(top, i16x8.min_u(
        v128.or(high, i16x8.extend_high_i8x16_s(far)),
        v128.or(v128.load(top, 48), i16x8.extend_high_i8x16_s(otherFar)),
      ), 48);
    }
    const low = v128.load(top, 32);
    const high = v128.load(top, 48);
    const nearer = i8x16.narrow_i16x8_s(i16x8.lt_u(low, nearest), i16x8.lt_u(high, nearest));
    const asNear = i8x16.narrow_i16x8_s(i16x8.eq(low, nearest), i16x8.eq(high, nearest));
    const asSure = v128.and(asNear, i8x16.ge_u(v128.load(top, 16), surest));
    let lanes = i8x16.bitmask(v128.and(v128.load(top), v128.or(nearer, asSure)));
    for (; lanes != 0; lanes &= lanes - 1) {
      const lane = <usize>ctz(lanes);
      const distance = <i32>load<u16>(top + 32 + (lane << 1));
      store<i32>(scored, (distance << 8) + 255 - <i32>load<u8>(top + 16 + lane));
      store<i32>(scored, row + <i32>lane, 4);
      scored += 8;
    }
  }
  return <i32>(scored - start) >> 3;
}
