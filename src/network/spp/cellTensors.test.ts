import { expect, test } from 'vitest';
import { unitBoxes } from '../../base/image/box.ts';
import * as tf from '../../gpu/tfjs/tfjs.ts';
import { cellTensors } from './cellTensors.ts';

test('maps of one size share their boxes, maps of another have their own', async () => {
  await tf.setBackend('cpu');
  tf.tidy(() => {
    const cells = cellTensors(unitBoxes(Float32Array.of(0, 0.5, 0.25, 1)));
    const first = cells(tf.zeros([2, 4, 3]));
    expect([...first.dataSync()]).toEqual([0, 1, 1, 2]);
    expect(cells(tf.zeros([2, 4, 7]))).toBe(first);
    expect([...cells(tf.zeros([4, 2, 3])).dataSync()]).toEqual([0, 2, 0.5, 4]);
  });
});
