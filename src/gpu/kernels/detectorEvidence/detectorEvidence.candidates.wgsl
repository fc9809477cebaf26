// The candidates of one detection head: for each cell its box, and the classes whose score is worth a look.
//
// A cell's box reaches from its middle as far as the means of four distributions over 0..10 cells say, Σ k·softmax(logits)_k,
// and ends at the photo's edge. A cell whose box has no area has no candidates.
//
// One thread a cell. It writes the cell's candidates behind one another from (first_cell + cell)·classes on, and their number.

struct Params {
  height: u32,
  width: u32,
  classes: u32,
  first_cell: u32,  // of this head among the cells of all heads
  least_logit: f32, // a candidate's logit is at least this
}

@group(0) @binding(0) var<storage, read> scores: array<f32>;                    // (height, width, classes), logits
@group(0) @binding(1) var<storage, read> distances: array<f32>;                 // (height, width, 4, BINS), logits
@group(0) @binding(2) var<storage, read_write> cell_boxes: array<vec4<f32>>;    // (all cells,), x0 y0 x1 y1, shares of the photo
@group(0) @binding(3) var<storage, read_write> counts: array<u32>;              // (all cells,)
@group(0) @binding(4) var<storage, read_write> candidates: array<vec2<u32>>;    // (all cells, classes): sort key, place
@group(0) @binding(5) var<uniform> params: Params;

const BINS = 11u;

fn mean_bin(start: u32) -> f32 {
  var largest = distances[start];
  for (var k = 1u; k < BINS; k++) { largest = max(largest, distances[start + k]); }
  var sum = 0.0;
  var weighted = 0.0;
  for (var k = 0u; k < BINS; k++) {
    let weight = exp(distances[start + k] - largest);
    sum += weight;
    weighted += f32(k) * weight;
  }
  return weighted / sum;
}

// Unsigned numbers in the order of the floats.
fn sort_key(value: f32) -> u32 {
  let bits = bitcast<u32>(value);
  return select(bits | 0x80000000u, ~bits, bits >> 31u == 1u);
}

@compute @workgroup_size(64)
fn main(@builtin(global_invocation_id) id: vec3<u32>) {
  let cell = id.x;
  if (cell >= params.height * params.width) { return; }
  let to = params.first_cell + cell;
  var count = 0u;
  for (var k = 0u; k < params.classes; k++) {
    let logit = scores[cell * params.classes + k];
    if (logit >= params.least_logit) {
      let place = to * params.classes + k;
      candidates[to * params.classes + count] = vec2(sort_key(logit), place);
      count++;
    }
  }
  if (count > 0u) {
    let middle = vec2(f32(cell % params.width), f32(cell / params.width)) + 0.5;
    let start = cell * 4u * BINS;
    let near = middle - vec2(mean_bin(start), mean_bin(start + BINS));
    let far = middle + vec2(mean_bin(start + 2u * BINS), mean_bin(start + 3u * BINS));
    let sides = vec2(f32(params.width), f32(params.height));
    let box = clamp(vec4(near / sides, far / sides), vec4(0.0), vec4(1.0));
    cell_boxes[to] = box;
    if (!(box.z > box.x && box.w > box.y)) { count = 0u; }
  }
  counts[to] = count;
}
