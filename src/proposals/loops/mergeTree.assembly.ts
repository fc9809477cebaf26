/** What two regions' histograms have in common, weighted (mergeRules.ts). @param a, b shares of their pixels // (40,), f64 each */
export function likeness(a: usize, b: usize, colourWeight: f64, textureWeight: f64): f64 {
  let colour: f64 = 0;
  let texture: f64 = 0;
  let at: usize = 0;
  for (; at < 192; at += 16) {
    const both = f64x2.pmin(v128.load(b + at), v128.load(a + at));
    colour += f64x2.extract_lane(both, 0);
    colour += f64x2.extract_lane(both, 1);
  }
  for (; at < 320; at += 16) {
    const both = f64x2.pmin(v128.load(b + at), v128.load(a + at));
    texture += f64x2.extract_lane(both, 0);
    texture += f64x2.extract_lane(both, 1);
  }
  return (colourWeight * colour) / 3 + textureWeight * texture;
}

/** shares[k] = histogram[k] · share. @param histogram // (40,), f32 @param shares // (40,), f64 */
export function histogramShares(histogram: usize, share: f64, shares: usize): void {
  const factor = f64x2.splat(share);
  for (let k: usize = 0; k < 20; k++) {
    v128.store(shares + (k << 4), f64x2.mul(f64x2.promote_low_f32x4(v128.load64_zero(histogram + (k << 3))), factor));
  }
}
