// AssemblyScript, built by `npm run assembly` into depthwiseConvolution.binary.ts: a convolution of each channel by itself on tfjs's own
// WASM memory, in place, four channels at a time. No allocation and no static data: all memory is the caller's.
//
// Every output is bias + its products row by row of the window, whichever function makes it; plain SIMD, so that all browsers agree.

/** As depthwiseOnHeap.ts writes them. Addresses are bytes; all fields have four. */
@unmanaged
class DepthwiseArguments {
  /** // (inHeight, inWidth, channels), channels in fours */
  input: usize = 0;
  inHeight: i32 = 0;
  inWidth: i32 = 0;
  channels: i32 = 0;
  /** // (outHeight, outWidth, channels) */
  output: usize = 0;
  outHeight: i32 = 0;
  outWidth: i32 = 0;
  kernelHeight: i32 = 0;
  kernelWidth: i32 = 0;
  stride: i32 = 0;
  padTop: i32 = 0;
  padLeft: i32 = 0;
  /** // (kernelHeight, kernelWidth, channels) */
  filter: usize = 0;
  /** // (channels,) */
  bias: usize = 0;
  slope: f32 = 0;
  most: f32 = 0;
}

// @ts-ignore: decorators are AssemblyScript's own
@inline
function addProduct(sum: v128, a: v128, b: v128): v128 {
  return f32x4.add(sum, f32x4.mul(a, b));
}

/** min(v ≥ 0 ? v : slope · v, most). What is no number stays none. */
// @ts-ignore
@inline
function clamped(v: v128, slope: v128, most: v128): v128 {
  const zero = f32x4.splat(0);
  return f32x4.pmin(f32x4.add(f32x4.pmax(v, zero), f32x4.mul(f32x4.pmin(v, zero), slope)), most);
}

export function depthwise(work: DepthwiseArguments): void {
  const stride = work.stride;
  const quick = work.kernelHeight == 3 && work.kernelWidth == 3 && stride <= 2;
  // The outputs whose window lies between the left and the right side of the map.
  const within = min((work.padLeft + stride - 1) / stride, work.outWidth);
  const beyond = work.inWidth + work.padLeft - work.kernelWidth;
  const end = beyond < 0 ? within : max(min(beyond / stride + 1, work.outWidth), within);
  for (let y = 0; y < work.outHeight; y++) {
    let x = 0;
    while (x < work.outWidth) {
      if (quick && x >= within && x + 4 <= end) {
        if (stride == 1) fourNext(work, y, x);
        else fourApart(work, y, x);
        x += 4;
      } else {
        onePixel(work, y, x);
        x++;
      }
    }
  }
}

/** Any window, clipped to the map. */
function onePixel(work: DepthwiseArguments, y: i32, x: i32): void {
  const step: usize = <usize>work.channels << 2;
  const row = y * work.stride - work.padTop;
  const column = x * work.stride - work.padLeft;
  const top = max(-row, 0), bottom = min(work.inHeight - row, work.kernelHeight);
  const left = max(-column, 0), right = min(work.inWidth - column, work.kernelWidth);
  const to = work.output + <usize>(y * work.outWidth + x) * step;
  const slope = f32x4.splat(work.slope);
  const most = f32x4.splat(work.most);
  for (let channel: usize = 0; channel < step; channel += 16) {
    let sum = v128.load(work.bias + channel);
    for (let ky = top; ky < bottom; ky++) {
      let from = work.input + <usize>((row + ky) * work.inWidth + column + left) * step + channel;
      let weight = work.filter + <usize>(ky * work.kernelWidth + left) * step + channel;
      for (let kx = left; kx < right; kx++, from += step, weight += step) sum = addProduct(sum, v128.load(from), v128.load(weight));
    }
    v128.store(to + channel, clamped(sum, slope, most));
  }
}

/** Four pixels of a 3×3 window at stride 1: each column of the map is read once for the windows that share it. */
function fourNext(work: DepthwiseArguments, y: i32, x: i32): void {
  const step: usize = <usize>work.channels << 2;
  const row = y - work.padTop;
  const top = max(-row, 0), bottom = min(work.inHeight - row, 3);
  const line: usize = <usize>work.inWidth * step;
  const to = work.output + <usize>(y * work.outWidth + x) * step;
  const first = work.input + <usize>((row + top) * work.inWidth + x - work.padLeft) * step;
  const slope = f32x4.splat(work.slope);
  const most = f32x4.splat(work.most);
  for (let channel: usize = 0; channel < step; channel += 16) {
    let p = v128.load(work.bias + channel), q = p, r = p, s = p;
    let from = first + channel;
    let weight = work.filter + <usize>(top * 3) * step + channel;
    for (let ky = top; ky < bottom; ky++, from += line, weight += 3 * step) {
      const a = v128.load(weight), b = v128.load(weight + step), c = v128.load(weight + 2 * step);
      let v = v128.load(from);
      p = addProduct(p, v, a);
      v = v128.load(from + step);
      p = addProduct(p, v, b); q = addProduct(q, v, a);
      v = v128.load(from + 2 * step);
      p = addProduct(p, v, c); q = addProduct(q, v, b); r = addProduct(r, v, a);
      v = v128.load(from + 3 * step);
      q = addProduct(q, v, c); r = addProduct(r, v, b); s = addProduct(s, v, a);
      v = v128.load(from + 4 * step);
      r = addProduct(r, v, c); s = addProduct(s, v, b);
      v = v128.load(from + 5 * step);
      s = addProduct(s, v, c);
    }
    const out = to + channel;
    v128.store(out, clamped(p, slope, most));
    v128.store(out + step, clamped(q, slope, most));
    v128.store(out + 2 * step, clamped(r, slope, most));
    v128.store(out + 3 * step, clamped(s, slope, most));
  }
}

/** Four pixels of a 3×3 window at stride 2. */
function fourApart(work: DepthwiseArguments, y: i32, x: i32): void {
  const step: usize = <usize>work.channels << 2;
  const row = 2 * y - work.padTop;
  const top = max(-row, 0), bottom = min(work.inHeight - row, 3);
  const line: usize = <usize>work.inWidth * step;
  const to = work.output + <usize>(y * work.outWidth + x) * step;
  const first = work.input + <usize>((row + top) * work.inWidth + 2 * x - work.padLeft) * step;
  const slope = f32x4.splat(work.slope);
  const most = f32x4.splat(work.most);
  for (let channel: usize = 0; channel < step; channel += 16) {
    let p = v128.load(work.bias + channel), q = p, r = p, s = p;
    let from = first + channel;
    let weight = work.filter + <usize>(top * 3) * step + channel;
    for (let ky = top; ky < bottom; ky++, from += line, weight += 3 * step) {
      const a = v128.load(weight), b = v128.load(weight + step), c = v128.load(weight + 2 * step);
      p = addProduct(p, v128.load(from), a);
      p = addProduct(p, v128.load(from + step), b);
      let v = v128.load(from + 2 * step);
      p = addProduct(p, v, c); q = addProduct(q, v, a);
      q = addProduct(q, v128.load(from + 3 * step), b);
      v = v128.load(from + 4 * step);
      q = addProduct(q, v, c); r = addProduct(r, v, a);
      r = addProduct(r, v128.load(from + 5 * step), b);
      v = v128.load(from + 6 * step);
      r = addProduct(r, v, c); s = addProduct(s, v, a);
      s = addProduct(s, v128.load(from + 7 * step), b);
      s = addProduct(s, v128.load(from + 8 * step), c);
    }
    const out = to + channel;
    v128.store(out, clamped(p, slope, most));
    v128.store(out + step, clamped(q, slope, most));
    v128.store(out + 2 * step, clamped(r, slope, most));
    v128.store(out + 3 * step, clamped(s, slope, most));
  }
}
