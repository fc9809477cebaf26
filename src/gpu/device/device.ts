import { ConvolutionChoice, setConvolutionChoice } from '../kernels/fusedConvolution/convolutionVariant.ts';
import { findBackend, registerBackend, removeBackend } from '../tfjs/tfjs.ts';
import { WebGPUBackend } from '../tfjs/webgpuBackend.ts';
import { isFallback } from './adapter.ts';
import { DeviceLost, GpuUnavailable } from './errors.ts';

/** What the network needs at least: the largest buffer is the feature map or the weights of one layer, with room to spare. */
export const NEEDED_LIMITS = {
  maxStorageBufferBindingSize: 128 * 2 ** 20,
  maxBufferSize: 128 * 2 ** 20,
  maxComputeInvocationsPerWorkgroup: 256,
  maxComputeWorkgroupStorageSize: 16_384,
  maxComputeWorkgroupsPerDimension: 65_535,
  maxStorageBuffersPerShaderStage: 8,
} as const;

type LimitName = keyof typeof NEEDED_LIMITS;

/** Taken where the adapter has them. */
const WANTED_FEATURES: readonly GPUFeatureName[] = ['timestamp-query'];

export interface LostInfo {
  readonly reason: GPUDeviceLostReason;
  readonly message: string;
}

/** The GPUDevice of this realm, ours from request to destruction; tfjs works on it too. */
export interface OwnedDevice {
  readonly device: GPUDevice;
  readonly backend: WebGPUBackend;
  /** Vendor and model as far as the browser tells. */
  readonly description: string;
  /** A software adapter: right numbers, but slower than WASM. */
  readonly fallback: boolean;
  /** Calls back once when the device is lost, at once if it is lost already; returns how to stop listening. */
  onLost(listener: (info: LostInfo) => void): () => void;
  /** Calls back for each validation, internal or out-of-memory error that no scope caught. */
  onError(listener: (error: GPUError) => void): () => void;
  /** @throws DeviceLost when the device is gone; to be called where a long computation goes on. */
  throwIfLost(): void;
  /** Destroys the device with all buffers on it, and takes the backend out of tfjs. */
  destroy(): void;
}

function describe(info: GPUAdapterInfo): string {
  return (
    [info.vendor, info.architecture, info.device, info.description].filter((part) => part !== '').join(' ') ||
    'unnamed adapter'
  );
}

/** The first limit that is too small, as a sentence; null when all will do. */
export function tooSmallLimit(limits: Readonly<Record<LimitName, number>>): string | null {
  for (const [name, needed] of Object.entries(NEEDED_LIMITS)) {
    const got = limits[name as LimitName];
    if (got < needed) return `${name} is ${got}, needed ${needed}`;
  }
  return null;
}

/**
 * Requests a device, puts a tfjs backend on it and registers that as 'webgpu' instead of tfjs's own (which would ask for a
 * device of its own). The caller makes it the one in force with `tf.setBackend('webgpu')`.
 * @throws GpuUnavailable when a limit is too small or the adapter gives no device.
 */
export async function openDevice(adapter: GPUAdapter): Promise<OwnedDevice> {
  const small = tooSmallLimit(adapter.limits);
  if (small !== null) throw new GpuUnavailable(`The adapter's limits are too small: ${small}`);
  const requiredLimits: Record<string, number> = {};
  for (const name of Object.keys(NEEDED_LIMITS)) requiredLimits[name] = adapter.limits[name as LimitName];
  let device: GPUDevice;
  try {
    device = await adapter.requestDevice({
      requiredFeatures: WANTED_FEATURES.filter((feature) => adapter.features.has(feature)),
      requiredLimits,
    });
  } catch (cause) {
    throw new GpuUnavailable('The adapter gives no device', { cause });
  }

  const backend = new WebGPUBackend(device, adapter.info);
  if (findBackend('webgpu') !== null) removeBackend('webgpu');
  registerBackend('webgpu', () => backend, 0);

  setConvolutionChoice(device, new ConvolutionChoice(isFallback(adapter) ? 'registers' : 'tiled'));

  let lost: LostInfo | null = null;
  const listeners = new Set<(info: LostInfo) => void>();
  void device.lost.then(({ reason, message }) => {
    lost = { reason, message };
    for (const listener of [...listeners]) listener(lost);
    listeners.clear();
  });

  return {
    device,
    backend,
    description: describe(adapter.info),
    fallback: isFallback(adapter),
    onLost(listener) {
      if (lost !== null) {
        listener(lost);
        return () => {};
      }
      listeners.add(listener);
      return () => void listeners.delete(listener);
    },
    onError(listener) {
      const forward = ({ error }: GPUUncapturedErrorEvent): void => listener(error);
      device.addEventListener('uncapturederror', forward);
      return () => device.removeEventListener('uncapturederror', forward);
    },
    throwIfLost() {
      if (lost !== null) throw new DeviceLost(`The GPU device was lost (${lost.reason}): ${lost.message}`);
    },
    destroy() {
      device.destroy();
      if (findBackend('webgpu') === backend) removeBackend('webgpu');
    },
  };
}
