import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import * as tf from '../gpu/tfjs/tfjs.ts';
import '../gpu/tfjs/wasmBackend.ts';
import { requestAdapter } from '../gpu/device/adapter.ts';
import { type OwnedDevice, openDevice } from '../gpu/device/device.ts';
import type { KernelCases } from '../gpu/kernels/kernelCase.ts';
import { runCase } from '../gpu/kernels/suite.ts';
import { nodeGpu } from './dawn.ts';

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
