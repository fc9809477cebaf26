import { inErrorScopes } from '../dispatch/errorScopes.ts';
import { ConvolutionChoice, setConvolutionChoice } from '../kernels/fusedConvolution/convolutionVariant.ts';
import { backend as backendInForce, setBackend } from '../tfjs/tfjs.ts';
import { registerOurs } from '../tfjs/tfjsWebgpu.ts';
import { WebGPUBackend } from '../tfjs/webgpuBackend.ts';
import { isFallback } from './adapter.ts';
import { DeviceLost, GpuFailed, GpuUnavailable } from './errors.ts';

/**
 * All that the network needs of a device, and all that is asked for, on every adapter: WebGPU's own defaults or less, so that every
 * conforming adapter has it, and what would go beyond fails in the first test on any machine. The largest buffer is the feature map or
 * the weights of one layer, with room to spare.
 */
export const NEEDED_LIMITS = {
  maxStorageBufferBindingSize: 128 * 2 ** 20,
  maxBufferSize: 128 * 2 ** 20,
  maxComputeInvocationsPerWorkgroup: 256,
  maxComputeWorkgroupStorageSize: 16_384,
  maxComputeWorkgroupsPerDimension: 65_535,
  maxStorageBuffersPerShaderStage: 8,
} as const;

type LimitName = keyof typeof NEEDED_LIMITS;

/** Taken where the adapter has them, for measuring; nothing needs them. */
const WANTED_FEATURES: readonly GPUFeatureName[] = ['timestamp-query'];

/** Chromium tells a loss 240 ms after the first error that comes of it. */
const VERDICT_MS = 500;

/** Of the device, in the browser's own diagnostics. */
const DEVICE_LABEL = 'Facet';

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
  /**
   * Makes tfjs compute on this device.
   * @throws GpuUnavailable when tfjs computes on another one after all.
   */
  use(): Promise<void>;
  /**
   * Runs work on the GPU, one piece at a time. WebGPU reports errors beside the numbers, which come all the same, so a result counts only
   * when the device had nothing to say.
   * @throws DeviceLost; GpuFailed when the device reported an error during the work or since it was opened, or the work threw.
   */
  checked<T>(work: () => Promise<T>): Promise<T>;
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
 * Requests a device and puts a tfjs backend on it, the only one that tfjs has for WebGPU; `use` makes it the one in force.
 * @param features asked for where the adapter has them
 * @throws GpuUnavailable when a limit is too small or the adapter gives no device.
 */
export async function openDevice(
  adapter: GPUAdapter,
  features: readonly GPUFeatureName[] = WANTED_FEATURES,
): Promise<OwnedDevice> {
  const small = tooSmallLimit(adapter.limits);
  if (small !== null) throw new GpuUnavailable(`The adapter's limits are too small: ${small}`);
  let device: GPUDevice;
  try {
    device = await adapter.requestDevice({
      label: DEVICE_LABEL,
      requiredFeatures: features.filter((feature) => adapter.features.has(feature)),
      requiredLimits: NEEDED_LIMITS,
    });
  } catch (cause) {
    throw new GpuUnavailable('The adapter gives no device', { cause });
  }

  const backend = new WebGPUBackend(device, adapter.info);
  const unregister = registerOurs(backend);

  setConvolutionChoice(device, new ConvolutionChoice(isFallback(adapter) ? 'registers' : 'tiled'));

  let lost: LostInfo | null = null;
  const listeners = new Set<(info: LostInfo) => void>();
  void device.lost.then(({ reason, message }) => {
    lost = { reason, message };
    for (const listener of [...listeners]) listener(lost);
    listeners.clear();
  });
  let uncaught: string | null = null;
  device.addEventListener('uncapturederror', ({ error }) => {
    uncaught ??= error.message;
  });

  const throwIfLost = (): void => {
    if (lost !== null) throw new DeviceLost(`The GPU device was lost (${lost.reason}): ${lost.message}`);
  };

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
    async use() {
      if (!(await setBackend('webgpu')) || backendInForce() !== backend)
        throw new GpuUnavailable('tfjs computes on another GPU device than the one that was opened for it');
    },
    async checked(work) {
      throwIfLost();
      const { result, errors } = await inErrorScopes(device, work);
      const said = errors[0] ?? uncaught;
      // What a dying device makes fail fails before its loss is told: the error waits for that verdict.
      if (said !== null || result.status === 'rejected')
        await Promise.race([device.lost, new Promise((resolve) => setTimeout(resolve, VERDICT_MS))]);
      throwIfLost();
      if (said !== null) throw new GpuFailed(`The GPU reported an error: ${said.split('\n')[0]}`);
      if (result.status === 'fulfilled') return result.value;
      const { reason }: { readonly reason: unknown } = result;
      throw new GpuFailed(reason instanceof Error ? reason.message : String(reason), { cause: reason });
    },
    throwIfLost,
    destroy() {
      device.destroy();
      unregister();
    },
  };
}
