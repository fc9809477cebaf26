import * as tf from '@tensorflow/tfjs';
import type { OwnedDevice } from '../../device.ts';
import { convolutionChoice, shapeKey, type ConvolutionVariant } from './convolutionVariant.ts';
import type { ConvolutionShape } from './fusedConvolution.reference.ts';
import { fusedConvolution } from './fusedConvolution.ts';

/** What the probe found for one layer shape; for the diagnostics. */
export interface ProbedShape {
  readonly shape: string;
  readonly chosen: ConvolutionVariant;
  /** Milliseconds of one run. */
  readonly ms: Readonly<Record<ConvolutionVariant, number>>;
}

const VARIANTS: readonly ConvolutionVariant[] = ['tiled', 'registers', 'tfjs'];

/** Runs timed together: on a GPU one run is far shorter than the way there and back. */
const RUNS = 6;
/** Above this one run tells enough (software adapters). */
const LONG_MS = 40;

function runOnce(shape: ConvolutionShape, variant: ConvolutionVariant, [x, filter, bias]: [tf.Tensor4D, tf.Tensor4D, tf.Tensor1D]): void {
  const after = (shape.outHeight - 1) * shape.stride + shape.kernelHeight - shape.inHeight - shape.padTop;
  fusedConvolution({
    x, filter, bias, variant, strides: shape.stride, padding: [shape.padTop, Math.max(0, after)], activation: 'leakyrelu', alpha: shape.slope,
  }).dispose();
}

async function timed({ backend, device }: OwnedDevice, runs: number, run: () => void): Promise<number> {
  const start = performance.now();
  for (let i = 0; i < runs; i++) run();
  backend.ensureCommandEncoderReady();
  backend.endComputePassEncoder();
  backend.submitQueue();
  await device.queue.onSubmittedWorkDone();
  return (performance.now() - start) / runs;
}

/**
 * Times the variants of each layer shape that has run on the device so far, and settles on the fastest of each from then on. Run the
 * network once before, and leave the device alone meanwhile. When the time is up, the remaining shapes get the variant that won most.
 * @param budgetMs no shape is begun after it
 */
export async function probeConvolutions(owned: OwnedDevice, budgetMs = 1500): Promise<ProbedShape[]> {
  const choice = convolutionChoice(owned.device);
  const wins = new Map<ConvolutionVariant, number>();
  const probed: ProbedShape[] = [];
  const start = performance.now();
  for (const shape of choice.unsettled()) {
    if (performance.now() - start > budgetMs) break;
    const tensors: [tf.Tensor4D, tf.Tensor4D, tf.Tensor1D] = tf.tidy(() => [
      tf.ones([1, shape.inHeight, shape.inWidth, shape.inChannels]),
      tf.ones([shape.kernelHeight, shape.kernelWidth, shape.inChannels, shape.outChannels]),
      tf.ones([shape.outChannels]),
    ]);
    const ms = { tiled: 0, registers: 0, tfjs: 0 };
    try {
      for (const variant of VARIANTS) {
        const run = (): void => runOnce(shape, variant, tensors);
        const first = await timed(owned, 1, run);
        // The first run compiles; a long one is taken again all the same, a short one several times.
        ms[variant] = await timed(owned, first > LONG_MS ? 1 : RUNS, run);
      }
    } finally {
      tf.dispose(tensors);
    }
    const chosen = VARIANTS.reduce((best, variant) => (ms[variant] < ms[best] ? variant : best));
    choice.settle(shape, chosen);
    wins.set(chosen, (wins.get(chosen) ?? 0) + 1);
    probed.push({ shape: shapeKey(shape), chosen, ms });
  }
  const favourite = [...wins].sort((a, b) => b[1] - a[1])[0]?.[0];
  if (favourite !== undefined) for (const shape of choice.unsettled()) choice.settle(shape, favourite);
  return probed;
}
