// Fused convolution without workgroup memory, for software adapters, where a barrier costs more than a thousand multiplications:
//   out[y, x, o] = f(bias[o] + Σ in[y·s + ky − top, x·s + kx − left, i] · filter[ky, kx, i, o]), f(v) = min(v < 0 ? slope·v : v, most)
//
// One thread computes 16 neighbouring pixels (in row order) × 16 channels in registers: a software adapter reads each number of each
// thread by itself, so what counts is how few are read for a multiplication, here 128 for 1,024. Sums stand in 4×4 matrices, a
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
  copy_depth_quads: i32,   // channels of the map that gets a copy / 4; 0 is no copy
  copy_offset_quads: i32,
  kernel_height: i32,
  kernel_width: i32,
  stride: i32,
  pad_top: i32,
  pad_left: i32,
  slope: f32,
  most: f32,            // largest number that comes out
}

@group(0) @binding(0) var<storage, read> input: array<vec4<f32>>;        // (in_height, in_width, in_depth_quads)
@group(0) @binding(1) var<storage, read> filter_: array<vec4<f32>>;      // (kernel_height, kernel_width, 4·in_quads, out_quads)
@group(0) @binding(2) var<storage, read> bias: array<vec4<f32>>;         // (out_quads,)
@group(0) @binding(3) var<storage, read_write> output: array<vec4<f32>>; // (out_height, out_width, out_depth_quads)
@group(0) @binding(4) var<storage, read_write> copy: array<vec4<f32>>;   // (out_height, out_width, copy_depth_quads)
@group(0) @binding(5) var<uniform> params: Params;

const PIXELS = 16; // of a thread
const QUADS = 4;   // of output channels of a thread

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
  let value = min(select(sum, sum * params.slope, sum < vec4(0.0)), vec4(params.most));
  output[pixel * params.out_depth_quads + params.out_offset_quads + quad] = value;
  if (params.copy_depth_quads > 0) { copy[pixel * params.copy_depth_quads + params.copy_offset_quads + quad] = value; }
}

fn store_four(pixel: i32, quad: i32, sums: mat4x4<f32>) {
  store(pixel, quad, sums[0]);
  store(pixel + 1, quad, sums[1]);
  store(pixel + 2, quad, sums[2]);
  store(pixel + 3, quad, sums[3]);
}

fn inside(row: vec4<i32>, column: vec4<i32>) -> vec4<bool> {
  return (row >= vec4(0)) & (row < vec4(params.in_height)) & (column >= vec4(0)) & (column < vec4(params.in_width));
}

// Where four cells start in the input; cell 0 stands in for those outside.
fn cells(row: vec4<i32>, column: vec4<i32>, within: vec4<bool>) -> vec4<i32> {
  return select(vec4(0), (row * params.in_width + column) * params.in_depth_quads, within) + params.in_offset_quads;
}

@compute @workgroup_size(16)
fn main(@builtin(global_invocation_id) id: vec3<u32>) {
  let pixel = i32(id.x) * PIXELS;
  let quad = i32(id.y) * QUADS;
  if (quad >= params.out_quads || pixel >= params.out_height * params.out_width) { return; }

  // Pixels 0 to 3 (a), 4 to 7 (b), 8 to 11 (c), 12 to 15 (d): top left cell of their windows.
  let pixel_a = vec4(pixel, pixel + 1, pixel + 2, pixel + 3);
  let pixel_b = pixel_a + 4;
  let pixel_c = pixel_a + 8;
  let pixel_d = pixel_a + 12;
  let top_a = pixel_a / params.out_width * params.stride - params.pad_top;
  let top_b = pixel_b / params.out_width * params.stride - params.pad_top;
  let top_c = pixel_c / params.out_width * params.stride - params.pad_top;
  let top_d = pixel_d / params.out_width * params.stride - params.pad_top;
  let left_a = pixel_a % params.out_width * params.stride - params.pad_left;
  let left_b = pixel_b % params.out_width * params.stride - params.pad_left;
  let left_c = pixel_c % params.out_width * params.stride - params.pad_left;
  let left_d = pixel_d % params.out_width * params.stride - params.pad_left;

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
  var c0 = a0;
  var c1 = a1;
  var c2 = a2;
  var c3 = a3;
  var d0 = a0;
  var d1 = a1;
  var d2 = a2;
  var d3 = a3;

  for (var ky = 0; ky < params.kernel_height; ky++) {
    for (var kx = 0; kx < params.kernel_width; kx++) {
      let row_a = top_a + ky;
      let column_a = left_a + kx;
      let inside_a = inside(row_a, column_a);
      let mask_a = select(vec4(0.0), vec4(1.0), inside_a);
      var cell_a = cells(row_a, column_a, inside_a);
      let row_b = top_b + ky;
      let column_b = left_b + kx;
      let inside_b = inside(row_b, column_b);
      let mask_b = select(vec4(0.0), vec4(1.0), inside_b);
      var cell_b = cells(row_b, column_b, inside_b);
      let row_c = top_c + ky;
      let column_c = left_c + kx;
      let inside_c = inside(row_c, column_c);
      let mask_c = select(vec4(0.0), vec4(1.0), inside_c);
      var cell_c = cells(row_c, column_c, inside_c);
      let row_d = top_d + ky;
      let column_d = left_d + kx;
      let inside_d = inside(row_d, column_d);
      let mask_d = select(vec4(0.0), vec4(1.0), inside_d);
      var cell_d = cells(row_d, column_d, inside_d);
      var weight = (ky * params.kernel_width + kx) * params.in_quads * 4 * params.out_quads + quad;
      for (var i = 0; i < params.in_quads; i++) {
        let a = values(cell_a, mask_a);
        let b = values(cell_b, mask_b);
        let c = values(cell_c, mask_c);
        let d = values(cell_d, mask_d);
        let w0 = weights(weight);
        a0 += w0 * a;
        b0 += w0 * b;
        c0 += w0 * c;
        d0 += w0 * d;
        let w1 = weights(weight + 1);
        a1 += w1 * a;
        b1 += w1 * b;
        c1 += w1 * c;
        d1 += w1 * d;
        let w2 = weights(weight + 2);
        a2 += w2 * a;
        b2 += w2 * b;
        c2 += w2 * c;
        d2 += w2 * d;
        let w3 = weights(weight + 3);
        a3 += w3 * a;
        b3 += w3 * b;
        c3 += w3 * c;
        d3 += w3 * d;
        cell_a += 1;
        cell_b += 1;
        cell_c += 1;
        cell_d += 1;
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
  store_four(pixel + 8, quad, c0);
  store_four(pixel + 8, quad + 1, c1);
  store_four(pixel + 8, quad + 2, c2);
  store_four(pixel + 8, quad + 3, c3);
  store_four(pixel + 12, quad, d0);
  store_four(pixel + 12, quad + 1, d1);
  store_four(pixel + 12, quad + 2, d2);
  store_four(pixel + 12, quad + 3, d3);
}
