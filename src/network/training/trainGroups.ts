import * as tf from '../../gpu/tfjs/tfjs.ts';
import { adamW } from './adamW.ts';
import { hashPass, regionPass } from './batchForward.ts';
import type { HeadsVariables } from './headsVariables.ts';
import { categoryLoss } from './losses/categoryLoss.ts';
import { labelRelations, listwiseLoss } from './losses/listwiseLoss.ts';
import { eitherForm, type MirrorForms } from './mirrorForms.ts';
import type { Random } from './random.ts';
import type { RegionStore } from './regionStore.ts';
import { type OnEpoch, runEpochs } from './runEpochs.ts';
import { TRAINING, type TrainingSettings } from './trainingConfig.ts';
import { rowsOf } from './trainingPhotos.ts';
import { drawnRegions, seededDropout } from './trainLabels.ts';

/**
 * Second stage: the proposal feature g on the frozen label branch, under the hash losses, so that a category's group tells
 * photos of that category apart. The category-aware layers go on from here in the last stage; the semantic ones begin again.
 * @param labels // (photos, C)
 */
export async function trainGroups(
  heads: HeadsVariables,
  store: RegionStore,
  forms: MirrorForms,
  labels: Float32Array,
  random: Random,
  onEpoch: OnEpoch,
  settings: TrainingSettings = TRAINING,
): Promise<void> {
  const config = settings.groups;
  const categories = heads.description.categories.length;
  const optimiser = adamW(heads.named('group', 'trunk', 'semantic64', 'category'), config.weightDecay);
  const dropout = seededDropout(settings.labels.dropout, random);
  await runEpochs(
    'groups',
    config,
    labels.length / categories,
    random,
    (batch, rate) => {
      const features = drawnRegions(store, eitherForm(batch, forms, random), settings.proposalsPerStep, random);
      const truth = tf.tensor2d(rowsOf(labels, categories, batch), [batch.length, categories]);
      const loss = optimiser.step(() => {
        const codes = hashPass(regionPass(features, heads, dropout), heads, null);
        return tf
          .add(
            listwiseLoss(codes.semantic[64], labelRelations(truth), settings.hashes.sharpness),
            categoryLoss(codes.category, truth),
          )
          .asScalar();
      }, rate);
      tf.dispose([features, truth]);
      return loss;
    },
    onEpoch,
  );
  optimiser.dispose();
}
