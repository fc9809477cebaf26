// A convolution of each channel by itself, with bias and activation:
//   out[y, x, c] = f(bias[c] + Σ in[y·s + ky − top, x·s + kx − left, c] · filter[ky, kx, c]), f(v) = min(v < 0 ? slope·v : v, most)
//
// One thread makes four channels of one pixel. Neighbouring threads have neighbouring channels, so that a group reads the map in runs;
// each number is read by up to nine pixels, which a cache answers: what bounds it is writing the map, not arithmetic.

struct Params {
  in_height: i32,
  in_width: i32,
  quads: i32,       // channels / 4
  out_height: i32,
  out_width: i32,
  kernel_height: i32,
  kernel_width: i32,
  stride: i32,
  pad_top: i32,
  pad_left: i32,
  slope: f32,
  most: f32,        // largest number that comes out
}

@group(0) @binding(0) var<storage, read> input: array<vec4<f32>>;        // (in_height, in_width, quads)
@group(0) @binding(1) var<storage, read> filter_: array<vec4<f32>>;      // (kernel_height, kernel_width, quads)
@group(0) @binding(2) var<storage, read> bias: array<vec4<f32>>;         // (quads,)
@group(0) @binding(3) var<storage, read_write> output: array<vec4<f32>>; // (out_height, out_width, quads)
@group(0) @binding(4) var<uniform> params: Params;

@compute @workgroup_size(64)
fn main(@builtin(global_invocation_id) id: vec3<u32>, @builtin(num_workgroups) groups: vec3<u32>) {
  let at = i32(id.y * groups.x * 64u + id.x);
  if (at >= params.out_height * params.out_width * params.quads) { return; }
  let quad = at % params.quads;
  let pixel = at / params.quads;
  let top = pixel / params.out_width * params.stride - params.pad_top;
  let left = pixel % params.out_width * params.stride - params.pad_left;

  var sum = bias[quad];
  for (var ky = max(0, -top); ky < min(params.kernel_height, params.in_height - top); ky++) {
    for (var kx = max(0, -left); kx < min(params.kernel_width, params.in_width - left); kx++) {
      let cell = (top + ky) * params.in_width + left + kx;
      sum += input[cell * params.quads + quad] * filter_[(ky * params.kernel_width + kx) * params.quads + quad];
    }
  }
  output[at] = min(select(sum, sum * params.slope, sum < vec4(0.0)), vec4(params.most));
}
