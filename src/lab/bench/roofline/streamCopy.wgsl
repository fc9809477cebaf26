// The most bytes that the card can move: output[i] = input[i], four numbers a thread, neighbours side by side.
// Threads: x is the quad.

@group(0) @binding(0) var<storage, read> input: array<vec4<f32>>;        // (quads,)
@group(0) @binding(1) var<storage, read_write> output: array<vec4<f32>>; // (quads,)

@compute @workgroup_size(256)
fn main(@builtin(global_invocation_id) id: vec3<u32>) {
  if (id.x < arrayLength(&input)) { output[id.x] = input[id.x]; }
}
