import { describe, expect, test, vi } from 'vitest';
import { nodeGpu } from '../../tools/dawn.ts';
import * as tf from '../tfjs/tfjs.ts';
import { requestAdapter } from './adapter.ts';
import { NEEDED_LIMITS, openDevice, tooSmallLimit } from './device.ts';

test('limits that are all large enough are no obstacle, and the first that is not is named with its number', () => {
  expect(tooSmallLimit(NEEDED_LIMITS)).toBeNull();
  expect(tooSmallLimit({ ...NEEDED_LIMITS, maxBufferSize: 1000 })).toBe('maxBufferSize is 1000, needed 134217728');
});

/** https://www.w3.org/TR/webgpu/#limits, the column of defaults. */
const WEBGPU_DEFAULTS: Readonly<Record<keyof typeof NEEDED_LIMITS, number>> = {
  maxStorageBufferBindingSize: 134_217_728,
  maxBufferSize: 268_435_456,
  maxComputeInvocationsPerWorkgroup: 256,
  maxComputeWorkgroupStorageSize: 16_384,
  maxComputeWorkgroupsPerDimension: 65_535,
  maxStorageBuffersPerShaderStage: 8,
};

test('nothing that is needed is beyond what every device of WebGPU has', () => {
  expect(tooSmallLimit(WEBGPU_DEFAULTS)).toBeNull();
});

const { missing } = await nodeGpu();

describe.skipIf(missing !== null)(
  `a device of Dawn's in Node${missing === null ? '' : ` (skipped: ${missing})`}`,
  () => {
    test('loss is told once to each listener, and at once to one that comes late', async () => {
      const owned = await openDevice(await requestAdapter());
      owned.throwIfLost();
      const told: string[] = [];
      owned.onLost(() => told.push('unsubscribed'))();
      const lost = new Promise<void>((resolve) =>
        owned.onLost(({ reason }) => {
          told.push(reason);
          resolve();
        }),
      );
      owned.destroy();
      await lost;
      owned.onLost(() => told.push('late'));
      expect(told).toEqual(['destroyed', 'late']);
      expect(() => owned.throwIfLost()).toThrow('The GPU device was lost (destroyed)');
    });

    test('a validation error that no scope caught reaches the listener', async () => {
      const owned = await openDevice(await requestAdapter());
      const error = new Promise<GPUError>((resolve) => owned.onError(resolve));
      owned.device.createBuffer({ size: 16, usage: GPUBufferUsage.MAP_READ | GPUBufferUsage.STORAGE });
      expect((await error).message).toContain('usage');
      owned.destroy();
    });

    test('tfjs computes on the device that was opened, and on no other, as often as one is opened', async () => {
      const { requestDevice } = GPUAdapter.prototype;
      const submit = vi.spyOn(GPUQueue.prototype, 'submit');
      const devices: GPUDevice[] = [];
      GPUAdapter.prototype.requestDevice = async function (descriptor) {
        const device = await requestDevice.call(this, descriptor);
        devices.push(device);
        return device;
      };
      // As in a browser, where tfjs registers a factory with a device of its own.
      const theirs = vi.fn(() => Promise.reject(new Error('a device of its own')));
      tf.registerBackend('webgpu', theirs, 3);
      try {
        for (let round = 1; round <= 2; round++) {
          const owned = await openDevice(await requestAdapter());
          await owned.use();
          expect(tf.backend()).toBe(owned.backend);
          submit.mockClear();
          expect([...(await tf.matMul(tf.ones([9, 9]), tf.ones([9, 1])).data())]).toEqual(new Array(9).fill(9));
          expect(new Set(submit.mock.contexts)).toEqual(new Set([owned.device.queue]));
          owned.destroy();
          expect(devices).toHaveLength(round);
          // Nothing is behind the name any more that could be started.
          expect(tf.findBackendFactory('webgpu')).toBeNull();
        }
      } finally {
        GPUAdapter.prototype.requestDevice = requestDevice;
        submit.mockRestore();
      }
      expect(theirs).not.toHaveBeenCalled();
    });

    test('work during which the device reports an error has failed, whatever it returned; the next work is judged by itself', async () => {
      const owned = await openDevice(await requestAdapter());
      const wrong = (): void =>
        void owned.device.createBuffer({ size: 16, usage: GPUBufferUsage.MAP_READ | GPUBufferUsage.STORAGE });
      await expect(
        owned.checked(async () => {
          wrong();
          return 'a code';
        }),
      ).rejects.toMatchObject({ name: 'GpuFailed', message: expect.stringContaining('usage') });
      expect(await owned.checked(async () => 'a code')).toBe('a code');
      await expect(owned.checked(() => Promise.reject(new Error('odd')))).rejects.toMatchObject({
        name: 'GpuFailed',
        message: 'odd',
      });
      // An error that nobody was there to hear spoils what comes after.
      const heard = new Promise((resolve) => owned.onError(resolve));
      wrong();
      await heard;
      await expect(owned.checked(async () => 'a code')).rejects.toMatchObject({ name: 'GpuFailed' });
      owned.destroy();
    });

    test('an error that comes of a loss is a loss, however late that is told', async () => {
      const owned = await openDevice(await requestAdapter());
      const staging = owned.device.createBuffer({ size: 16, usage: GPUBufferUsage.MAP_READ });
      await expect(
        owned.checked(async () => {
          const mapped = staging.mapAsync(GPUMapMode.READ);
          owned.device.destroy();
          await mapped;
          await staging.mapAsync(GPUMapMode.READ);
        }),
      ).rejects.toMatchObject({ name: 'DeviceLost' });
      await expect(owned.checked(async () => 'a code')).rejects.toMatchObject({ name: 'DeviceLost' });
      owned.destroy();
    });
  },
);
