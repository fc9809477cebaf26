// What the strongest boxes of the detection heads say of each proposal:
// evidence[i, k] = log(floor + max over boxes of class k of score·IoU(box, proposal i)), the maximum over none being 0.
//
// One thread a proposal and class. A maximum does not depend on the order of the boxes.

struct Params {
  proposals: u32,
  classes: u32,
  candidates: u32,
  floor: f32,
}

@group(0) @binding(0) var<storage, read> boxes: array<vec4<f32>>;          // (proposals,), x0 y0 x1 y1, shares of the photo
@group(0) @binding(1) var<storage, read> strongest: array<vec4<f32>>;      // (candidates, 2): box; score, class, 0, 0
@group(0) @binding(2) var<storage, read_write> evidence: array<f32>;       // (proposals, classes)
@group(0) @binding(3) var<uniform> params: Params;

fn area(box: vec4<f32>) -> f32 {
  return (box.z - box.x) * (box.w - box.y);
}

fn iou(a: vec4<f32>, b: vec4<f32>) -> f32 {
  let sides = min(a.zw, b.zw) - max(a.xy, b.xy);
  if (sides.x <= 0.0 || sides.y <= 0.0) { return 0.0; }
  let overlap = sides.x * sides.y;
  return overlap / (area(a) + area(b) - overlap);
}

@compute @workgroup_size(64)
fn main(@builtin(global_invocation_id) id: vec3<u32>) {
  let at = id.x;
  if (at >= params.proposals * params.classes) { return; }
  let box = boxes[at / params.classes];
  let class_wanted = f32(at % params.classes);
  var best = 0.0;
  for (var i = 0u; i < params.candidates; i++) {
    let seen = strongest[i * 2u + 1u];
    if (seen.y == class_wanted) { best = max(best, seen.x * iou(box, strongest[i * 2u])); }
  }
  evidence[at] = log(best + params.floor);
}
