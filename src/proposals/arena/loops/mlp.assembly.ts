import { f, int, setF, setInt } from './memory.assembly';

// Four numbers of float64 as float32 would hold them, at least 0 where the layer rectifies.
// @ts-ignore
@inline
function settle(s: v128, rectify: bool, out: usize): void {
  // x > 0 ? x : 0
  const kept = rectify ? v128.and(s, f64x2.gt(s, f64x2.splat(0))) : s;
  v128.store(out, f64x2.promote_low_f32x4(f32x4.demote_f64x2_zero(kept)));
}

/**
 * One fully connected layer: each output adds up its inputs in their order, those that are 0 left out, for they add nothing. Sixteen
 * outputs at a time, so that no sum waits for itself, and eight where no more are left.
 * @param values, places the inputs that are not 0, as f64, and which they are, times 64, as i32 // (count,) each
 * @param weights for each eight outputs, input after input // (outputs / 8, inputs, 8), f64
 * @param bias // (outputs rounded up to eight,), f64
 * @param out // (outputs rounded up to eight,), f64
 */
// @ts-ignore
@inline
function layer(values: usize, places: usize, count: i32, inputs: i32, weights: usize, bias: usize, outputs: i32, out: usize, rectify: bool): void {
  const block = <usize>inputs << 6;
  let o = 0;
  for (; o + 8 < outputs; o += 16) {
    let s0 = v128.load(bias), s1 = v128.load(bias, 16), s2 = v128.load(bias, 32), s3 = v128.load(bias, 48);
    let s4 = v128.load(bias, 64), s5 = v128.load(bias, 80), s6 = v128.load(bias, 96), s7 = v128.load(bias, 112);
    for (let k = 0; k < count; k++) {
      const x = v128.load64_splat(values + (<usize>k << 3));
      const w = weights + <usize>int(places, k);
      const v = w + block;
      s0 = f64x2.add(s0, f64x2.mul(v128.load(w), x));
      s1 = f64x2.add(s1, f64x2.mul(v128.load(w, 16), x));
      s2 = f64x2.add(s2, f64x2.mul(v128.load(w, 32), x));
      s3 = f64x2.add(s3, f64x2.mul(v128.load(w, 48), x));
      s4 = f64x2.add(s4, f64x2.mul(v128.load(v), x));
      s5 = f64x2.add(s5, f64x2.mul(v128.load(v, 16), x));
      s6 = f64x2.add(s6, f64x2.mul(v128.load(v, 32), x));
      s7 = f64x2.add(s7, f64x2.mul(v128.load(v, 48), x));
    }
    settle(s0, rectify, out);
    settle(s1, rectify, out + 16);
    settle(s2, rectify, out + 32);
    settle(s3, rectify, out + 48);
    settle(s4, rectify, out + 64);
    settle(s5, rectify, out + 80);
    settle(s6, rectify, out + 96);
    settle(s7, rectify, out + 112);
    bias += 128;
    out += 128;
    weights += block << 1;
  }
  if (o >= outputs) return;
  let s0 = v128.load(bias), s1 = v128.load(bias, 16), s2 = v128.load(bias, 32), s3 = v128.load(bias, 48);
  for (let k = 0; k < count; k++) {
    const x = v128.load64_splat(values + (<usize>k << 3));
    const w = weights + <usize>int(places, k);
    s0 = f64x2.add(s0, f64x2.mul(v128.load(w), x));
    s1 = f64x2.add(s1, f64x2.mul(v128.load(w, 16), x));
    s2 = f64x2.add(s2, f64x2.mul(v128.load(w, 32), x));
    s3 = f64x2.add(s3, f64x2.mul(v128.load(w, 48), x));
  }
  settle(s0, rectify, out);
  settle(s1, rectify, out + 16);
  settle(s2, rectify, out + 32);
  settle(s3, rectify, out + 48);
}

/**
 * `runMlp` of mlp.ts.
 * @param rows the first of the inputs of each row // (count, stride), f32
 * @param layers inputs, outputs and where weights and bias begin // (layerCount, 4), i32
 * @param hidden, values, places room for the widest layer's inputs, rounded up to eight // f64, f64, i32
 * @param out // (count, the last layer's outputs), f32
 */
export function runMlp(
  rows: usize, count: i32, stride: i32, layers: usize, layerCount: i32, hidden: usize, values: usize, places: usize, out: usize,
): void {
  for (let row = 0; row < count; row++) {
    for (let k = 0; k < layerCount; k++) {
      const at = layers + (<usize>k << 4);
      const inputs = load<i32>(at), outputs = load<i32>(at, 4);
      let wanted = 0;
      for (let i = 0; i < inputs; i++) {
        const x = k == 0 ? f(rows, i) : load<f64>(hidden + (<usize>i << 3));
        store<f64>(values + (<usize>wanted << 3), x);
        setInt(places, wanted, i << 6);
        wanted += i32(x != 0);
      }
      layer(values, places, wanted, inputs, load<i32>(at, 8), load<i32>(at, 12), outputs, hidden, k < layerCount - 1);
    }
    const outputs = load<i32>(layers + (<usize>(layerCount - 1) << 4), 4);
    for (let o = 0; o < outputs; o++) setF(out, o, load<f64>(hidden + (<usize>o << 3)));
    rows += <usize>stride << 2;
    out += <usize>outputs << 2;
  }
}
