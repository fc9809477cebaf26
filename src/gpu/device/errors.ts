/** There is no WebGPU device to be had, or none that can do the work; the caller goes to WASM. */
export class GpuUnavailable extends Error {
  override readonly name = 'GpuUnavailable';
}

/** The device went away under the work; the caller rebuilds and repeats it. */
export class DeviceLost extends Error {
  override readonly name = 'DeviceLost';
}

/** Work on the GPU went wrong, so nothing that came of it is to be trusted; the caller rebuilds and repeats it. */
export class GpuFailed extends Error {
  override readonly name = 'GpuFailed';
}

/** Whether an error speaks of the GPU and not of what it was given. By name: classes do not survive a bundle's chunks and workers. */
export function isGpuFailure(error: unknown): error is Error {
  return error instanceof Error && (error.name === 'DeviceLost' || error.name === 'GpuFailed');
}
