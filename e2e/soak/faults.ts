import { workerNamed } from '../harness/workerNamed.ts';
import '../webgpu/workerGpu.ts';
import type { Session } from './session.ts';

/** What befalls a run. Resolves when the app is open again, or goes on by itself. */
export interface Fault {
  readonly name: string;
  strike(session: Session): Promise<void>;
}

/** No room for another byte, and after a while room again. */
async function fillDisk(session: Session): Promise<void> {
  const protocol = await session.context.newCDPSession(session.page);
  const { origin } = new URL(session.page.url());
  await protocol.send('Storage.overrideQuotaForOrigin', { origin, quotaSize: 1 });
  await session.page.waitForTimeout(2000);
  await protocol.send('Storage.overrideQuotaForOrigin', { origin });
  await protocol.detach();
}

export const FAULTS: readonly Fault[] = [
  {
    name: 'browser killed (SIGKILL)',
    async strike(session) {
      await session.kill();
      await session.open();
    },
  },
  { name: 'tab reloaded', strike: (session) => session.facet.reload() },
  {
    name: 'tab crashed',
    async strike(session) {
      const protocol = await session.context.newCDPSession(session.page);
      const crashed = session.page.waitForEvent('crash');
      // Nobody answers.
      void protocol.send('Page.crash').catch(() => {});
      await crashed;
      await session.newTab();
    },
  },
  {
    name: 'background worker ended',
    async strike({ page }) {
      const worker = await workerNamed(page, 'facet ');
      await worker.evaluate(() => self.close()).catch(() => {});
    },
  },
  {
    name: 'preparing worker ended',
    async strike({ page }) {
      // There may be none between two photos.
      const worker = await workerNamed(page, 'facet-prepare ').catch(() => null);
      await worker?.evaluate(() => self.close()).catch(() => {});
    },
  },
  { name: 'storage full for two seconds', strike: fillDisk },
  {
    name: 'transaction aborted by the browser',
    async strike({ page }) {
      const worker = await workerNamed(page, 'facet ');
      await worker.evaluate(() => {
        const { put } = IDBObjectStore.prototype;
        IDBObjectStore.prototype.put = function (...row: Parameters<typeof put>) {
          IDBObjectStore.prototype.put = put;
          const request = put.apply(this, row);
          this.transaction.abort();
          return request;
        };
      });
    },
  },
];

/** Another of the GPU's losses than that of its whole process: the device alone goes. */
async function destroyDevice({ page }: Session): Promise<void> {
  const worker = await workerNamed(page, 'facet ');
  await worker.evaluate(() => {
    const gpu = globalThis.workerGpu;
    gpu?.destroyed.push({ at: performance.now(), inUse: gpu.engines.at(-1)?.engine === 'webgpu' });
    gpu?.devices.at(-1)?.device.destroy();
  });
}

/** On WebGPU alone. The app goes on, on a rebuilt engine or on WASM. */
export const GPU_FAULTS: readonly Fault[] = [
  { name: 'GPU device destroyed', strike: destroyDevice },
  {
    name: 'GPU device destroyed, and the one after it while it is being built',
    async strike(session) {
      await destroyDevice(session);
      await session.page.waitForTimeout(1500);
      await destroyDevice(session);
    },
  },
  {
    name: 'GPU process crashed',
    async strike({ context }) {
      const protocol = await context.browser()?.newBrowserCDPSession();
      await protocol?.send('Browser.crashGpuProcess').catch(() => {});
    },
  },
];
