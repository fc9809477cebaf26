import { cosineRate } from './adamW.ts';
import { type Random, shuffled } from './random.ts';

export interface EpochReport {
  readonly stage: string;
  readonly epoch: number;
  readonly epochs: number;
  /** Mean over the epoch's steps. */
  readonly loss: number;
}

export type OnEpoch = (report: EpochReport) => Promise<void> | void;

export interface EpochSettings {
  readonly epochs: number;
  readonly photosPerStep: number;
  /** At the beginning; half a cosine brings it to 0. */
  readonly learningRate: number;
}

/**
 * The loop of every stage: each epoch goes through the photos in an order of its own, in batches of one size (of all photos
 * where there are fewer); what is left over of an order waits for the next.
 * @param step takes a batch, as places 0 … photos−1, and the learning rate, and returns the loss
 */
export async function runEpochs(
  stage: string,
  { epochs, photosPerStep, learningRate }: EpochSettings,
  photos: number,
  random: Random,
  step: (batch: Int32Array, rate: number) => number,
  onEpoch: OnEpoch,
): Promise<void> {
  const perEpoch = Math.max(1, Math.floor(photos / photosPerStep));
  for (let epoch = 0; epoch < epochs; epoch++) {
    const order = shuffled(photos, random);
    let sum = 0;
    for (let k = 0; k < perEpoch; k++) {
      const batch = order.subarray(k * photosPerStep, (k + 1) * photosPerStep);
      sum += step(batch, cosineRate(learningRate, (epoch * perEpoch + k) / (epochs * perEpoch)));
    }
    await onEpoch({ stage, epoch: epoch + 1, epochs, loss: sum / perEpoch });
  }
}
