import * as tf from '@tensorflow/tfjs';
import { adamW, cosineRate } from './adamW.ts';
import { hashPass, regionPass } from './batchForward.ts';
import type { HeadsVariables } from './headsVariables.ts';
import { categoryLoss } from './losses/categoryLoss.ts';
import { labelRelations, listwiseLoss } from './losses/listwiseLoss.ts';
import { shuffled, type Random } from './random.ts';
import type { RegionStore } from './regionStore.ts';
import { drawnRegions, seededDropout, type EpochReport } from './trainLabels.ts';
import { TRAINING } from './trainingConfig.ts';
import { rowsOf } from './trainingPhotos.ts';

/**
 * Second stage: the proposal feature g on the frozen label branch, under the hash losses, so that a category's group tells
 * photos of that category apart. The hash layers begin here too and are trained on alone afterwards.
 * @param labels // (photos, C)
 */
export async function trainGroups(
  heads: HeadsVariables, store: RegionStore, labels: Float32Array, random: Random, onEpoch: (report: EpochReport) => Promise<void> | void,
): Promise<void> {
  const config = TRAINING.groups;
  const categories = heads.description.categories.length;
  const photos = labels.length / categories;
  const optimiser = adamW(heads.named('group', 'trunk', 'semantic64', 'category'), config.weightDecay);
  const perEpoch = Math.max(1, Math.floor(photos / config.photosPerStep));
  const dropout = seededDropout(TRAINING.labels.dropout, random);
  for (let epoch = 0; epoch < config.epochs; epoch++) {
    const order = shuffled(photos, random);
    let sum = 0;
    for (let step = 0; step < perEpoch; step++) {
      const batch = order.subarray(step * config.photosPerStep, (step + 1) * config.photosPerStep);
      const features = drawnRegions(store, batch, TRAINING.proposalsPerStep, random);
      const truth = tf.tensor2d(rowsOf(labels, categories, batch), [batch.length, categories]);
      sum += optimiser.step(() => {
        const codes = hashPass(regionPass(features, heads, dropout), heads, null);
        return tf.add(listwiseLoss(codes.semantic[64], labelRelations(truth), TRAINING.hashes.sharpness), categoryLoss(codes.category, truth)).asScalar();
      }, cosineRate(config.learningRate, (epoch * perEpoch + step) / (config.epochs * perEpoch)));
      tf.dispose([features, truth]);
    }
    await onEpoch({ stage: 'groups', epoch: epoch + 1, epochs: config.epochs, loss: sum / perEpoch });
  }
  optimiser.dispose();
}
