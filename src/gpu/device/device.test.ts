import { describe, expect, test } from 'vitest';
import { nodeGpu } from '../../tools/dawn.ts';
import { requestAdapter } from './adapter.ts';
import { NEEDED_LIMITS, openDevice, tooSmallLimit } from './device.ts';

test('limits that are all large enough are no obstacle, and the first that is not is named with its number', () => {
  expect(tooSmallLimit(NEEDED_LIMITS)).toBeNull();
  expect(tooSmallLimit({ ...NEEDED_LIMITS, maxBufferSize: 1000 })).toBe('maxBufferSize is 1000, needed 134217728');
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
  },
);
