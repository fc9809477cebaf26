import { type ConvolutionShape, convolutionOperations } from './fusedConvolution.reference.ts';

/** Who computes a convolution on WebGPU: our tiled kernel, the same with weights in float16, our kernel without barriers, or tfjs's own. */
export const CONVOLUTION_VARIANTS = ['tiled', 'float16', 'registers', 'tfjs'] as const;
export type ConvolutionVariant = (typeof CONVOLUTION_VARIANTS)[number];

/** What the choice of a variant depends on; the map's size in powers of two, since every aspect ratio of a photo has its own. */
export function shapeKey({
  inChannels,
  outChannels,
  outHeight,
  outWidth,
  kernelHeight,
  kernelWidth,
  stride,
}: ConvolutionShape): string {
  const pixels = 2 ** Math.round(Math.log2(outHeight * outWidth));
  return `${kernelHeight}×${kernelWidth}${stride === 1 ? '' : ` / ${stride}`}, ${inChannels} → ${outChannels} channels, about ${pixels} pixels`;
}

/** The variant of each layer shape on one device: what the probe measured, and `unmeasured` for shapes that it has not seen. */
export class ConvolutionChoice {
  /** By key: one of the shapes, and the work of all calls for them. */
  readonly #seen = new Map<string, { readonly shape: ConvolutionShape; readonly operations: number }>();
  readonly #settled = new Map<string, ConvolutionVariant>();

  /** In force for every shape while it is set, whatever is settled. */
  #only: ConvolutionVariant | null = null;

  constructor(readonly unmeasured: ConvolutionVariant) {}

  /** Runs `work` with one variant for all shapes. */
  async with<T>(variant: ConvolutionVariant, work: () => Promise<T>): Promise<T> {
    this.#only = variant;
    try {
      return await work();
    } finally {
      this.#only = null;
    }
  }

  variant(shape: ConvolutionShape): ConvolutionVariant {
    const key = shapeKey(shape);
    this.#seen.set(key, { shape, operations: (this.#seen.get(key)?.operations ?? 0) + convolutionOperations(shape) });
    return this.#only ?? this.#settled.get(key) ?? this.unmeasured;
  }

  settle(shape: ConvolutionShape, variant: ConvolutionVariant): void {
    this.#settled.set(shapeKey(shape), variant);
  }

  /** Shapes that have been asked for and not settled, those first that cost most over all calls. */
  unsettled(): ConvolutionShape[] {
    return [...this.#seen]
      .filter(([key]) => !this.#settled.has(key))
      .sort(([, a], [, b]) => b.operations - a.operations)
      .map(([, { shape }]) => shape);
  }

  /** Takes over what was settled on another device of the same adapter. */
  settleAs(other: ConvolutionChoice): void {
    for (const [key, variant] of other.#settled) this.#settled.set(key, variant);
  }
}

const choices = new WeakMap<GPUDevice, ConvolutionChoice>();

/** The choice of a device; `openDevice` makes it. */
export function convolutionChoice(device: GPUDevice): ConvolutionChoice {
  let choice = choices.get(device);
  if (choice === undefined) {
    choice = new ConvolutionChoice('tiled');
    choices.set(device, choice);
  }
  return choice;
}

export function setConvolutionChoice(device: GPUDevice, choice: ConvolutionChoice): void {
  choices.set(device, choice);
}
