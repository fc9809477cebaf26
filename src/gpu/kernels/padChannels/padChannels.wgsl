// Zeros behind the last channel of each cell: padded[cell, c] = c < depth ? map[cell, c] : 0.
//
// One thread a quad of one cell.

struct Params {
  cells: u32,
  depth: u32, // channels of the map
  quads: u32, // channels of the result / 4
}

@group(0) @binding(0) var<storage, read> map: array<f32>;                // (cells, depth)
@group(0) @binding(1) var<storage, read_write> padded: array<vec4<f32>>; // (cells, quads)
@group(0) @binding(2) var<uniform> params: Params;

@compute @workgroup_size(64)
fn main(@builtin(global_invocation_id) id: vec3<u32>, @builtin(num_workgroups) groups: vec3<u32>) {
  let at = id.y * groups.x * 64u + id.x;
  if (at >= params.cells * params.quads) { return; }
  let channel = at % params.quads * 4u;
  let start = at / params.quads * params.depth + channel;
  var value = vec4(0.0);
  for (var c = 0u; c < min(4u, params.depth - min(channel, params.depth)); c++) { value[c] = map[start + c]; }
  padded[at] = value;
}
