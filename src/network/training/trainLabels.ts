import * as tf from '../../gpu/tfjs/tfjs.ts';
import { adamW } from './adamW.ts';
import { type Dropout, regionPass, smoothMaximum } from './batchForward.ts';
import type { HeadsVariables } from './headsVariables.ts';
import { labelLoss } from './losses/labelLoss.ts';
import { eitherForm, type MirrorForms } from './mirrorForms.ts';
import { drawn, type Random } from './random.ts';
import type { RegionStore } from './regionStore.ts';
import { type OnEpoch, runEpochs } from './runEpochs.ts';
import { TRAINING, type TrainingSettings } from './trainingConfig.ts';
import { rowsOf, type TrainingLabels } from './trainingPhotos.ts';

/** A dropout mask from the seeded stream; tfjs's own generator is seeded for each call and slower. */
export function seededDropout(rate: number, random: Random): Dropout {
  const kept = 1 / (1 - rate);
  return (shape) => {
    const mask = new Float32Array(shape.reduce((product, side) => product * side, 1));
    for (let i = 0; i < mask.length; i++) mask[i] = random.next() < rate ? 0 : kept;
    return tf.tensor(mask, shape);
  };
}

/** Standardised features of the whole photo and a draw of its proposals. @returns // (B, 1 + perPhoto, S) */
export function drawnRegions(
  store: RegionStore,
  photos: ArrayLike<number>,
  perPhoto: number,
  random: Random,
): tf.Tensor3D {
  const regions = perPhoto + 1;
  const values = new Float32Array(photos.length * regions * store.length);
  for (let i = 0, at = 0; i < photos.length; i++) {
    const photo = photos[i]!;
    const others = store.regionCount(photo) - 1;
    const chosen = drawn(others, perPhoto, random);
    store.copy(photo, 0, values, at);
    at += store.length;
    for (let k = 0; k < perPhoto; k++, at += store.length) {
      // A photo with fewer proposals than a step wants shows some of them twice; one with none shows the whole again.
      store.copy(photo, others > 0 ? 1 + chosen[k % chosen.length]! : 0, values, at);
    }
  }
  return tf.tensor3d(values, [photos.length, regions, store.length]);
}

/**
 * First stage: intermediate feature and label branch, from image labels alone. Nothing else is learned beside them: hash
 * losses let through to the label branch made it know the training photos too well (label mAP .836 instead of .852).
 * @param stage its name in the reports @param photos which photos to train on
 */
export async function trainLabels(
  heads: HeadsVariables,
  store: RegionStore,
  forms: MirrorForms,
  labels: TrainingLabels,
  photos: readonly number[],
  random: Random,
  stage: string,
  onEpoch: OnEpoch,
  settings: TrainingSettings = TRAINING,
): Promise<void> {
  const config = settings.labels;
  const categories = labels.categories.length;
  const optimiser = adamW(heads.named('hidden', 'evidence', 'label'), config.weightDecay);
  const dropout = seededDropout(config.dropout, random);
  await runEpochs(
    stage,
    config,
    photos.length,
    random,
    (places, rate) => {
      const batch = Array.from(places, (place) => photos[place]!);
      const features = drawnRegions(store, eitherForm(batch, forms, random), settings.proposalsPerStep, random);
      const truth = tf.tensor2d(rowsOf(labels.labels, categories, batch), [batch.length, categories]);
      const counted = tf.tensor2d(rowsOf(labels.counted, categories, batch), [batch.length, categories]);
      const loss = optimiser.step(() => {
        const { logits } = regionPass(features, heads, dropout);
        return labelLoss(smoothMaximum(logits, config.temperature), truth, counted);
      }, rate);
      tf.dispose([features, truth, counted]);
      return loss;
    },
    onEpoch,
  );
  optimiser.dispose();
}
