/**
 * One fully connected layer of `runMlp` for one row, two outputs a vector, eight at a time.
 * @param input // (inputs,), f64
 * @param weights output pairs' weights, input after input // (outputs / 2, inputs, 2), f64; the number of outputs rounded up to eight
 * @param bias // (outputs rounded up to eight,), f64
 * @param out as numbers of float32 // (outputs rounded up to eight,), f64
 * @param rectify 1: max(0, x)
 */
export function layer(input: usize, inputs: i32, weights: usize, bias: usize, outputs: i32, out: usize, rectify: i32): void {
  const block = <usize>inputs << 4;
  const zero = f64x2.splat(0);
  const end = input + (<usize>inputs << 3);
  for (let o = 0; o < outputs; o += 8) {
    let s0 = v128.load(bias), s1 = v128.load(bias, 16), s2 = v128.load(bias, 32), s3 = v128.load(bias, 48);
    let w0 = weights, w1 = w0 + block, w2 = w1 + block, w3 = w2 + block;
    for (let at = input; at < end; at += 8) {
      const x = v128.load64_splat(at);
      s0 = f64x2.add(s0, f64x2.mul(v128.load(w0), x));
      s1 = f64x2.add(s1, f64x2.mul(v128.load(w1), x));
      s2 = f64x2.add(s2, f64x2.mul(v128.load(w2), x));
      s3 = f64x2.add(s3, f64x2.mul(v128.load(w3), x));
      w0 += 16; w1 += 16; w2 += 16; w3 += 16;
    }
    if (rectify) {
      // x > 0 ? x : 0
      s0 = v128.and(s0, f64x2.gt(s0, zero));
      s1 = v128.and(s1, f64x2.gt(s1, zero));
      s2 = v128.and(s2, f64x2.gt(s2, zero));
      s3 = v128.and(s3, f64x2.gt(s3, zero));
    }
    // Rounded to float32, as a Float32Array would.
    v128.store(out, f64x2.promote_low_f32x4(f32x4.demote_f64x2_zero(s0)));
    v128.store(out, f64x2.promote_low_f32x4(f32x4.demote_f64x2_zero(s1)), 16);
    v128.store(out, f64x2.promote_low_f32x4(f32x4.demote_f64x2_zero(s2)), 32);
    v128.store(out, f64x2.promote_low_f32x4(f32x4.demote_f64x2_zero(s3)), 48);
    bias += 64;
    out += 64;
    weights += block << 2;
  }
}
