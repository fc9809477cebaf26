import { f } from '../arena/memory.assembly';
import { EastStrengthArguments, SouthStrengthArguments } from '../generated/loopStructs.assembly';

// @ts-ignore
@inline
function smoothedSums(plane: usize, above: i32, row: i32, below: i32, width: i32, sums: usize): void {
  let sum: f64 = 0;
  for (let x = 0; x < width; x++) {
    sum += 0.25 * (f(plane, above + x) + 2 * f(plane, row + x) + f(plane, below + x));
    store<f64>(sums + (<usize>(x + 1) << 3), sum);
  }
}

// @ts-ignore
@inline
function difference(sums: usize, from: usize, to: usize, before: f64, after: f64): f64 {
  const middle = load<f64>(sums);
  const d = (load<f64>(sums + to) - middle) * after - (middle - load<f64>(sums - from)) * before;
  return d * d;
}

/** `contrast` of boundaryMap.reference.ts at the sums' `at`. */
// @ts-ignore
@inline
function contrast(l: usize, a: usize, b: usize, at: i32, radius: i32, width: i32): f64 {
  const from = at > radius ? radius : at;
  const to = at + radius < width ? radius : width - at;
  const before = 1.0 / <f64>from;
  const after = 1.0 / <f64>to;
  const place = <usize>at << 3;
  const back = <usize>from << 3;
  const ahead = <usize>to << 3;
  return sqrt(difference(l + place, back, ahead, before, after) + difference(a + place, back, ahead, before, after) + difference(b + place, back, ahead, before, after));
}

// @ts-ignore
@inline
function differences(sums: usize, reach: usize, share: v128): v128 {
  const middle = v128.load(sums);
  const after = f64x2.mul(f64x2.sub(v128.load(sums + reach), middle), share);
  const d = f64x2.sub(after, f64x2.mul(f64x2.sub(middle, v128.load(sums - reach)), share));
  return f64x2.mul(d, d);
}

/** `eastStrength` of boundaryMap.reference.ts, two cracks to a vector wherever both scales have all their pixels. */
export function eastStrength(args: EastStrengthArguments): void {
  const lightness = args.lightness, a = args.a, b = args.b, width = args.width, height = args.height, out = args.out;
  const narrow = args.narrowRadius, wide = args.wideRadius;
  const narrowWeight = args.narrowWeight, wideWeight = args.wideWeight, half = args.halfStrength;
  // (3, width + 2)
  const sumL = args.sums;
  const sumA = sumL + (<usize>(width + 2) << 3);
  const sumB = sumA + (<usize>(width + 2) << 3);
  const narrowReach = <usize>narrow << 3;
  const wideReach = <usize>wide << 3;
  const narrowShare = f64x2.splat(1.0 / <f64>narrow);
  const wideShare = f64x2.splat(1.0 / <f64>wide);
  const narrowWeights = f64x2.splat(narrowWeight);
  const wideWeights = f64x2.splat(wideWeight);
  const halves = f64x2.splat(half);
  for (let y = 0; y < height; y++) {
    const row = y * width;
    const above = y > 0 ? row - width : row;
    const below = y < height - 1 ? row + width : row;
    smoothedSums(lightness, above, row, below, width, sumL);
    smoothedSums(a, above, row, below, width, sumA);
    smoothedSums(b, above, row, below, width, sumB);
    const strengths = out + (<usize>row << 2);
    let x = 0;
    while (x < width - 1) {
      const at = x + 1;
      if (at >= wide && at + 1 + wide <= width) {
        const p = <usize>at << 3;
        const near = f64x2.sqrt(f64x2.add(
          f64x2.add(differences(sumL + p, narrowReach, narrowShare), differences(sumA + p, narrowReach, narrowShare)),
          differences(sumB + p, narrowReach, narrowShare),
        ));
        const far = f64x2.sqrt(f64x2.add(
          f64x2.add(differences(sumL + p, wideReach, wideShare), differences(sumA + p, wideReach, wideShare)),
          differences(sumB + p, wideReach, wideShare),
        ));
        const gradient = f64x2.add(f64x2.mul(narrowWeights, near), f64x2.mul(wideWeights, far));
        v128.store64_lane(strengths + (<usize>x << 2), f32x4.demote_f64x2_zero(f64x2.div(gradient, f64x2.add(gradient, halves))), 0);
        x += 2;
        continue;
      }
      const gradient = narrowWeight * contrast(sumL, sumA, sumB, at, narrow, width) + wideWeight * contrast(sumL, sumA, sumB, at, wide, width);
      store<f32>(strengths + (<usize>x << 2), <f32>(gradient / (gradient + half)));
      x++;
    }
  }
}

/** after[0..width) = before[0..width) + the row smoothed by (1, 2, 1)/4; beyond its ends the row goes on with its last pixel. */
function addSmoothed(row: usize, width: i32, before: usize, after: usize): void {
  let x = 0;
  while (x < width) {
    const to = <usize>x << 3;
    if (x > 0 && x + 2 < width) {
      const at = row + (<usize>x << 2);
      const middle = f64x2.promote_low_f32x4(v128.load64_zero(at));
      const sum = f64x2.add(
        f64x2.add(f64x2.promote_low_f32x4(v128.load64_zero(at - 4)), f64x2.mul(f64x2.splat(2), middle)), f64x2.promote_low_f32x4(v128.load64_zero(at + 4)),
      );
      v128.store(after + to, f64x2.add(v128.load(before + to), f64x2.mul(f64x2.splat(0.25), sum)));
      x += 2;
      continue;
    }
    const smoothed = 0.25 * (f(row, max(0, x - 1)) + 2 * f(row, x) + f(row, min(width - 1, x + 1)));
    store<f64>(after + to, load<f64>(before + to) + smoothed);
    x++;
  }
}

/** The squared difference of the means on either side of two cracks, from the sums up to `from`, up to the crack and up to `to`. */
// @ts-ignore
@inline
function squares(from: usize, at: usize, to: usize, before: v128, after: v128): v128 {
  const middle = v128.load(at);
  const d = f64x2.sub(f64x2.mul(f64x2.sub(v128.load(to), middle), after), f64x2.mul(f64x2.sub(middle, v128.load(from)), before));
  return f64x2.mul(d, d);
}

/** Rows of running sums that are kept: a power of two, and more than twice the wide radius. As in boundaryMap.ts. */
const SUM_ROWS = 8;

/**
 * `southStrength` of boundaryMap.reference.ts without transposing the planes: the sums run down the columns, two columns to a vector.
 */
export function southStrength(args: SouthStrengthArguments): void {
  const lightness = args.lightness, a = args.a, b = args.b, width = args.width, height = args.height, out = args.out;
  const narrow = args.narrowRadius, wide = args.wideRadius;
  const narrowWeight = args.narrowWeight, wideWeight = args.wideWeight, half = args.halfStrength;
  // (SUM_ROWS, 3, width rounded up to even)
  const sums = args.sums;
  const plane = <usize>((width + 1) & ~1) << 3;
  const mask = SUM_ROWS - 1;
  const narrowWeights = f64x2.splat(narrowWeight), wideWeights = f64x2.splat(wideWeight), halves = f64x2.splat(half);
  for (let y = 0, at = 1; at < height;) {
    if (y < min(height, at + wide)) {
      const before = sums + <usize>(y & mask) * 3 * plane, after = sums + <usize>((y + 1) & mask) * 3 * plane;
      const row = <usize>(y * width) << 2;
      addSmoothed(lightness + row, width, before, after);
      addSmoothed(a + row, width, before + plane, after + plane);
      addSmoothed(b + row, width, before + 2 * plane, after + 2 * plane);
      y++;
      continue;
    }
    // The crack above row `at`, now that the sums reach `wide` rows below it.
    const nearFrom = max(0, at - narrow), nearTo = min(height, at + narrow), farFrom = max(0, at - wide), farTo = min(height, at + wide);
    const nearBefore = f64x2.splat(1.0 / <f64>(at - nearFrom)), nearAfter = f64x2.splat(1.0 / <f64>(nearTo - at));
    const farBefore = f64x2.splat(1.0 / <f64>(at - farFrom)), farAfter = f64x2.splat(1.0 / <f64>(farTo - at));
    const middle = sums + <usize>(at & mask) * 3 * plane;
    const near0 = sums + <usize>(nearFrom & mask) * 3 * plane, near1 = sums + <usize>(nearTo & mask) * 3 * plane;
    const far0 = sums + <usize>(farFrom & mask) * 3 * plane, far1 = sums + <usize>(farTo & mask) * 3 * plane;
    const strengths = out + (<usize>((at - 1) * width) << 2);
    for (let x = 0; x < width; x += 2) {
      const p = <usize>x << 3, q = p + plane, r = q + plane;
      const near = f64x2.sqrt(f64x2.add(
        f64x2.add(squares(near0 + p, middle + p, near1 + p, nearBefore, nearAfter), squares(near0 + q, middle + q, near1 + q, nearBefore, nearAfter)),
        squares(near0 + r, middle + r, near1 + r, nearBefore, nearAfter),
      ));
      const far = f64x2.sqrt(f64x2.add(
        f64x2.add(squares(far0 + p, middle + p, far1 + p, farBefore, farAfter), squares(far0 + q, middle + q, far1 + q, farBefore, farAfter)),
        squares(far0 + r, middle + r, far1 + r, farBefore, farAfter),
      ));
      const gradient = f64x2.add(f64x2.mul(narrowWeights, near), f64x2.mul(wideWeights, far));
      const strength = f32x4.demote_f64x2_zero(f64x2.div(gradient, f64x2.add(gradient, halves)));
      const to = strengths + (<usize>x << 2);
      if (x + 1 < width) v128.store64_lane(to, strength, 0);
      else v128.store32_lane(to, strength, 0);
    }
    at++;
  }
}
