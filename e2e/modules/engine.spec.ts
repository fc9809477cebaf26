import { expect } from '@playwright/test';
import { test } from '../harness/modules.ts';

test('a software adapter alone means WASM, and the reason is said', async ({ modules }) => {
  const chosen = await modules.evaluate(async () => {
    const { chooseEngine } = await import('../../src/gpu/device/engine.ts');
    const { engine, reason, detail } = await chooseEngine();
    return { engine, reason, detail };
  });
  expect(chosen).toEqual({
    engine: 'wasm',
    reason: 'The only WebGPU adapter is a software one, slower than WASM',
    detail: '1 thread with SIMD',
  });
});

test('a person may choose the software adapter, which passes the numeric probe', async ({ modules }) => {
  const chosen = await modules.evaluate(async () => {
    const { chooseEngine } = await import('../../src/gpu/device/engine.ts');
    const { engine, reason, detail } = await chooseEngine('webgpu');
    return { engine, reason, detail };
  });
  expect(chosen).toMatchObject({ engine: 'webgpu', reason: 'chosen by hand' });
  expect(chosen.detail).toContain('swiftshader');
});

test('without WebGPU the engine is WASM and says so; to insist on WebGPU is an error that a caller can tell', async ({
  modules,
}) => {
  const outcome = await modules.evaluate(async () => {
    Object.defineProperty(navigator, 'gpu', { value: undefined });
    const { chooseEngine } = await import('../../src/gpu/device/engine.ts');
    const { engine, reason } = await chooseEngine();
    const insisted = await chooseEngine('webgpu').then(
      () => 'an engine',
      (error: Error) => error.name,
    );
    return { engine, reason, insisted };
  });
  expect(outcome).toEqual({ engine: 'wasm', reason: 'This browser has no WebGPU', insisted: 'GpuUnavailable' });
});

test('the loss of a device is told once to those who listen, and at once to those who come later', async ({
  modules,
}) => {
  const told = await modules.evaluate(async () => {
    const { requestAdapter } = await import('../../src/gpu/device/adapter.ts');
    const { openDevice } = await import('../../src/gpu/device/device.ts');
    const owned = await openDevice(await requestAdapter());
    const reasons: string[] = [];
    const silent = owned.onLost(() => reasons.push('silent'));
    silent();
    const lost = new Promise<void>((resolve) =>
      owned.onLost(({ reason }) => {
        reasons.push(reason);
        resolve();
      }),
    );
    owned.device.destroy();
    await lost;
    owned.onLost(() => reasons.push('late'));
    let thrown = '';
    try {
      owned.throwIfLost();
    } catch (error) {
      thrown = error instanceof Error ? error.name : '';
    }
    return { reasons, thrown };
  });
  expect(told).toEqual({ reasons: ['destroyed', 'late'], thrown: 'DeviceLost' });
});
