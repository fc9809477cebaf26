// Hash layer: bit j of row r is Σ_k x[r, k]·weights[k, j] + bias[j] > 0, in word j >> 5 at place j & 31; spare places are 0.
// With weights of its own for each row, layer r takes the place of layer 0.
//
// One workgroup a word: each of its 32 threads sums one bit and sets it in the shared word.

struct Params {
  width: u32,
  bits: u32,
  words: u32,         // of one row
  layer_of_row: u32,  // 1 where each row has weights of its own, else 0
}

@group(0) @binding(0) var<storage, read> x: array<f32>;            // (rows, width)
@group(0) @binding(1) var<storage, read> weights: array<f32>;      // (1 or rows, width, bits)
@group(0) @binding(2) var<storage, read> bias: array<f32>;         // (1 or rows, bits)
@group(0) @binding(3) var<storage, read_write> packed: array<u32>; // (rows, words)
@group(0) @binding(4) var<uniform> params: Params;

var<workgroup> word: atomic<u32>;

@compute @workgroup_size(32)
fn main(@builtin(workgroup_id) group: vec3<u32>, @builtin(local_invocation_index) place: u32) {
  let row = group.y;
  let layer = row * params.layer_of_row;
  let bit = group.x * 32u + place;
  if (bit < params.bits) {
    var sum = bias[layer * params.bits + bit];
    for (var k = 0u; k < params.width; k++) {
      sum += x[row * params.width + k] * weights[(layer * params.width + k) * params.bits + bit];
    }
    if (sum > 0.0) { atomicOr(&word, 1u << place); }
  }
  workgroupBarrier();
  if (place == 0u) { packed[row * params.words + group.x] = atomicLoad(&word); }
}
