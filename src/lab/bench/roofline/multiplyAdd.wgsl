// The most multiply-adds that the card can do: every thread keeps eight independent chains v = v·factor + step going in registers, so that
// neither memory nor one result's wait for the next stands in the way.
// Threads: x is the thread; it writes one number, so that nothing can be left out.

struct Params {
  steps: u32,
  factor: f32,
  step: f32,
}

@group(0) @binding(0) var<storage, read> start: array<f32>;        // (1,)
@group(0) @binding(1) var<storage, read_write> output: array<f32>; // (threads,)
@group(0) @binding(2) var<uniform> params: Params;

@compute @workgroup_size(64)
fn main(@builtin(global_invocation_id) id: vec3<u32>) {
  let factor = vec4(params.factor);
  let step = vec4(params.step);
  var a = vec4(start[0] + f32(id.x));
  var b = a + 1.0;
  var c = a + 2.0;
  var d = a + 3.0;
  var e = a + 4.0;
  var f = a + 5.0;
  var g = a + 6.0;
  var h = a + 7.0;
  for (var i = 0u; i < params.steps; i++) {
    a = fma(a, factor, step);
    b = fma(b, factor, step);
    c = fma(c, factor, step);
    d = fma(d, factor, step);
    e = fma(e, factor, step);
    f = fma(f, factor, step);
    g = fma(g, factor, step);
    h = fma(h, factor, step);
  }
  let sum = a + b + c + d + e + f + g + h;
  output[id.x] = sum.x + sum.y + sum.z + sum.w;
}
