import * as tf from '@tensorflow/tfjs';
import { requestAdapter } from '../../gpu/adapter.ts';
import { openDevice, type OwnedDevice } from '../../gpu/device.ts';
import { randomValues } from '../../gpu/kernels/kernelCase.ts';
import type { ConvolutionVariant } from '../../gpu/kernels/fusedConvolution/convolutionVariant.ts';
import { fusedConvolution } from '../../gpu/kernels/fusedConvolution/fusedConvolution.ts';
import { spatialPyramidPool } from '../../gpu/kernels/spatialPyramidPool/spatialPyramidPool.ts';
import { sppFullyConnected } from '../../gpu/kernels/sppFullyConnected/sppFullyConnected.ts';
import { nodeGpu } from '../../gpu/node/dawn.ts';
import { measure, type BenchRow } from './row.ts';

/** Input side, channels in, channels out, stride of 3×3 layers of NanoDet-g at 416×416: one of each stage. */
const LAYERS = [
  [416, 3, 32, 2],
  [104, 32, 32, 1],
  [104, 64, 64, 2],
  [52, 64, 64, 1],
  [26, 128, 128, 1],
  [26, 256, 256, 2],
] as const;

const OURS: Readonly<Record<'tiled' | 'registers', string>> = { tiled: 'our tiled kernel', registers: 'our kernel without barriers' };

/** Waits until the GPU is done with all that was asked of it. */
async function finished({ backend, device }: OwnedDevice): Promise<void> {
  backend.ensureCommandEncoderReady();
  backend.endComputePassEncoder();
  backend.submitQueue();
  await device.queue.onSubmittedWorkDone();
}

async function layerRows(owned: OwnedDevice, [side, from, to, stride]: (typeof LAYERS)[number]): Promise<BenchRow[]> {
  const x = tf.tensor4d(randomValues(side * side * from, 1), [1, side, side, from]);
  const filter = tf.tensor4d(randomValues(9 * from * to, 2), [3, 3, from, to]);
  const bias = tf.tensor1d(randomValues(to, 3));
  const operations = (2 * 9 * from * to * (side / stride) ** 2) / 1e9;
  const name = `3×3 / ${stride}, ${side}×${side}×${from} → ${to}`;
  // Software adapters take seconds for what a GPU does in microseconds.
  const runs = owned.fallback ? 3 : 30;
  const timed = async (variant: ConvolutionVariant, peer?: string): Promise<BenchRow> => {
    const row = await measure(name, async () => {
      fusedConvolution({ x, filter, bias, strides: stride, padding: [1, 1], activation: 'leakyrelu', alpha: 0.1, variant }).dispose();
      await finished(owned);
    }, { warmup: 1, runs, ...(peer === undefined ? {} : { peer }) });
    return { ...row, note: `${(operations / (row.medianMs / 1000)).toFixed(1)} GFLOP/s${peer === undefined ? `, ${OURS[variant as 'tiled']}` : ''}` };
  };
  const rows = owned.fallback
    ? [await timed('registers'), await timed('tfjs', "tfjs's own kernel")]
    : [await timed('tiled'), await timed('registers', OURS.registers), await timed('tfjs', "tfjs's own kernel")];
  tf.dispose([x, filter, bias]);
  return rows;
}

/** SPP of many boxes into 256 hidden units, with the pooled vectors written and not. */
async function poolingRows(owned: OwnedDevice): Promise<BenchRow[]> {
  const [side, depth, levels, count] = [26, 256, [1, 2], owned.fallback ? 64 : 1000] as const;
  const map = tf.tensor3d(randomValues(side * side * depth, 1), [side, side, depth]);
  const boxes = tf.tensor2d(randomValues(count * 4, 2, 0, side), [count, 4]);
  const weights = tf.tensor2d(randomValues(5 * depth * 256, 3), [5 * depth, 256]);
  const name = `SPP of ${count.toLocaleString('en')} boxes × 5 bins × ${depth} channels into 256 units`;
  const runs = owned.fallback ? 3 : 30;
  const rows = [
    await measure(name, async () => {
      sppFullyConnected(map, boxes, [...levels], weights).dispose();
      await finished(owned);
    }, { warmup: 1, runs, note: 'pooled straight into the layer' }),
    await measure(name, async () => {
      tf.tidy(() => void tf.matMul(spatialPyramidPool(map, boxes, [...levels]), weights));
      await finished(owned);
    }, { warmup: 1, runs, peer: 'pooled vectors written, then tfjs matMul' }),
  ];
  tf.dispose([map, boxes, weights]);
  return rows;
}

/** Our WebGPU kernels beside tfjs's on the adapter at hand; no rows where there is none. */
export async function convolutionsBench(): Promise<BenchRow[]> {
  if ((await nodeGpu()).missing !== null) return [];
  const owned = await openDevice(await requestAdapter());
  await tf.setBackend('webgpu');
  const rows: BenchRow[] = [];
  for (const layer of LAYERS) rows.push(...(await layerRows(owned, layer)));
  rows.push(...(await poolingRows(owned)));
  await tf.setBackend('cpu');
  owned.destroy();
  return rows;
}
