import type { BrowserContext, Page, Worker } from '@playwright/test';
import { workerNamed } from '../harness/workerNamed.ts';

/** What a test sees of the GPU in the app's worker, and what it may do to it. */
export interface WorkerGpu {
  /** In the order in which they were requested. */
  readonly devices: { readonly device: GPUDevice; submits: number }[];
  /** When an engine was told to be ready, milliseconds on the worker's clock. */
  readonly engines: { readonly engine: string; readonly interim: boolean; readonly at: number }[];
  /** The submission, counted from now, in whose place the GPU gets an invalid one; 0 for none. */
  spoilSubmit: number;
  /** The submission, counted from now, after which the device is destroyed; 0 for none. */
  destroyAfterSubmit: number;
  /** When a device was destroyed, on the worker's clock, and whether it was that of the engine in use. */
  readonly destroyed: { readonly at: number; readonly inUse: boolean }[];
}

declare global {
  var workerGpu: WorkerGpu | undefined;
}

/** Put before the worker's own script by the test's server; the app knows nothing of it. Self-contained: it runs in the worker. */
function watchGpu(wrongKernel: string, defaultsAlone: boolean): void {
  const gpu: WorkerGpu = { devices: [], engines: [], spoilSubmit: 0, destroyAfterSubmit: 0, destroyed: [] };
  globalThis.workerGpu = gpu;

  const { requestDevice } = GPUAdapter.prototype;
  GPUAdapter.prototype.requestDevice = async function (descriptor) {
    const device = await requestDevice.call(this, defaultsAlone ? { label: descriptor?.label ?? '' } : descriptor);
    gpu.devices.push({ device, submits: 0 });
    return device;
  };

  const { submit } = GPUQueue.prototype;
  GPUQueue.prototype.submit = function (commands) {
    const owner = gpu.devices.find(({ device }) => device.queue === this);
    if (!owner) throw new Error('A submission on a device that nobody requested');
    owner.submits++;
    if (gpu.spoilSubmit > 0 && --gpu.spoilSubmit === 0) {
      // What an invalid pipeline makes of it: nothing of the submission runs.
      const encoder = owner.device.createCommandEncoder();
      encoder.popDebugGroup();
      submit.call(this, [encoder.finish()]);
      return undefined;
    }
    submit.call(this, commands);
    if (gpu.destroyAfterSubmit > 0 && --gpu.destroyAfterSubmit === 0) {
      gpu.destroyed.push({ at: performance.now(), inUse: gpu.engines.at(-1)?.engine === 'webgpu' });
      owner.device.destroy();
    }
    return undefined;
  };

  const { createShaderModule } = GPUDevice.prototype;
  GPUDevice.prototype.createShaderModule = function (descriptor) {
    const wrong = wrongKernel !== '' && descriptor.label === wrongKernel;
    const code = wrong ? descriptor.code.replace('> 0.0', '< 0.0') : descriptor.code;
    return createShaderModule.call(this, { ...descriptor, code });
  };

  const tell = self.postMessage.bind(self);
  self.postMessage = (message: unknown, ...rest: unknown[]) => {
    const { change } = message as {
      readonly change?: {
        readonly kind: string;
        readonly engine?: { readonly engine: string; readonly interim?: true };
      };
    };
    if (change?.kind === 'engine' && change.engine)
      gpu.engines.push({
        engine: change.engine.engine,
        interim: change.engine.interim === true,
        at: performance.now(),
      });
    return Reflect.apply(tell, self, [message, ...rest]);
  };
}

export interface Meddling {
  /** Label of a kernel that computes the opposite. */
  readonly wrongKernel?: string;
  /** Every device is requested without a limit or a feature. */
  readonly defaultsAlone?: boolean;
}

/** From now on every worker of the app in this context can be watched and meddled with. Service workers must be blocked. */
export async function watchWorkers(
  context: BrowserContext,
  { wrongKernel = '', defaultsAlone = false }: Meddling = {},
): Promise<void> {
  await context.route(/\/worker-[^/]*\.js$/, async (route) => {
    const response = await route.fetch();
    const hook = `(${watchGpu.toString()})(${JSON.stringify(wrongKernel)}, ${defaultsAlone});\n`;
    await route.fulfill({ response, body: hook + (await response.text()) });
  });
}

/** The app's worker. */
export function appWorker(page: Page): Promise<Worker> {
  return workerNamed(page, 'facet ');
}

/** Devices requested since the worker started, by their label and the number of submissions on each. */
export async function gpuUse(page: Page): Promise<{ readonly label: string; readonly submits: number }[]> {
  return (await appWorker(page)).evaluate(() =>
    globalThis.workerGpu!.devices.map(({ device, submits }) => ({ label: device.label, submits })),
  );
}

export async function spoilSubmit(page: Page, nth: number): Promise<void> {
  return (await appWorker(page)).evaluate((at) => {
    globalThis.workerGpu!.spoilSubmit = at;
  }, nth);
}

export async function destroyAfterSubmit(page: Page, nth: number): Promise<void> {
  return (await appWorker(page)).evaluate((at) => {
    globalThis.workerGpu!.destroyAfterSubmit = at;
  }, nth);
}

/** How many devices were destroyed so far. */
export async function losses(page: Page): Promise<number> {
  return (await appWorker(page)).evaluate(() => globalThis.workerGpu!.destroyed.length);
}

/** Whether WASM stands in for a GPU that is being built anew. */
export async function isInterim(page: Page): Promise<boolean> {
  return (await appWorker(page)).evaluate(() => globalThis.workerGpu!.engines.at(-1)?.interim === true);
}

/** From each loss of the device of the engine in use to the engine that came of it, milliseconds. */
export async function recoveries(page: Page): Promise<number[]> {
  return (await appWorker(page)).evaluate(() => {
    const { destroyed, engines } = globalThis.workerGpu!;
    return destroyed
      .filter(({ inUse }) => inUse)
      .map((lost) => (engines.find(({ at }) => at > lost.at)?.at ?? Infinity) - lost.at);
  });
}
