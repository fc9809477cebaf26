import { f, int } from '../arena/memory.assembly';
import { AppearanceArguments } from '../generated/loopStructs.assembly';

/** As in appearanceBins.ts. */
const COLOUR_BINS = 8;
const TEXTURE_AT = 24;
const HISTOGRAM_BYTES: usize = 160;
const MOMENT_BYTES: usize = 24;
/** tan 22.5°, as in appearance.reference.ts: where the sectors of the orientations meet. */
const SECTOR_SLOPE = 0.4142;

/** Bins of four values: ⌊8 · value⌋ + shift, exact in float32, clamped to the plane's bins. */
// @ts-ignore
@inline
function bins(values: usize, shift: i32, first: i32): v128 {
  const k = i32x4.add(i32x4.trunc_sat_f32x4_s(f32x4.floor(f32x4.mul(v128.load(values), f32x4.splat(<f32>COLOUR_BINS)))), i32x4.splat(shift));
  return i32x4.add(i32x4.max_s(i32x4.splat(0), i32x4.min_s(k, i32x4.splat(COLOUR_BINS - 1))), i32x4.splat(first));
}

// @ts-ignore
@inline
function high(values: v128): v128 {
  return i8x16.shuffle(values, values, 8, 9, 10, 11, 12, 13, 14, 15, 8, 9, 10, 11, 12, 13, 14, 15);
}

/** The texture bins of two pixels, from the lightness of their four neighbours; as i64. */
// @ts-ignore
@inline
function textures(left: v128, right: v128, above: v128, below: v128, ends: usize): v128 {
  const dx = f64x2.sub(f64x2.promote_low_f32x4(right), f64x2.promote_low_f32x4(left));
  const dy = f64x2.sub(f64x2.promote_low_f32x4(below), f64x2.promote_low_f32x4(above));
  const magnitude = f64x2.sqrt(f64x2.add(f64x2.mul(dx, dx), f64x2.mul(dy, dy)));
  // A mask is −1 where it holds.
  const m = i64x2.add(
    i64x2.add(f64x2.ge(magnitude, v128.load64_splat(ends)), f64x2.ge(magnitude, v128.load64_splat(ends, 8))), f64x2.ge(magnitude, v128.load64_splat(ends, 16)),
  );
  const ax = f64x2.abs(dx), ay = f64x2.abs(dy), slope = f64x2.splat(SECTOR_SLOPE);
  const diagonal = i64x2.add(i64x2.splat(3), i64x2.shl(f64x2.gt(f64x2.mul(dx, dy), f64x2.splat(0)), 1));
  const upright = v128.bitselect(i64x2.splat(2), diagonal, f64x2.lt(ax, f64x2.mul(slope, ay)));
  const o = v128.andnot(upright, f64x2.lt(ay, f64x2.mul(slope, ax)));
  return i64x2.add(i64x2.sub(o, i64x2.shl(m, 2)), i64x2.splat(TEXTURE_AT));
}

/** `appearance` of appearance.reference.ts; a run of equal labels keeps its sums in registers. */
export function appearance(args: AppearanceArguments): void {
  const lightness = args.lightness, a = args.a, b = args.b, labels = args.labels;
  const width = args.width, height = args.height, count = args.count, ends = args.magnitudeEnds, work = args.rows;
  const histogram = args.histogram, moments = args.moments;
  const room = <usize>((width + 3) & ~3) << 2;
  const last = <usize>(width - 1) << 2;
  const row = <usize>width << 2;
  const binsL = work, binsA = binsL + room, binsB = binsA + room, texture = binsB + room, padded = texture + room;
  let l: f32 = 0, la: f32 = 0, lb: f32 = 0, ll: f32 = 0, aa: f32 = 0, bb: f32 = 0;
  let before = -1;
  let m = moments, counts = histogram;
  for (let y = 0; y < height; y++) {
    const start = <usize>y * row;
    const here = lightness + start;
    const up = y > 0 ? here - row : here, down = y < height - 1 ? here + row : here;
    // The row with its first and last pixel repeated.
    store<f32>(padded, load<f32>(here));
    memory.copy(padded + 4, here, row);
    store<f32>(padded + row, load<f32>(here + last), 4);
    for (let at: usize = 0; at < row; at += 16) {
      v128.store(binsL + at, bins(here + at, 0, 0));
      // a and b lie around 0, so half of the bins are below it.
      v128.store(binsA + at, bins(a + start + at, COLOUR_BINS / 2, COLOUR_BINS));
      v128.store(binsB + at, bins(b + start + at, COLOUR_BINS / 2, 2 * COLOUR_BINS));
      const left = v128.load(padded + at), right = v128.load(padded + at, 8), above = v128.load(up + at), below = v128.load(down + at);
      const first = textures(left, right, above, below, ends), second = textures(high(left), high(right), high(above), high(below), ends);
      v128.store(texture + at, i8x16.shuffle(first, second, 0, 1, 2, 3, 8, 9, 10, 11, 16, 17, 18, 19, 24, 25, 26, 27));
    }
    for (let x = 0; x < width; x++) {
      const v = int(labels + start, x);
      if (v != before) {
        if (before >= 0) {
          store<f32>(m, l);
          store<f32>(m, la, 4);
          store<f32>(m, lb, 8);
          store<f32>(m, ll, 12);
          store<f32>(m, aa, 16);
          store<f32>(m, bb, 20);
        }
        before = v;
        m = moments + <usize>v * MOMENT_BYTES;
        counts = histogram + <usize>v * HISTOGRAM_BYTES;
        l = load<f32>(m);
        la = load<f32>(m, 4);
        lb = load<f32>(m, 8);
        ll = load<f32>(m, 12);
        aa = load<f32>(m, 16);
        bb = load<f32>(m, 20);
      }
      add(counts, int(binsL, x));
      add(counts, int(binsA, x));
      add(counts, int(binsB, x));
      add(counts, int(texture, x));
      const pl = f(here, x), pa = f(a + start, x), pb = f(b + start, x);
      l += <f32>pl;
      la += <f32>pa;
      lb += <f32>pb;
      ll = <f32>(<f64>ll + pl * pl);
      aa = <f32>(<f64>aa + pa * pa);
      bb = <f32>(<f64>bb + pb * pb);
    }
  }
  store<f32>(m, l);
  store<f32>(m, la, 4);
  store<f32>(m, lb, 8);
  store<f32>(m, ll, 12);
  store<f32>(m, aa, 16);
  store<f32>(m, bb, 20);
  for (let at = histogram, end = histogram + <usize>count * HISTOGRAM_BYTES; at < end; at += 16) {
    v128.store(at, f32x4.convert_i32x4_s(v128.load(at)));
  }
}

/** Counts a pixel; bins are i32 until all pixels are counted. */
// @ts-ignore
@inline
function add(counts: usize, bin: i32): void {
  const at = counts + (<usize>bin << 2);
  store<i32>(at, load<i32>(at) + 1);
}
