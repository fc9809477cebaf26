// Instance-aware representation: f[c, k] = Σ_i p[i, c]·g[i, k] / (Σ_i p[i, c] + ε).
//
// One thread a number of f, k along x so that a workgroup reads g in a row; every thread of a category sums its weights again,
// which costs one addition beside each multiplication and saves a second pass.

struct Params {
  proposals: u32,
  categories: u32,
  width: u32,
  epsilon: f32,
}

@group(0) @binding(0) var<storage, read> p: array<f32>;       // (proposals, categories), ≥ 0
@group(0) @binding(1) var<storage, read> g: array<f32>;       // (proposals, width)
@group(0) @binding(2) var<storage, read_write> f: array<f32>; // (categories, width)
@group(0) @binding(3) var<uniform> params: Params;

@compute @workgroup_size(64)
fn main(@builtin(global_invocation_id) id: vec3<u32>) {
  let k = id.x;
  let c = id.y;
  if (k >= params.width) { return; }
  var weighted = 0.0;
  var weight = 0.0;
  for (var i = 0u; i < params.proposals; i++) {
    let share = p[i * params.categories + c];
    weighted += share * g[i * params.width + k];
    weight += share;
  }
  f[c * params.width + k] = weighted / (weight + params.epsilon);
}
