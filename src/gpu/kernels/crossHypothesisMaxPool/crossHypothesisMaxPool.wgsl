// Cross-hypothesis max-pooling, smooth: with m the maximum over the N proposals of z[i, c],
//   pooled[c] = m + τ·log(1/N · Σ_i exp((z[i, c] − m) / τ)), or m where τ is 0;  winners[c] = the first i that reaches m.
//
// One workgroup a category; thread t looks at proposals t, t + 64, …, then the 64 finds are halved until one is left, and so are the sums.
// A tie goes to the lower index at every step, so the result does not depend on the order of the threads.

struct Params {
  proposals: u32,
  categories: u32,
  temperature: f32,
}

@group(0) @binding(0) var<storage, read> z: array<f32>;             // (proposals, categories)
@group(0) @binding(1) var<storage, read_write> pooled: array<f32>;  // (categories,)
@group(0) @binding(2) var<storage, read_write> winners: array<i32>; // (categories,)
@group(0) @binding(3) var<uniform> params: Params;

const THREADS = 64u;

var<workgroup> best_value: array<f32, THREADS>;
var<workgroup> best_index: array<u32, THREADS>;
var<workgroup> sums: array<f32, THREADS>;

@compute @workgroup_size(THREADS)
fn main(@builtin(workgroup_id) group: vec3<u32>, @builtin(local_invocation_index) thread: u32) {
  let category = group.x;
  // A thread without a proposal of its own starts at the last one, which can win only if it wins anyway.
  var index = min(thread, params.proposals - 1u);
  var value = z[index * params.categories + category];
  for (var i = thread + THREADS; i < params.proposals; i += THREADS) {
    let other = z[i * params.categories + category];
    if (other > value) { value = other; index = i; }
  }
  best_value[thread] = value;
  best_index[thread] = index;
  workgroupBarrier();
  for (var half = THREADS / 2u; half > 0u; half /= 2u) {
    if (thread < half) {
      let other = best_value[thread + half];
      let other_index = best_index[thread + half];
      if (other > best_value[thread] || (other == best_value[thread] && other_index < best_index[thread])) {
        best_value[thread] = other;
        best_index[thread] = other_index;
      }
    }
    workgroupBarrier();
  }
  let most = best_value[0];
  var sum = 0.0;
  if (params.temperature > 0.0) {
    for (var i = thread; i < params.proposals; i += THREADS) { sum += exp((z[i * params.categories + category] - most) / params.temperature); }
  }
  sums[thread] = sum;
  workgroupBarrier();
  for (var half = THREADS / 2u; half > 0u; half /= 2u) {
    if (thread < half) { sums[thread] += sums[thread + half]; }
    workgroupBarrier();
  }
  if (thread == 0u) {
    var result = most;
    if (params.temperature > 0.0) { result += params.temperature * log(sums[0] / f32(params.proposals)); }
    pooled[category] = result;
    winners[category] = i32(best_index[0]);
  }
}
