import { KERNEL_CASES } from '../kernels/suite.ts';
import { type OwnedDevice, openDevice } from './device.ts';
import { GpuUnavailable } from './errors.ts';
import { numericProbe } from './numericProbe.ts';
import { compileKernels } from './registration.ts';

/** Adapters, by description, on whose device every kernel gave what its reference says: not tried again when a lost one is replaced. */
const proven = new Set<string>();

/** @throws GPUPipelineError where a kernel does not compile; GpuUnavailable where one computes something else. */
async function proveKernels(device: OwnedDevice, onStep: (step: string) => void): Promise<void> {
  if (proven.has(device.description)) return;
  // A software adapter takes seconds to compile what it may never run, and is the one that the kernels' tests run on.
  if (!device.fallback)
    await compileKernels(device.device, (done, all) => onStep(`Compiling GPU kernels: ${done} of ${all}`));
  onStep('Checking what the GPU computes');
  const wrong = await numericProbe(device.device, device.fallback ? [] : KERNEL_CASES);
  if (wrong !== null) throw new GpuUnavailable(`The GPU computes wrong numbers (${wrong})`);
  proven.add(device.description);
}

/**
 * A device of the adapter with tfjs's backend on it in force, and its kernels' numbers checked; the whole network's are checked once it
 * is loaded. In a file of its own, with all that a GPU needs: a machine without one never loads it.
 * @param onStep told what is being done, in words for a person
 * @throws GpuUnavailable when the adapter's limits are too small, it gives no device, or the device gives wrong numbers.
 */
export async function openGpu(adapter: GPUAdapter, onStep: (step: string) => void): Promise<OwnedDevice> {
  const device = await openDevice(adapter);
  try {
    await device.use();
    await proveKernels(device, onStep);
  } catch (error) {
    device.destroy();
    throw error instanceof GpuUnavailable
      ? error
      : new GpuUnavailable(`The GPU failed its first computation: ${String(error)}`, { cause: error });
  }
  return device;
}
