import type { ConvolutionShape } from './fusedConvolution.reference.ts';

/** Who computes a convolution on WebGPU: our tiled kernel, our kernel without barriers, or tfjs's own. */
export type ConvolutionVariant = 'tiled' | 'registers' | 'tfjs';

/** What the choice of a variant depends on. */
export function shapeKey(shape: ConvolutionShape): string {
  const { inHeight, inWidth, inChannels, outChannels, kernelHeight, kernelWidth, stride } = shape;
  return `${inHeight}×${inWidth}×${inChannels} → ${outChannels}, ${kernelHeight}×${kernelWidth}${stride === 1 ? '' : ` / ${stride}`}`;
}

/** The variant of each layer shape on one device: what the probe measured, and `unmeasured` for shapes that it has not seen. */
export class ConvolutionChoice {
  readonly #measured = new Map<string, ConvolutionVariant>();

  constructor(readonly unmeasured: ConvolutionVariant) {}

  variant(shape: ConvolutionShape): ConvolutionVariant {
    return this.#measured.get(shapeKey(shape)) ?? this.unmeasured;
  }

  settle(shape: ConvolutionShape, variant: ConvolutionVariant): void {
    this.#measured.set(shapeKey(shape), variant);
  }

  has(shape: ConvolutionShape): boolean {
    return this.#measured.has(shapeKey(shape));
  }
}

const choices = new WeakMap<GPUDevice, ConvolutionChoice>();

/** The choice of a device; `openDevice` makes it. */
export function convolutionChoice(device: GPUDevice): ConvolutionChoice {
  let choice = choices.get(device);
  if (choice === undefined) choices.set(device, (choice = new ConvolutionChoice('tiled')));
  return choice;
}

export function setConvolutionChoice(device: GPUDevice, choice: ConvolutionChoice): void {
  choices.set(device, choice);
}
