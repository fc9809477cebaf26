import { f } from './memory.assembly';

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

/** `contrast` of boundaryMap.ts at the sums' `at`. */
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

/** `crackStrength` of boundaryMap.ts, two cracks a vector where both scales have all their pixels. @param sums // (3, width + 2), f64 */
export function crackStrength(
  lightness: usize, a: usize, b: usize, width: i32, height: i32, sums: usize, out: usize,
  narrow: i32, narrowWeight: f64, wide: i32, wideWeight: f64, half: f64,
): void {
  const sumL = sums;
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
