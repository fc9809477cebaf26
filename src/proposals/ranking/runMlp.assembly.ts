import { f, int, setF, setInt } from '../arena/memory.assembly';
import { MlpLayer, RunMlpArguments } from '../generated/loopStructs.assembly';

/** Stores two outputs rounded to float32, and at least 0 where the layer rectifies. */
// @ts-ignore
@inline
function settle(s: v128, rectify: bool, out: usize): void {
  // x > 0 ? x : 0
  const kept = rectify ? v128.and(s, f64x2.gt(s, f64x2.splat(0))) : s;
  v128.store(out, f64x2.promote_low_f32x4(f32x4.demote_f64x2_zero(kept)));
}

/**
 * One fully connected layer, from the `count` inputs that are not 0 (`values`, and in `places` their index times 64) to `hidden`. Each
 * output adds up its inputs in their order; zeros are skipped because they add nothing. Sixteen outputs at a time, so that no sum has
 * to wait for its own last addition, or eight where no more are left.
 */
// @ts-ignore
@inline
function runLayer(layer: MlpLayer, count: i32, rectify: bool, args: RunMlpArguments): void {
  const values = args.values, places = args.places, outputs = layer.outputs;
  let weights = layer.weights, bias = layer.bias, out = args.hidden;
  const block = <usize>layer.inputs << 6;
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

// @ts-ignore
@inline
function layerAt(layers: usize, k: i32): MlpLayer {
  return changetype<MlpLayer>(<usize>int(layers, k));
}

/** `runMlp` of runMlp.reference.ts. */
export function runMlp(args: RunMlpArguments): void {
  const count = args.count, stride = args.stride, layers = args.layers, layerCount = args.layerCount;
  const hidden = args.hidden, values = args.values, places = args.places;
  let rows = args.rows, out = args.out;
  const outputs = layerAt(layers, layerCount - 1).outputs;
  for (let row = 0; row < count; row++) {
    for (let k = 0; k < layerCount; k++) {
      const layer = layerAt(layers, k);
      const inputs = layer.inputs;
      let wanted = 0;
      for (let i = 0; i < inputs; i++) {
        const x = k == 0 ? f(rows, i) : load<f64>(hidden + (<usize>i << 3));
        store<f64>(values + (<usize>wanted << 3), x);
        setInt(places, wanted, i << 6);
        wanted += i32(x != 0);
      }
      runLayer(layer, wanted, k < layerCount - 1, args);
    }
    for (let o = 0; o < outputs; o++) setF(out, o, load<f64>(hidden + (<usize>o << 3)));
    rows += <usize>stride << 2;
    out += <usize>outputs << 2;
  }
}
