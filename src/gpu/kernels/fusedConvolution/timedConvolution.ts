import { dispatch } from '../../dispatch/dispatch.ts';
import { type ClockSource, GpuClock } from '../../dispatch/gpuClock.ts';
import { shader } from '../../dispatch/shader.ts';
import { trimFreeBuffers } from '../../dispatch/trimFreeBuffers.ts';
import * as tf from '../../tfjs/tfjs.ts';
import type { WebGPUBackend } from '../../tfjs/webgpuBackend.ts';
import type { MapPadding } from '../mapPadding.ts';
import afterOutputCode from './afterOutput.wgsl?raw';
import type { ConvolutionVariant } from './convolutionVariant.ts';
import type { ConvolutionShape } from './fusedConvolution.reference.ts';
import { fusedConvolution } from './fusedConvolution.ts';
import { halfFilter } from './halfFilter.ts';

const afterOutput = shader('afterOutput', afterOutputCode);

export interface ConvolutionTimes {
  /** Milliseconds of one run, one number a round, of the variants that were asked for. */
  readonly times: ReadonlyMap<ConvolutionVariant, readonly number[]>;
  /** 'processor' where one measurement at least was taken by it. */
  readonly source: ClockSource;
}

export interface TimingOptions {
  /** Measurements of each variant. The variants take turns, so that a clock rate that rises is no variant's luck. */
  readonly rounds?: number;
  /** How long a measurement should take: many runs of a small layer, one of a large one. */
  readonly measureMs?: number;
}

/** Every run's output lives until the submission. */
const MOST_OUTPUT_BYTES = 64 * 2 ** 20;
const MOST_RUNS = 64;
/** Free buffers that stay in tfjs's pool afterwards. */
const KEPT_BYTES = 16 * 2 ** 20;

/** Uploads what one convolution of the shape reads, all ones. */
function inputsOf(
  { inHeight, inWidth, inChannels, outChannels, kernelHeight, kernelWidth }: ConvolutionShape,
  half: boolean,
) {
  const filterShape: [number, number, number, number] = [kernelHeight, kernelWidth, inChannels, outChannels];
  return {
    x: tf.ones<tf.Rank.R4>([1, inHeight, inWidth, inChannels]),
    filter: tf.ones<tf.Rank.R4>(filterShape),
    bias: tf.ones<tf.Rank.R1>([outChannels]),
    half: half
      ? halfFilter(new Float32Array(filterShape.reduce((product, side) => product * side, 1)).fill(1), filterShape)
      : null,
  };
}

/** How long each variant takes for one layer shape on the backend in force, which must be the one given. Nothing else may use it meanwhile. */
export async function timedConvolution(
  backend: WebGPUBackend,
  shape: ConvolutionShape,
  variants: readonly ConvolutionVariant[],
  { rounds = 2, measureMs = 2 }: TimingOptions = {},
): Promise<ConvolutionTimes> {
  const inputs = inputsOf(shape, variants.includes('float16'));
  const clock = await GpuClock.open(backend);
  const after = (out: number, kernel: number, side: number, before: number): number =>
    Math.max(0, (out - 1) * shape.stride + kernel - side - before);
  const padding: MapPadding = {
    rows: [shape.padTop, after(shape.outHeight, shape.kernelHeight, shape.inHeight, shape.padTop)],
    columns: [shape.padLeft, after(shape.outWidth, shape.kernelWidth, shape.inWidth, shape.padLeft)],
  };
  const runner = (variant: ConvolutionVariant) => (): void => {
    const output = fusedConvolution({
      ...inputs,
      half: () => inputs.half,
      variant,
      strides: shape.stride,
      padding,
      activation: 'leakyrelu',
      alpha: shape.slope,
    });
    dispatch(backend, afterOutput, {
      inputs: [output],
      outputs: [inputs.x],
      uniforms: { factor: 0 },
      workgroups: [1, 1, 1],
    });
    output.dispose();
  };
  const most = Math.max(
    1,
    Math.min(MOST_RUNS, Math.floor(MOST_OUTPUT_BYTES / (shape.outHeight * shape.outWidth * shape.outChannels * 4))),
  );
  const times = new Map(variants.map((variant) => [variant, [] as number[]] as const));
  let source: ClockSource = 'timestamps';
  try {
    const runs = new Map<ConvolutionVariant, number>();
    for (const variant of variants) {
      // The first run uploads and compiles.
      await clock.time(runner(variant), 1);
      const once = await clock.time(runner(variant), 1);
      runs.set(variant, Math.max(1, Math.min(most, Math.ceil(measureMs / Math.max(once.ms, measureMs / most)))));
    }
    for (let round = 0; round < rounds; round++) {
      for (const [variant, count] of runs) {
        const measured = await clock.time(runner(variant), count);
        times.get(variant)!.push(measured.ms);
        if (measured.source === 'processor') source = 'processor';
      }
    }
  } finally {
    clock.dispose();
    tf.dispose([inputs.x, inputs.filter, inputs.bias]);
    inputs.half?.packed.dispose();
    trimFreeBuffers(backend, KEPT_BYTES);
  }
  return { times, source };
}
