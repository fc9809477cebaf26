import { KERNEL_CASES } from '../kernels/suite.ts';
import { setBackend } from '../tfjs/tfjs.ts';
import { type OwnedDevice, openDevice } from './device.ts';
import { GpuUnavailable } from './errors.ts';
import { numericProbe } from './numericProbe.ts';
import { compileKernels } from './registration.ts';

/**
 * A device of the adapter with tfjs's backend on it in force, its kernels compiled and its numbers checked. In a file of its own, with
 * all that a GPU needs: a machine without one never loads it.
 * @param onStep told what is being done, in words for a person
 * @throws GpuUnavailable when the adapter's limits are too small, it gives no device, or the device gives wrong numbers.
 */
export async function openGpu(adapter: GPUAdapter, onStep: (step: string) => void): Promise<OwnedDevice> {
  const device = await openDevice(adapter);
  try {
    await setBackend('webgpu');
    // A software adapter takes seconds to compile what it may never run, and is the one that the kernels' tests run on.
    if (!device.fallback)
      await compileKernels(device.device, (done, all) => onStep(`Compiling GPU kernels: ${done} of ${all}`));
    onStep('Checking what the GPU computes');
    const wrong = await numericProbe(device.device, device.fallback ? [] : KERNEL_CASES);
    if (wrong !== null) throw new GpuUnavailable(`The GPU computes wrong numbers (${wrong})`);
  } catch (error) {
    device.destroy();
    throw error instanceof GpuUnavailable
      ? error
      : new GpuUnavailable(`The GPU failed its first computation: ${String(error)}`, { cause: error });
  }
  return device;
}
