// Fused convolution through workgroup memory, for real adapters:
//   out[y, x, o] = f(bias[o] + Σ in[y·s + ky − top, x·s + kx − left, i] · filter[ky, kx, i, o]), f(v) = min(v < 0 ? slope·v : v, most)
//
// As a matrix product: rows are output pixels, columns output channels, the sum runs over k = (ky, kx, i). One workgroup makes 32 pixels ×
// 64 channels; it walks along k in steps of 16 (4 quads of input channels at one place of the kernel, zeros beyond the last), and
// each of its 64 threads loads its share of both tiles, then adds up 4 pixels × 8 channels in registers.
//
// Weights may be stored in float16, two in a word: half as many bytes of them are read from memory, which each tile of pixels does again.
// They are widened on the way into workgroup memory and all sums are in float32, so the numbers are the same. Such weights come times
// `scale`, a power of two that keeps the small ones out of float16's subnormals (which a GPU may take for zero); so do the sums, and
// at the end they are multiplied by `unscale`, which rounds nothing either. It takes no extension: unpack2x16float is in every WebGPU.
// Workgroups: x is the channel tile, y the pixel tile.

struct Params {
  in_height: i32,
  in_width: i32,
  in_quads: i32,        // channels read / 4
  in_depth_quads: i32,  // channels of the input map / 4
  in_offset_quads: i32, // first channel read / 4
  out_height: i32,
  out_width: i32,
  out_quads: i32,
  out_depth_quads: i32,
  out_offset_quads: i32,
  copy_depth_quads: i32,   // channels of the map that gets a copy / 4; 0 is no copy
  copy_offset_quads: i32,
  kernel_height: i32,
  kernel_width: i32,
  stride: i32,
  pad_top: i32,
  pad_left: i32,
  slope: f32,
  most: f32,            // largest number that comes out
  halves: i32,          // 1: weights are in float16; 0: in float32
  scale: f32,           // a power of two
  unscale: f32,         // 1 / scale
}

@group(0) @binding(0) var<storage, read> input: array<vec4<f32>>;        // (in_height, in_width, in_depth_quads)
@group(0) @binding(1) var<storage, read> filter_: array<vec4<u32>>;      // a quad of float32 or two of float16; (kernel_height, kernel_width, 4·in_quads, out_quads)
@group(0) @binding(2) var<storage, read> bias: array<vec4<f32>>;         // (out_quads,)
@group(0) @binding(3) var<storage, read_write> output: array<vec4<f32>>; // (out_height, out_width, out_depth_quads)
@group(0) @binding(4) var<storage, read_write> copy: array<vec4<f32>>;   // (out_height, out_width, copy_depth_quads)
@group(0) @binding(5) var<uniform> params: Params;

const PIXELS = 32;   // of a tile
const QUADS = 16;    // of output channels of a tile
const STEP_QUADS = 4; // of input channels of a step

var<workgroup> pixels: array<vec4<f32>, PIXELS * STEP_QUADS>;        // (STEP_QUADS, PIXELS)
var<workgroup> weights: array<vec4<f32>, STEP_QUADS * 4 * QUADS>;    // (4·STEP_QUADS, QUADS)

fn filter_quad(at: i32) -> vec4<f32> {
  if (params.halves == 0) { return bitcast<vec4<f32>>(filter_[at]); }
  let two = filter_[at / 2];
  let words = select(two.xy, two.zw, at % 2 == 1);
  return vec4(unpack2x16float(words.x), unpack2x16float(words.y));
}

fn store(pixel: i32, quad: i32, scaled: vec4<f32>) {
  if (pixel >= params.out_height * params.out_width || quad >= params.out_quads) { return; }
  let sum = scaled * params.unscale;
  let value = min(select(sum, sum * params.slope, sum < vec4(0.0)), vec4(params.most));
  output[pixel * params.out_depth_quads + params.out_offset_quads + quad] = value;
  if (params.copy_depth_quads > 0) { copy[pixel * params.copy_depth_quads + params.copy_offset_quads + quad] = value; }
}

@compute @workgroup_size(8, 8)
fn main(@builtin(workgroup_id) group: vec3<u32>, @builtin(local_invocation_id) local: vec3<u32>, @builtin(local_invocation_index) index: u32) {
  let thread = i32(index);
  let first_pixel = i32(group.y) * PIXELS;
  let first_quad = i32(group.x) * QUADS;

  // The pixel whose input this thread loads (two quads of it), and its place in the input.
  let loaded_pixel = thread % PIXELS;
  let loaded_step = (thread / PIXELS) * 2;
  let pixel = first_pixel + loaded_pixel;
  let pixel_exists = pixel < params.out_height * params.out_width;
  let top = (pixel / params.out_width) * params.stride - params.pad_top;
  let left = (pixel % params.out_width) * params.stride - params.pad_left;

  // Sums of pixels 0 to 3, for the first quad of channels (p) and the second (q), 8 quads further.
  let mine = first_quad + i32(local.x);
  var p0 = bias[min(mine, params.out_quads - 1)] * params.scale;
  var q0 = bias[min(mine + 8, params.out_quads - 1)] * params.scale;
  var p1 = p0;
  var p2 = p0;
  var p3 = p0;
  var q1 = q0;
  var q2 = q0;
  var q3 = q0;

  for (var place = 0; place < params.kernel_height * params.kernel_width; place++) {
    let row = top + place / params.kernel_width;
    let column = left + place % params.kernel_width;
    let inside = pixel_exists && row >= 0 && row < params.in_height && column >= 0 && column < params.in_width;
    let cell = (row * params.in_width + column) * params.in_depth_quads + params.in_offset_quads;
    for (var first = 0; first < params.in_quads; first += STEP_QUADS) {
      for (var s = loaded_step; s < loaded_step + 2; s++) {
        var value = vec4(0.0);
        if (inside && first + s < params.in_quads) { value = input[cell + first + s]; }
        pixels[s * PIXELS + loaded_pixel] = value;
      }
      for (var w = thread; w < STEP_QUADS * 4 * QUADS; w += 64) {
        let k = first * 4 + w / QUADS;
        let quad = first_quad + w % QUADS;
        var value = vec4(0.0);
        if (k < params.in_quads * 4 && quad < params.out_quads) { value = filter_quad((place * params.in_quads * 4 + k) * params.out_quads + quad); }
        weights[w] = value;
      }
      workgroupBarrier();
      for (var s = 0; s < STEP_QUADS; s++) {
        let at = s * PIXELS + i32(local.y) * 4;
        let a = pixels[at];
        let b = pixels[at + 1];
        let c = pixels[at + 2];
        let d = pixels[at + 3];
        for (var component = 0; component < 4; component++) {
          let p = weights[(s * 4 + component) * QUADS + i32(local.x)];
          let q = weights[(s * 4 + component) * QUADS + i32(local.x) + 8];
          p0 += a[component] * p; p1 += b[component] * p; p2 += c[component] * p; p3 += d[component] * p;
          q0 += a[component] * q; q1 += b[component] * q; q2 += c[component] * q; q3 += d[component] * q;
        }
      }
      workgroupBarrier();
    }
  }

  let to = first_pixel + i32(local.y) * 4;
  store(to, mine, p0);
  store(to, mine + 8, q0);
  store(to + 1, mine, p1);
  store(to + 1, mine + 8, q1);
  store(to + 2, mine, p2);
  store(to + 2, mine + 8, q2);
  store(to + 3, mine, p3);
  store(to + 3, mine + 8, q3);
}
