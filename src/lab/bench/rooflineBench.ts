import { requestAdapter } from '../../gpu/device/adapter.ts';
import { type OwnedDevice, openDevice } from '../../gpu/device/device.ts';
import { shapeKey } from '../../gpu/kernels/fusedConvolution/convolutionVariant.ts';
import {
  type ConvolutionShape,
  convolutionOperations,
} from '../../gpu/kernels/fusedConvolution/fusedConvolution.reference.ts';
import { timedConvolution } from '../../gpu/kernels/fusedConvolution/timedConvolution.ts';
import * as tf from '../../gpu/tfjs/tfjs.ts';
import { layerShapes, paddingOf } from '../../network/backbone/backboneDescription.ts';
import { NANODET_G } from '../../network/backbone/nanodetG.ts';
import { nodeGpu } from '../../tools/dawn.ts';
import { benchVariants } from './roofline/benchVariants.ts';
import { cardPeaks } from './roofline/cardPeaks.ts';
import { attainable, convolutionBytes, type Roofline } from './roofline/roofline.ts';
import { type BenchRow, rowOfTimes } from './row.ts';

const SIDE = 416;
const LAYERS = 3;

/** The convolutions of the backbone with the most operations, each shape once, the largest first. */
function largestLayers(count: number): { readonly name: string; readonly shape: ConvolutionShape }[] {
  const shapes = layerShapes(NANODET_G, SIDE, SIDE);
  const layers = NANODET_G.layers.flatMap((layer) => {
    if (layer.kind !== 'convolution') return [];
    const [from, to] = [shapes.get(layer.from)!, shapes.get(layer.name)!];
    const { rows, columns } = paddingOf(layer, from.height, from.width);
    const shape: ConvolutionShape = {
      inHeight: from.height,
      inWidth: from.width,
      inChannels: from.channels,
      inDepth: from.channels,
      inOffset: 0,
      outHeight: to.height,
      outWidth: to.width,
      outChannels: to.channels,
      outDepth: to.channels,
      outOffset: 0,
      kernelHeight: layer.kernel,
      kernelWidth: layer.kernel,
      stride: layer.stride,
      padTop: rows[0],
      padLeft: columns[0],
      slope: 0.1,
    };
    return [{ name: layer.name, shape }];
  });
  const once = [...new Map(layers.map((layer) => [shapeKey(layer.shape), layer])).values()];
  return once.sort((a, b) => convolutionOperations(b.shape) - convolutionOperations(a.shape)).slice(0, count);
}

async function layerRow(
  { backend, fallback }: OwnedDevice,
  { name, shape }: ReturnType<typeof largestLayers>[number],
  peaks: Roofline,
): Promise<BenchRow> {
  const variants = benchVariants(fallback).filter((variant) => variant !== 'tfjs');
  const { times } = await timedConvolution(
    backend,
    shape,
    variants,
    fallback ? { rounds: 3, measureMs: 1 } : { rounds: 9, measureMs: 5 },
  );
  const rows = variants.map((variant) => ({
    variant,
    row: rowOfTimes(`layer ${name}: ${shapeKey(shape)}`, times.get(variant)!),
  }));
  const { variant, row } = rows.reduce((best, next) => (next.row.medianMs < best.row.medianMs ? next : best));
  const operations = convolutionOperations(shape);
  const bytes = convolutionBytes(shape, variant === 'float16' ? 2 : 4);
  const most = attainable(peaks, operations / bytes);
  const rate = operations / (row.medianMs / 1000);
  return {
    ...row,
    note:
      `${((100 * rate) / most.operations).toFixed(0)} % of the roofline: ${(rate / 1e9).toFixed(1)} of ${(most.operations / 1e9).toFixed(0)} GFLOP/s, ` +
      `bound by ${most.bound}; ${(operations / 1e9).toFixed(2)} GFLOP, ${(operations / bytes).toFixed(0)} a byte; our kernel "${variant}"`,
  };
}

/** What the card can do at most, measured, and what share of it the three largest layers of the backbone get; no rows without an adapter. */
export async function rooflineBench(): Promise<BenchRow[]> {
  if ((await nodeGpu()).missing !== null) return [];
  const owned = await openDevice(await requestAdapter());
  await owned.use();
  const peaks = await cardPeaks(owned);
  const rows: BenchRow[] = [
    rowOfTimes('most multiply-adds, float32', peaks.operationTimes, {
      note: `${(peaks.operations / 1e9).toFixed(0)} GFLOP/s; by ${peaks.source}`,
    }),
    rowOfTimes('most bytes, a copy', peaks.byteTimes, {
      note: `${(peaks.bytes / 1e9).toFixed(1)} GB/s read and written; by ${peaks.source}`,
    }),
  ];
  for (const layer of largestLayers(LAYERS)) rows.push(await layerRow(owned, layer, peaks));
  await tf.setBackend('cpu');
  owned.destroy();
  return rows;
}
