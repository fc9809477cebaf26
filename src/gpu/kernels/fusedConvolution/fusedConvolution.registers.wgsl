// Fused convolution without workgroup memory, for software adapters, where a barrier costs more than a thousand multiplications:
//   out[y, x, o] = f(bias[o] + Σ in[y·s + ky − top, x·s + kx − left, i] · filter[ky, kx, i, o]), f(v) = v < 0 ? slope·v : v
//
// One thread computes 8 neighbouring pixels (in row order) × 16 channels in registers: a software adapter reads each number of each
// thread by itself, so what counts is how few are read for a multiplication, here 96 for 512. Sums stand in 4×4 matrices, a
// column a pixel, a row a channel: sum += weights (4 channels × 4 inputs) · values (4 inputs × 4 pixels).
// Threads: x is the group of pixels, y the channel group.

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
  kernel_height: i32,
  kernel_width: i32,
  stride: i32,
  pad_top: i32,
  pad_left: i32,
  slope: f32,
}

@group(0) @binding(0) var<storage, read> input: array<vec4<f32>>;        // (in_height, in_width, in_depth_quads)
@group(0) @binding(1) var<storage, read> filter_: array<vec4<f32>>;      // (kernel_height, kernel_width, 4·in_quads, out_quads)
@group(0) @binding(2) var<storage, read> bias: array<vec4<f32>>;         // (out_quads,)
@group(0) @binding(3) var<storage, read_write> output: array<vec4<f32>>; // (out_height, out_width, out_depth_quads)
@group(0) @binding(4) var<uniform> params: Params;

// Four input channels of four pixels, zero where the pixel's cell is outside the map.
fn values(cell: vec4<i32>, mask: vec4<f32>) -> mat4x4<f32> {
  return mat4x4(input[cell.x] * mask.x, input[cell.y] * mask.y, input[cell.z] * mask.z, input[cell.w] * mask.w);
}

// Four output channels (a quad) for four input channels.
fn weights(at: i32) -> mat4x4<f32> {
  return mat4x4(filter_[at], filter_[at + params.out_quads], filter_[at + 2 * params.out_quads], filter_[at + 3 * params.out_quads]);
}

fn store(pixel: i32, quad: i32, sum: vec4<f32>) {
  if (pixel >= params.out_height * params.out_width || quad >= params.out_quads) { return; }
  output[pixel * params.out_depth_quads + params.out_offset_quads + quad] = select(sum, sum * params.slope, sum < vec4(0.0));
}

fn store_four(pixel: i32, quad: i32, sums: mat4x4<f32>) {
  store(pixel, quad, sums[0]);
  store(pixel + 1, quad, sums[1]);
  store(pixel + 2, quad, sums[2]);
  store(pixel + 3, quad, sums[3]);
}

@compute @workgroup_size(16)
fn main(@builtin(global_invocation_id) id: vec3<u32>) {
  let pixel = i32(id.x) * 8;
  let quad = i32(id.y) * 4;
  if (quad >= params.out_quads || pixel >= params.out_height * params.out_width) { return; }

  // Pixels 0 to 3 (a) and 4 to 7 (b): top left cell of their windows.
  let pixel_a = vec4(pixel, pixel + 1, pixel + 2, pixel + 3);
  let pixel_b = pixel_a + 4;
  let top_a = pixel_a / params.out_width * params.stride - params.pad_top;
  let top_b = pixel_b / params.out_width * params.stride - params.pad_top;
  let left_a = pixel_a % params.out_width * params.stride - params.pad_left;
  let left_b = pixel_b % params.out_width * params.stride - params.pad_left;

  // Quads 0 to 3 of channels; a quad beyond the last one computes what nobody stores.
  let last = params.out_quads - 1;
  let bias0 = bias[quad];
  let bias1 = bias[min(quad + 1, last)];
  let bias2 = bias[min(quad + 2, last)];
  let bias3 = bias[min(quad + 3, last)];
  var a0 = mat4x4(bias0, bias0, bias0, bias0);
  var a1 = mat4x4(bias1, bias1, bias1, bias1);
  var a2 = mat4x4(bias2, bias2, bias2, bias2);
  var a3 = mat4x4(bias3, bias3, bias3, bias3);
  var b0 = a0;
  var b1 = a1;
  var b2 = a2;
  var b3 = a3;

  let size = vec2(params.in_height, params.in_width);
  for (var ky = 0; ky < params.kernel_height; ky++) {
    let row_a = top_a + ky;
    let row_b = top_b + ky;
    for (var kx = 0; kx < params.kernel_width; kx++) {
      let column_a = left_a + kx;
      let column_b = left_b + kx;
      let inside_a = (row_a >= vec4(0)) & (row_a < vec4(size.x)) & (column_a >= vec4(0)) & (column_a < vec4(size.y));
      let inside_b = (row_b >= vec4(0)) & (row_b < vec4(size.x)) & (column_b >= vec4(0)) & (column_b < vec4(size.y));
      let mask_a = select(vec4(0.0), vec4(1.0), inside_a);
      let mask_b = select(vec4(0.0), vec4(1.0), inside_b);
      // Cell 0 stands in for cells outside.
      var cell_a = select(vec4(0), (row_a * size.y + column_a) * params.in_depth_quads, inside_a) + params.in_offset_quads;
      var cell_b = select(vec4(0), (row_b * size.y + column_b) * params.in_depth_quads, inside_b) + params.in_offset_quads;
      var weight = (ky * params.kernel_width + kx) * params.in_quads * 4 * params.out_quads + quad;
      for (var i = 0; i < params.in_quads; i++) {
        let a = values(cell_a, mask_a);
        let b = values(cell_b, mask_b);
        let w0 = weights(weight);
        a0 += w0 * a;
        b0 += w0 * b;
        let w1 = weights(weight + 1);
        a1 += w1 * a;
        b1 += w1 * b;
        let w2 = weights(weight + 2);
        a2 += w2 * a;
        b2 += w2 * b;
        let w3 = weights(weight + 3);
        a3 += w3 * a;
        b3 += w3 * b;
        cell_a += 1;
        cell_b += 1;
        weight += 4 * params.out_quads;
      }
    }
  }

  store_four(pixel, quad, a0);
  store_four(pixel, quad + 1, a1);
  store_four(pixel, quad + 2, a2);
  store_four(pixel, quad + 3, a3);
  store_four(pixel + 4, quad, b0);
  store_four(pixel + 4, quad + 1, b1);
  store_four(pixel + 4, quad + 2, b2);
  store_four(pixel + 4, quad + 3, b3);
}
