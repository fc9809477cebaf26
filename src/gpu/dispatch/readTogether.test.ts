import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { nodeGpu } from '../../tools/dawn.ts';
import { requestAdapter } from '../device/adapter.ts';
import { type OwnedDevice, openDevice } from '../device/device.ts';
import { packBits } from '../kernels/packBits/packBits.ts';
import * as tf from '../tfjs/tfjs.ts';
import { readTogether } from './readTogether.ts';
import { trimFreeBuffers } from './trimFreeBuffers.ts';

const { missing } = await nodeGpu();

async function readsAll(): Promise<void> {
  const tensors = tf.tidy(() => {
    const x = tf.tensor2d([
      [0.5, -1, 2],
      [3, -4, 5],
    ]);
    return [tf.add(x, 1), packBits(x, 0), tf.tensor1d([7, 8]), tf.zeros([0, 3]), tf.scalar(9)];
  });
  const read = await readTogether(tensors);
  expect(read).toEqual([
    Float32Array.of(1.5, 0, 3, 4, -3, 6),
    Int32Array.of(0b101, 0b101),
    Float32Array.of(7, 8),
    new Float32Array(0),
    Float32Array.of(9),
  ]);
  tf.dispose(tensors);
}

test('on the CPU all tensors are read, and a tensor of another kind is refused', async () => {
  await tf.setBackend('cpu');
  await readsAll();
  await expect(readTogether([tf.tensor1d([true], 'bool')])).rejects.toThrow(
    'readTogether: got a tensor of bool, wanted float32 or int32',
  );
});

describe.skipIf(missing !== null)(`on WebGPU${missing === null ? '' : ` (skipped: ${missing})`}`, () => {
  let owned: OwnedDevice;
  beforeAll(async () => {
    owned = await openDevice(await requestAdapter());
    await owned.use();
  });
  afterAll(async () => {
    await tf.setBackend('cpu');
    owned.destroy();
  });

  test('computed, uploaded, empty and CPU-held tensors come back together', readsAll, 120_000);

  test('free buffers of sizes that came once are given back, and the rest works on', async () => {
    for (let size = 1000; size < 1030; size++) {
      const doubled = tf.tidy(() => tf.mul(tf.ones([size]), 2));
      await readTogether([doubled]);
      doubled.dispose();
    }
    const { bufferManager } = owned.backend;
    const free = bufferManager.numBytesAllocated - bufferManager.numBytesUsed;
    expect(free).toBeGreaterThan(100_000);
    expect(trimFreeBuffers(owned.backend, 50_000)).toBeGreaterThan(50_000);
    expect(bufferManager.numBytesAllocated - bufferManager.numBytesUsed).toBeLessThanOrEqual(50_000);
    await readsAll();
  }, 120_000);
});
