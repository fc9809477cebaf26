import { describe, expect, test } from 'vitest';
import { nodeGpu } from '../../tools/dawn.ts';
import { EXACT, type KernelCases } from '../kernels/kernelCase.ts';
import { packBitsCases } from '../kernels/packBits/packBits.cases.ts';
import * as tf from '../tfjs/tfjs.ts';
import { requestAdapter } from './adapter.ts';
import { openDevice } from './device.ts';
import { numericProbe } from './numericProbe.ts';

const { missing } = await nodeGpu();

describe.skipIf(missing !== null)(
  `the numeric probe on WebGPU${missing === null ? '' : ` (skipped: ${missing})`}`,
  () => {
    test('passes a device that computes right, and names the kernel and the number where one is wrong', async () => {
      const owned = await openDevice(await requestAdapter());
      await owned.use();
      expect(await numericProbe(owned.device, [packBitsCases])).toBeNull();
      const wrong: KernelCases = {
        kernel: 'off by one',
        tolerance: EXACT,
        cases: [
          {
            name: 'sum',
            run: () => [tf.add(tf.tensor1d([1, 2]), tf.tensor1d([1, 2]))],
            expected: () => [Float32Array.of(2, 5)],
          },
        ],
      };
      expect(await numericProbe(owned.device, [wrong])).toBe('off by one: output 0: number 1: got 4, wanted 5');
      await tf.setBackend('cpu');
      owned.destroy();
    }, 180_000);
  },
);
