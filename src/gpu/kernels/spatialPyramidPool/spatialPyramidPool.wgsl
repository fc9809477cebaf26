// Spatial pyramid pooling: pooled[box, bin, c] = max of map[y, x, c] over the cells of the bin.
// Cells of bin k of n on an axis [a, b), in 1/1024 cells: floor((a·n + k·(b−a)) / 1024n) to ceil((a·n + (k+1)·(b−a)) / 1024n).
// Integer arithmetic throughout, as in spatialPyramidPool.reference.ts, so that the same cells are picked.
//
// One thread a channel of one bin: x runs over channels, so that a workgroup reads the map in a row; y is the bin, z the box.

struct Params {
  height: u32,
  width: u32,
  depth: u32,
  bins: u32,   // Σ level²
  level0: u32, // bins an axis; 0 where there is no such level
  level1: u32,
  level2: u32,
  level3: u32,
}

@group(0) @binding(0) var<storage, read> map: array<f32>;          // (height, width, depth)
@group(0) @binding(1) var<storage, read> boxes: array<vec4<f32>>;  // (N,), x0 y0 x1 y1 in cells, far edge out
@group(0) @binding(2) var<storage, read_write> pooled: array<f32>; // (N, bins, depth)
@group(0) @binding(3) var<uniform> params: Params;

const EDGE_PARTS = 1024;

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

@compute @workgroup_size(64)
fn main(@builtin(global_invocation_id) id: vec3<u32>) {
  let channel = id.x;
  if (channel >= params.depth) { return; }
  let box = id.z;

  var n = params.level0;
  var bin = id.y;
  if (bin >= n * n) { bin -= n * n; n = params.level1;
    if (bin >= n * n) { bin -= n * n; n = params.level2;
      if (bin >= n * n) { bin -= n * n; n = params.level3; } } }

  let width = i32(params.width);
  let height = i32(params.height);
  let edges = boxes[box];
  let columns = bin_cells(edge_parts(edges.x, width), edge_parts(edges.z, width), i32(bin % n), i32(n), width);
  let rows = bin_cells(edge_parts(edges.y, height), edge_parts(edges.w, height), i32(bin / n), i32(n), height);

  var highest = map[u32(rows.x * width + columns.x) * params.depth + channel];
  for (var y = rows.x; y < rows.y; y++) {
    for (var x = columns.x; x < columns.y; x++) {
      highest = max(highest, map[u32(y * width + x) * params.depth + channel]);
    }
  }
  pooled[(box * params.bins + id.y) * params.depth + channel] = highest;
}
