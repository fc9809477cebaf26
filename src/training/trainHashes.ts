import * as tf from '@tensorflow/tfjs';
import { SEMANTIC_BITS } from '../network/network.ts';
import { adamW, cosineRate } from './adamW.ts';
import { hashPass } from './batchForward.ts';
import type { HeadsVariables } from './headsVariables.ts';
import { categoryLoss } from './losses/categoryLoss.ts';
import { proxyPairLoss, quantisationLoss } from './losses/proxyPairLoss.ts';
import type { PhotoPass } from './photoPass.ts';
import { shuffled, type Random } from './random.ts';
import { seededDropout, type EpochReport } from './trainLabels.ts';
import { TRAINING } from './trainingConfig.ts';
import { rowsOf } from './trainingPhotos.ts';

/**
 * Second stage: the hash layers of all lengths, on the frozen region stage. Each photo comes as several draws under
 * dropout, with noise on its pooled logits: the heads know their training photos too well, and codes that have only
 * seen certain photos break on uncertain ones.
 * @param draws of the same photos, in the order of `labels` @param labels // (photos, C)
 */
export async function trainHashes(
  heads: HeadsVariables, draws: readonly PhotoPass[], labels: Float32Array, random: Random,
  onEpoch: (report: EpochReport) => Promise<void> | void,
): Promise<void> {
  const config = TRAINING.hashes;
  const { categories, groupWidth } = heads.description;
  const photos = labels.length / categories.length;
  const optimiser = adamW(heads.named('trunk', 'semantic', 'category', 'proxies'), config.weightDecay);
  const size = Math.min(config.photosPerStep, photos);
  const perEpoch = Math.max(1, Math.floor(photos / size));
  const dropout = seededDropout(config.dropout, random);
  for (let epoch = 0; epoch < config.epochs; epoch++) {
    const order = shuffled(photos, random);
    const draw = draws[epoch % draws.length]!;
    let sum = 0;
    for (let step = 0; step < perEpoch; step++) {
      const batch = order.subarray(step * size, (step + 1) * size);
      const noisy = rowsOf(draw.maxima, categories.length, batch).map((logit) => logit + random.normal() * config.logitNoise);
      const inputs = {
        maxima: tf.tensor2d(noisy, [size, categories.length]),
        groups: tf.tensor3d(rowsOf(draw.groups, categories.length * groupWidth, batch), [size, categories.length, groupWidth]),
      };
      const truth = tf.tensor2d(rowsOf(labels, categories.length, batch), [size, categories.length]);
      sum += optimiser.step(() => {
        const codes = hashPass(inputs, heads, dropout);
        const semantic = SEMANTIC_BITS.map((bits) =>
          tf.add(
            proxyPairLoss(codes.semantic[bits], heads.get(`proxies${bits}`), truth, config.sharpness),
            tf.mul(quantisationLoss(codes.semantic[bits]), config.quantisation),
          ),
        );
        // Pairs of a category are twenty times as many as pairs of photos, so a part of the batch speaks for them.
        const few = Math.min(size, config.photosForCategories);
        const category = codes.category.slice([0, 0, 0], [categories.length, few, heads.description.bitsPerCategory]);
        return tf.addN([...semantic, categoryLoss(category, truth.slice([0, 0], [few, categories.length]))]).asScalar();
      }, cosineRate(config.learningRate, (epoch * perEpoch + step) / (config.epochs * perEpoch)));
      tf.dispose([inputs.maxima, inputs.groups, truth]);
    }
    await onEpoch({ stage: 'hashes', epoch: epoch + 1, epochs: config.epochs, loss: sum / perEpoch });
  }
  optimiser.dispose();
}
