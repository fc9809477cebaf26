// Spatial pyramid pooling straight into a linear layer: out[box, e] = Σ over bins and channels of pooled[box, bin, c] · weights[bin, c, e],
// with bins as in spatialPyramidPool.wgsl. The pooled vectors (51 MB for 1,000 boxes, 50 bins, 256 channels) are never written.
//
// One workgroup makes 16 boxes × 256 outputs. Bin by bin, 64 channels at a time, each of its 256 threads pools one quad of channels of
// one box into workgroup memory, then adds up 4 boxes × 4 outputs in registers.
// Workgroups: x is the tile of outputs, y the tile of boxes. Threads: x is the quad of outputs, y the group of 4 boxes.

struct Params {
  height: i32,
  width: i32,
  depth_quads: i32, // channels / 4
  boxes: i32,
  out_quads: i32,   // outputs / 4
  level0: i32,      // bins an axis; 0 where there is no such level
  level1: i32,
  level2: i32,
  level3: i32,
}

@group(0) @binding(0) var<storage, read> map: array<vec4<f32>>;          // (height, width, depth_quads)
@group(0) @binding(1) var<storage, read> boxes: array<vec4<f32>>;        // (boxes,), x0 y0 x1 y1 in cells, far edge out
@group(0) @binding(2) var<storage, read> weights: array<vec4<f32>>;      // (Σ level², 4·depth_quads, out_quads)
@group(0) @binding(3) var<storage, read_write> output: array<vec4<f32>>; // (boxes, out_quads)
@group(0) @binding(4) var<uniform> params: Params;

const EDGE_PARTS = 1024;
const BOXES = 16; // of a tile
const STEP = 16;  // quads of channels pooled at a time

var<workgroup> pooled: array<vec4<f32>, STEP * BOXES>; // (STEP, BOXES)

fn edge_parts(edge: f32, size: i32) -> i32 {
  return clamp(i32(floor(edge * f32(EDGE_PARTS) + 0.5)), 0, size * EDGE_PARTS);
}

// First cell and the cell after the last one.
fn bin_cells(a: i32, b: i32, k: i32, n: i32, size: i32) -> vec2<i32> {
  let length = max(b - a, 0);
  let unit = n * EDGE_PARTS;
  let first = min((a * n + k * length) / unit, size - 1);
  let last = min((a * n + (k + 1) * length + unit - 1) / unit, size);
  return vec2(first, max(last, first + 1));
}

fn level(index: i32) -> i32 {
  return select(select(select(params.level3, params.level2, index == 2), params.level1, index == 1), params.level0, index == 0);
}

@compute @workgroup_size(64, 4)
fn main(@builtin(workgroup_id) group: vec3<u32>, @builtin(local_invocation_id) local: vec3<u32>, @builtin(local_invocation_index) index: u32) {
  let pooled_box = i32(index) % BOXES;
  let pooled_quad = i32(index) / BOXES;
  let box = i32(group.y) * BOXES + pooled_box;
  let box_exists = box < params.boxes;
  let edges = boxes[min(box, params.boxes - 1)];
  let x0 = edge_parts(edges.x, params.width);
  let y0 = edge_parts(edges.y, params.height);
  let x1 = edge_parts(edges.z, params.width);
  let y1 = edge_parts(edges.w, params.height);

  let out_quad = i32(group.x) * 64 + i32(local.x);
  let read_quad = min(out_quad, params.out_quads - 1);
  let row = i32(local.y) * 4;
  var sum0 = vec4(0.0);
  var sum1 = vec4(0.0);
  var sum2 = vec4(0.0);
  var sum3 = vec4(0.0);

  var bin = 0;
  for (var l = 0; l < 4; l++) {
    let n = level(l);
    for (var k = 0; k < n * n; k++) {
      let columns = bin_cells(x0, x1, k % n, n, params.width);
      let rows = bin_cells(y0, y1, k / n, n, params.height);
      for (var first = 0; first < params.depth_quads; first += STEP) {
        let quad = first + pooled_quad;
        var highest = vec4(0.0);
        if (box_exists && quad < params.depth_quads) {
          highest = map[(rows.x * params.width + columns.x) * params.depth_quads + quad];
          for (var y = rows.x; y < rows.y; y++) {
            for (var x = columns.x; x < columns.y; x++) {
              highest = max(highest, map[(y * params.width + x) * params.depth_quads + quad]);
            }
          }
        }
        pooled[pooled_quad * BOXES + pooled_box] = highest;
        workgroupBarrier();
        for (var s = 0; s < min(STEP, params.depth_quads - first); s++) {
          let a = pooled[s * BOXES + row];
          let b = pooled[s * BOXES + row + 1];
          let c = pooled[s * BOXES + row + 2];
          let d = pooled[s * BOXES + row + 3];
          let from_weight = (bin * params.depth_quads + first + s) * 4 * params.out_quads + read_quad;
          for (var component = 0; component < 4; component++) {
            let weight = weights[from_weight + component * params.out_quads];
            sum0 += a[component] * weight;
            sum1 += b[component] * weight;
            sum2 += c[component] * weight;
            sum3 += d[component] * weight;
          }
        }
        workgroupBarrier();
      }
      bin++;
    }
  }

  let to = i32(group.y) * BOXES + row;
  if (out_quad >= params.out_quads) { return; }
  if (to < params.boxes) { output[to * params.out_quads + out_quad] = sum0; }
  if (to + 1 < params.boxes) { output[(to + 1) * params.out_quads + out_quad] = sum1; }
  if (to + 2 < params.boxes) { output[(to + 2) * params.out_quads + out_quad] = sum2; }
  if (to + 3 < params.boxes) { output[(to + 3) * params.out_quads + out_quad] = sum3; }
}
