// Packs signs: bit i of a row is activations[row, i] > threshold, in word i >> 5 at place i & 31; spare places are 0.
//
// One thread a word.

struct Params {
  rows: u32,
  bits: u32,
  words: u32, // of one row
  threshold: f32,
}

@group(0) @binding(0) var<storage, read> activations: array<f32>;  // (rows, bits)
@group(0) @binding(1) var<storage, read_write> packed: array<u32>; // (rows, words)
@group(0) @binding(2) var<uniform> params: Params;

@compute @workgroup_size(64)
fn main(@builtin(global_invocation_id) id: vec3<u32>) {
  if (id.x >= params.rows * params.words) { return; }
  let row = id.x / params.words;
  let first = (id.x % params.words) * 32u;
  let end = min(first + 32u, params.bits);
  var word = 0u;
  for (var bit = first; bit < end; bit++) {
    word |= select(0u, 1u, activations[row * params.bits + bit] > params.threshold) << (bit - first);
  }
  packed[id.x] = word;
}
