// x[0] += factor · output[0] with a factor of zero: changes nothing, but ties what reads x next to what wrote the output, so that a GPU
// that works on several dispatches at once has to finish the one before it begins the next, as it must from layer to layer.

struct Params {
  factor: f32,
}

@group(0) @binding(0) var<storage, read> output: array<f32>;
@group(0) @binding(1) var<storage, read_write> x: array<f32>;
@group(0) @binding(2) var<uniform> params: Params;

@compute @workgroup_size(1)
fn main() {
  x[0] = x[0] + params.factor * output[0];
}
