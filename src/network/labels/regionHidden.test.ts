import { describe, expect, test } from 'vitest';
import { unitBoxes } from '../../base/image/box.ts';
import { requestAdapter } from '../../gpu/device/adapter.ts';
import { openDevice } from '../../gpu/device/device.ts';
import { randomValues } from '../../gpu/kernels/kernelCase.ts';
import * as tf from '../../gpu/tfjs/tfjs.ts';
import { nodeGpu } from '../../tools/dawn.ts';
import { type RegionTap, regionFeatureLength, regionFeatures } from '../spp/regionFeatures.ts';
import { intermediateFeature, type LabelBranchWeights } from './labelBranch.ts';
import { regionHidden } from './regionHidden.ts';

const taps: readonly RegionTap[] = [
  { tap: 'fine', channels: 8, levels: [1, 2] },
  { tap: 'coarse', channels: 12, levels: [1] },
];
const boxes = unitBoxes(Float32Array.of(0, 0, 1, 1, 0.1, 0.2, 0.6, 0.9, 0.5, 0.5, 0.55, 0.8));

/** Both ways on the backend in force. */
async function bothWays(evidenceWidth: number): Promise<[Float32Array, Float32Array]> {
  const before = tf.memory().numTensors;
  const maps = {
    fine: tf.tensor3d(randomValues(6 * 5 * 8, 1), [6, 5, 8]),
    coarse: tf.tensor3d(randomValues(3 * 3 * 12, 2), [3, 3, 12]),
  };
  const evidence = evidenceWidth === 0 ? null : tf.tensor2d(randomValues(3 * evidenceWidth, 3), [3, evidenceWidth]);
  const rows = regionFeatureLength(taps) + evidenceWidth;
  const branch = {
    weight: tf.tensor2d(randomValues(rows * 16, 4), [rows, 16]),
    context: tf.tensor2d(randomValues(rows * 16, 5), [rows, 16]),
    bias: tf.tensor1d(randomValues(16, 6)),
  };
  const pooled = regionHidden(maps, boxes, evidence, taps, branch);
  const joined = tf.tidy(() => {
    const features = regionFeatures(maps, boxes, taps);
    return intermediateFeature(
      evidence ? tf.concat2d([features, evidence], 1) : features,
      branch as unknown as LabelBranchWeights,
    );
  });
  const values = [await pooled.data<'float32'>(), await joined.data<'float32'>()] as [Float32Array, Float32Array];
  tf.dispose([maps, branch, pooled, joined]);
  evidence?.dispose();
  expect(tf.memory().numTensors).toBe(before);
  return values;
}

function expectClose([got, wanted]: [Float32Array, Float32Array]): void {
  expect(wanted.some((value) => value > 0.5)).toBe(true);
  got.forEach((value, i) => expect(Math.abs(value - wanted[i]!)).toBeLessThan(1e-4));
}

test('taps pooled straight into the layer give the feature of the joined regions', async () => {
  await tf.setBackend('cpu');
  expectClose(await bothWays(0));
  expectClose(await bothWays(4));
});

const { missing } = await nodeGpu();

describe.skipIf(missing !== null)(`on WebGPU${missing === null ? '' : ` (skipped: ${missing})`}`, () => {
  test('they give it too', async () => {
    const owned = await openDevice(await requestAdapter());
    await owned.use();
    expectClose(await bothWays(4));
    await tf.setBackend('cpu');
    owned.destroy();
  }, 180_000);
});
