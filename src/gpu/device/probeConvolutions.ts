import type { ClockSource } from '../dispatch/gpuClock.ts';
import {
  CONVOLUTION_VARIANTS,
  type ConvolutionVariant,
  convolutionChoice,
  shapeKey,
} from '../kernels/fusedConvolution/convolutionVariant.ts';
import { timedConvolution } from '../kernels/fusedConvolution/timedConvolution.ts';
import type { OwnedDevice } from './device.ts';

/** What the probe found for one layer shape; for the diagnostics. */
export interface ProbedShape {
  readonly shape: string;
  readonly chosen: ConvolutionVariant;
  /** Milliseconds of one run of each variant that was tried, the best measurement. */
  readonly ms: Readonly<Partial<Record<ConvolutionVariant, number>>>;
  readonly source: ClockSource;
}

export interface ProbeOptions {
  /** Whether weights in float16 take part in the race: only where the codes were found to stay the same. */
  readonly float16?: boolean;
  /** No shape is begun after it. */
  readonly budgetMs?: number;
}

/**
 * Times the variants of each layer shape that has run on the device so far, the costliest first, and settles on the fastest of each from
 * then on. Run the network once before, and leave the device alone meanwhile. When the time is up, the remaining shapes get the variant
 * that won most.
 */
export async function probeConvolutions(
  owned: OwnedDevice,
  { float16 = false, budgetMs = 1500 }: ProbeOptions = {},
): Promise<ProbedShape[]> {
  const choice = convolutionChoice(owned.device);
  const variants = CONVOLUTION_VARIANTS.filter((variant) => float16 || variant !== 'float16');
  const wins = new Map<ConvolutionVariant, number>();
  const probed: ProbedShape[] = [];
  const start = performance.now();
  for (const shape of choice.unsettled()) {
    if (performance.now() - start > budgetMs) break;
    const { times, source } = await timedConvolution(owned.backend, shape, variants);
    const ms: Partial<Record<ConvolutionVariant, number>> = {};
    for (const [variant, measured] of times) ms[variant] = Math.min(...measured);
    const chosen = variants.reduce((best, variant) => (ms[variant]! < ms[best]! ? variant : best));
    choice.settle(shape, chosen);
    wins.set(chosen, (wins.get(chosen) ?? 0) + 1);
    probed.push({ shape: shapeKey(shape), chosen, ms, source });
  }
  const favourite = [...wins].sort((a, b) => b[1] - a[1])[0]?.[0];
  if (favourite !== undefined) for (const shape of choice.unsettled()) choice.settle(shape, favourite);
  return probed;
}
