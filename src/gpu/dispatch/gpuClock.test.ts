import { describe, expect, test } from 'vitest';
import { nodeGpu } from '../../tools/dawn.ts';
import { requestAdapter } from '../device/adapter.ts';
import { openDevice } from '../device/device.ts';
import * as tf from '../tfjs/tfjs.ts';
import { GpuClock } from './gpuClock.ts';

const { missing } = await nodeGpu();

describe.skipIf(missing !== null)(`the clock of a GPU${missing === null ? '' : ` (skipped: ${missing})`}`, () => {
  test('many runs take as long each as few, larger work takes longer, and what was computed before stays right', async () => {
    const owned = await openDevice(await requestAdapter());
    await owned.use();
    const before = tf.memory().numTensors;
    const clock = await GpuClock.open(owned.backend);
    const work = (side: number) => {
      const matrix = tf.ones<tf.Rank.R2>([side, side]);
      return { matrix, run: () => tf.matMul(matrix, matrix).dispose() };
    };
    const [small, large] = [work(16), work(192)];
    for (const { run } of [small, large]) await clock.time(run, 1);
    const few = await clock.time(large.run, 2);
    const many = await clock.time(large.run, 20);
    expect(many.source).toBe(owned.device.features.has('timestamp-query') ? 'timestamps' : 'processor');
    // Within a factor of four on a machine that does other things too; ten times the runs would be a factor of ten.
    expect(many.ms / few.ms).toBeGreaterThan(0.25);
    expect(many.ms / few.ms).toBeLessThan(4);
    expect((await clock.time(small.run, 20)).ms).toBeLessThan(many.ms);
    const product = tf.matMul(large.matrix, large.matrix);
    expect((await product.data())[0]).toBe(192);
    tf.dispose([small.matrix, large.matrix, product]);
    clock.dispose();
    expect(tf.memory().numTensors).toBe(before);
    await tf.setBackend('cpu');
    owned.destroy();
  }, 180_000);
});
