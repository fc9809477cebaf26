/** There is no WebGPU device to be had, or none that can do the work; the caller goes to WASM. */
export class GpuUnavailable extends Error {
  override readonly name = 'GpuUnavailable';
}

/** The device went away under the work; the caller rebuilds and repeats it. */
export class DeviceLost extends Error {
  override readonly name = 'DeviceLost';
}
