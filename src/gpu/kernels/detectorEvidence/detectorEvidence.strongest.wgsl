// The strongest candidates of all cells: the `limit` largest by (sort key, earlier place first), all of them where there are fewer.
//
// Their order does not matter to who reads them, so nothing is sorted: the limit-th largest pair is found digit by digit, eight bits
// at a time from the top (radix selection), and what is not smaller is written. One workgroup; thread t looks at cells t, t + 256, …

struct Params {
  cells: u32,   // of all heads
  classes: u32,
  limit: u32,
}

@group(0) @binding(0) var<storage, read> cell_boxes: array<vec4<f32>>;       // (cells,)
@group(0) @binding(1) var<storage, read> counts: array<u32>;                 // (cells,)
@group(0) @binding(2) var<storage, read> candidates: array<vec2<u32>>;       // (cells, classes): sort key, place
@group(0) @binding(3) var<storage, read_write> strongest: array<vec4<f32>>;  // (limit, 2): box; score, class (−1: no candidate), 0, 0
@group(0) @binding(4) var<uniform> params: Params;

const THREADS = 256u;

var<workgroup> bins: array<atomic<u32>, 256>;
var<workgroup> least: vec2<u32>;     // of what is written, as far as it is known
var<workgroup> wanted: u32;          // of the candidates that share the known digits
var<workgroup> decided: u32;
var<workgroup> placed: atomic<u32>;

// Both parts so that larger comes first.
fn pair(candidate: vec2<u32>) -> vec2<u32> {
  return vec2(candidate.x, ~candidate.y);
}

fn not_less(a: vec2<u32>, b: vec2<u32>) -> bool {
  return a.x > b.x || (a.x == b.x && a.y >= b.y);
}

// The digits above digit `d` (0 is the uppermost of eight), the rest 0.
fn upper(value: vec2<u32>, d: u32) -> vec2<u32> {
  if (d == 0u) { return vec2(0u); }
  if (d < 4u) { return vec2(value.x & (0xffffffffu << (32u - 8u * d)), 0u); }
  if (d == 4u) { return vec2(value.x, 0u); }
  return vec2(value.x, value.y & (0xffffffffu << (64u - 8u * d)));
}

fn digit(value: vec2<u32>, d: u32) -> u32 {
  return (select(value.y, value.x, d < 4u) >> (24u - 8u * (d % 4u))) & 255u;
}

fn logit_of(key: u32) -> f32 {
  return bitcast<f32>(select(~key, key & 0x7fffffffu, key >> 31u == 1u));
}

@compute @workgroup_size(THREADS)
fn main(@builtin(local_invocation_index) thread: u32) {
  if (thread == 0u) {
    least = vec2(0u);
    wanted = params.limit;
  }
  for (var d = 0u; d < 8u; d++) {
    atomicStore(&bins[thread], 0u);
    workgroupBarrier();
    let known = least;
    for (var cell = thread; cell < params.cells; cell += THREADS) {
      for (var i = 0u; i < counts[cell]; i++) {
        let value = pair(candidates[cell * params.classes + i]);
        if (all(upper(value, d) == known)) { atomicAdd(&bins[digit(value, d)], 1u); }
      }
    }
    workgroupBarrier();
    if (thread == 0u) {
      var bin = 255u;
      var larger = 0u;
      while (bin > 0u && larger + atomicLoad(&bins[bin]) < wanted) {
        larger += atomicLoad(&bins[bin]);
        bin--;
      }
      let shift = 24u - 8u * (d % 4u);
      if (d < 4u) { least.x |= bin << shift; } else { least.y |= bin << shift; }
      wanted -= larger;
      // All that share these digits are taken: the digits below need not be known.
      decided = select(0u, 1u, atomicLoad(&bins[bin]) <= wanted);
    }
    if (workgroupUniformLoad(&decided) == 1u) { break; }
  }
  for (var cell = thread; cell < params.cells; cell += THREADS) {
    for (var i = 0u; i < counts[cell]; i++) {
      let candidate = candidates[cell * params.classes + i];
      if (!not_less(pair(candidate), least)) { continue; }
      let slot = atomicAdd(&placed, 1u);
      let score = 1.0 / (1.0 + exp(-logit_of(candidate.x)));
      strongest[slot * 2u] = cell_boxes[cell];
      strongest[slot * 2u + 1u] = vec4(score, f32(candidate.y % params.classes), 0.0, 0.0);
    }
  }
  workgroupBarrier();
  for (var slot = atomicLoad(&placed) + thread; slot < params.limit; slot += THREADS) {
    strongest[slot * 2u] = vec4(0.0);
    strongest[slot * 2u + 1u] = vec4(0.0, -1.0, 0.0, 0.0);
  }
}
