import * as tf from '@tensorflow/tfjs';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import '@tensorflow/tfjs-backend-wasm';
import { requestAdapter } from '../adapter.ts';
import { openDevice, type OwnedDevice } from '../device.ts';
import { nodeGpu } from '../node/dawn.ts';
import type { KernelCases } from './kernelCase.ts';
import { runCase } from './suite.ts';

const { missing } = await nodeGpu();

/** A software adapter compiles a large shader for seconds, on a busy machine for many. */
const COMPILE_MS = 180_000;

/** Declares the tests of a kernel's cases on 'cpu', 'wasm' and 'webgpu'; the last is skipped by name where Node has no adapter. */
export function testOnEachBackend({ kernel, cases, tolerance }: KernelCases): void {
  describe.each(['cpu', 'wasm'])(`${kernel} on %s gives what the reference says`, (backend) => {
    beforeAll(async () => {
      await tf.setBackend(backend);
    });
    test.each(cases)('$name', async (kernelCase) => {
      expect(await runCase(kernelCase, tolerance)).toBeNull();
    });
  });

  describe.skipIf(missing !== null)(
    `${kernel} on webgpu gives what the reference says${missing === null ? '' : ` (skipped: ${missing})`}`,
    () => {
      let owned: OwnedDevice;
      beforeAll(async () => {
        owned = await openDevice(await requestAdapter());
        await owned.use();
      });
      afterAll(async () => {
        await tf.setBackend('cpu');
        owned.destroy();
      });
      test.each(cases)(
        '$name',
        async (kernelCase) => {
          expect(await runCase(kernelCase, tolerance, owned.device)).toBeNull();
        },
        COMPILE_MS,
      );
    },
  );
}
