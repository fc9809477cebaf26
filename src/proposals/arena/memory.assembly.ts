/** Element `index` of the float32 array at `at`. */
// @ts-ignore: decorators are AssemblyScript's own
@inline
export function f(at: usize, index: i32): f64 {
  return <f64>load<f32>(at + (<usize>index << 2));
}

/** Element `index` of the int32 array at `at`. */
// @ts-ignore
@inline
export function int(at: usize, index: i32): i32 {
  return load<i32>(at + (<usize>index << 2));
}

// @ts-ignore
@inline
export function setF(at: usize, index: i32, value: f64): void {
  store<f32>(at + (<usize>index << 2), <f32>value);
}

// @ts-ignore
@inline
export function setInt(at: usize, index: i32, value: i32): void {
  store<i32>(at + (<usize>index << 2), value);
}
