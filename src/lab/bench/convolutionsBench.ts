import { requestAdapter } from '../../gpu/device/adapter.ts';
import { type OwnedDevice, openDevice } from '../../gpu/device/device.ts';
import type { ConvolutionVariant } from '../../gpu/kernels/fusedConvolution/convolutionVariant.ts';
import {
  type ConvolutionShape,
  convolutionOperations,
} from '../../gpu/kernels/fusedConvolution/fusedConvolution.reference.ts';
import { timedConvolution } from '../../gpu/kernels/fusedConvolution/timedConvolution.ts';
import { randomValues } from '../../gpu/kernels/kernelCase.ts';
import { spatialPyramidPool } from '../../gpu/kernels/spatialPyramidPool/spatialPyramidPool.ts';
import { sppFullyConnected } from '../../gpu/kernels/sppFullyConnected/sppFullyConnected.ts';
import * as tf from '../../gpu/tfjs/tfjs.ts';
import { nodeGpu } from '../../tools/dawn.ts';
import { benchVariants } from './roofline/benchVariants.ts';
import { type BenchRow, measure, rowOfTimes } from './row.ts';

/** Input side, channels in, channels out, stride of 3×3 layers of NanoDet-g at 416×416: one of each stage. */
const LAYERS = [
  [416, 3, 32, 2],
  [104, 32, 32, 1],
  [104, 64, 64, 2],
  [52, 64, 64, 1],
  [26, 128, 128, 1],
  [26, 256, 256, 2],
] as const;

const NAMES: Readonly<Record<ConvolutionVariant, string>> = {
  tiled: 'our tiled kernel',
  float16: 'our tiled kernel, weights in float16',
  registers: 'our kernel without barriers',
  tfjs: "tfjs's own kernel",
};

/** Waits until the GPU is done with all that was asked of it. */
async function finished({ backend, device }: OwnedDevice): Promise<void> {
  backend.ensureCommandEncoderReady();
  backend.endComputePassEncoder();
  backend.submitQueue();
  await device.queue.onSubmittedWorkDone();
}

/** A square layer with padding of one and leaky ReLU, as they are in the backbone. */
function layerShape([side, from, to, stride]: (typeof LAYERS)[number]): ConvolutionShape {
  return {
    inHeight: side,
    inWidth: side,
    inChannels: from,
    inDepth: from,
    inOffset: 0,
    outHeight: side / stride,
    outWidth: side / stride,
    outChannels: to,
    outDepth: to,
    outOffset: 0,
    kernelHeight: 3,
    kernelWidth: 3,
    stride,
    padTop: 1,
    padLeft: 1,
    slope: 0.1,
  };
}

async function layerRows({ backend, fallback }: OwnedDevice, layer: (typeof LAYERS)[number]): Promise<BenchRow[]> {
  const shape = layerShape(layer);
  const variants = benchVariants(fallback);
  const { times, source } = await timedConvolution(
    backend,
    shape,
    variants,
    fallback ? { rounds: 3, measureMs: 1 } : { rounds: 9, measureMs: 5 },
  );
  const [side, from, to, stride] = layer;
  return variants.map((variant) => {
    const row = rowOfTimes(
      `3×3 / ${stride}, ${side}×${side}×${from} → ${to}`,
      times.get(variant)!,
      variant === variants[0] ? {} : { peer: NAMES[variant] },
    );
    const rate = (convolutionOperations(shape) / 1e9 / (row.medianMs / 1000)).toFixed(1);
    return { ...row, note: `${rate} GFLOP/s${row.peer === undefined ? `, ${NAMES[variant]}; by ${source}` : ''}` };
  });
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
    await measure(
      name,
      async () => {
        sppFullyConnected(map, boxes, [...levels], weights).dispose();
        await finished(owned);
      },
      { warmup: 1, runs, note: 'pooled straight into the layer' },
    ),
    await measure(
      name,
      async () => {
        tf.tidy(() => void tf.matMul(spatialPyramidPool(map, boxes, [...levels]), weights));
        await finished(owned);
      },
      { warmup: 1, runs, peer: 'pooled vectors written, then tfjs matMul' },
    ),
  ];
  tf.dispose([map, boxes, weights]);
  return rows;
}

/** Our WebGPU kernels beside tfjs's on the adapter at hand; no rows where there is none. */
export async function convolutionsBench(): Promise<BenchRow[]> {
  if ((await nodeGpu()).missing !== null) return [];
  const owned = await openDevice(await requestAdapter());
  await owned.use();
  const rows: BenchRow[] = [];
  for (const layer of LAYERS) rows.push(...(await layerRows(owned, layer)));
  rows.push(...(await poolingRows(owned)));
  await tf.setBackend('cpu');
  owned.destroy();
  return rows;
}
