import * as tf from '../../gpu/tfjs/tfjs.ts';
import { SEMANTIC_BITS } from '../heads/photoAnalysis.ts';
import { adamW } from './adamW.ts';
import { hashPass } from './batchForward.ts';
import type { HeadsVariables } from './headsVariables.ts';
import { categoryLoss } from './losses/categoryLoss.ts';
import { labelRelations, listwiseLoss } from './losses/listwiseLoss.ts';
import { quantisationLoss } from './losses/quantisationLoss.ts';
import type { PhotoPass } from './photoPass.ts';
import type { Random } from './random.ts';
import { type OnEpoch, runEpochs } from './runEpochs.ts';
import { TRAINING, type TrainingSettings } from './trainingConfig.ts';
import { rowsOf } from './trainingPhotos.ts';
import { seededDropout } from './trainLabels.ts';

/** The same photos as the network sees them, and as it would see them with less to go by. */
export interface HashDraws {
  /** All proposals, no dropout. */
  readonly whole: PhotoPass;
  /** A part of the proposals each time, under dropout, of the photo as it is or of its mirror image. */
  readonly thinned: readonly PhotoPass[];
}

/**
 * Last stage: the hash layers of all lengths, on the frozen region stage. The heads know their training photos too well, and
 * codes that have only seen certain photos break on uncertain ones; so half of the photos of a step come from a thinned draw,
 * the pooled logits and the groups carry noise, and the groups of most photos are hidden from the semantic layer.
 * @param draws of the same photos, in the order of `labels` @param labels // (photos, C)
 */
export async function trainHashes(
  heads: HeadsVariables,
  draws: HashDraws,
  labels: Float32Array,
  random: Random,
  onEpoch: OnEpoch,
  settings: TrainingSettings = TRAINING,
): Promise<void> {
  const config = settings.hashes;
  const { categories, groupWidth, bitsPerCategory } = heads.description;
  const optimiser = adamW(heads.named('trunk', 'semantic', 'category'), config.weightDecay);
  const dropout = seededDropout(config.dropout, random);
  await runEpochs(
    'hashes',
    config,
    labels.length / categories.length,
    random,
    (batch, rate) => {
      const size = batch.length;
      const drawn = drawnPasses(draws, batch, categories.length, groupWidth, random, config);
      const inputs = {
        pooled: tf.tensor2d(drawn.pooled, [size, categories.length]),
        groups: tf.tensor3d(drawn.groups, [size, categories.length, groupWidth]),
      };
      const shown = tf.tensor2d(shownGroups(size, config.groupDropout, random), [size, 1]);
      const noise = tf.tensor3d(normals(drawn.groups.length, config.groupNoise, random), inputs.groups.shape);
      const truth = tf.tensor2d(rowsOf(labels, categories.length, batch), [size, categories.length]);
      const loss = optimiser.step(() => {
        const codes = hashPass(inputs, heads, { dropout, shown, noise });
        const relations = labelRelations(truth);
        const semantic = SEMANTIC_BITS.map((bits) =>
          tf.add(
            listwiseLoss(codes.semantic[bits], relations, config.sharpness),
            tf.mul(quantisationLoss(codes.semantic[bits]), config.quantisation),
          ),
        );
        // Pairs of a category are twenty times as many as pairs of photos, so a part of the batch speaks for them.
        const few = Math.min(size, config.photosForCategories);
        const category = codes.category.slice([0, 0, 0], [categories.length, few, bitsPerCategory]);
        return tf.addN([...semantic, categoryLoss(category, truth.slice([0, 0], [few, categories.length]))]).asScalar();
      }, rate);
      tf.dispose([inputs.pooled, inputs.groups, shown, noise, truth]);
      return loss;
    },
    onEpoch,
  );
  optimiser.dispose();
}

/** Each photo of the batch from one of its draws, with noise on its logits. // (batch, C) and (batch, C·d) */
function drawnPasses(
  draws: HashDraws,
  batch: ArrayLike<number>,
  categories: number,
  groupWidth: number,
  random: Random,
  { logitNoise, wholeShare }: TrainingSettings['hashes'],
): PhotoPass {
  const width = categories * groupWidth;
  const pooled = new Float32Array(batch.length * categories);
  const groups = new Float32Array(batch.length * width);
  for (let i = 0; i < batch.length; i++) {
    const photo = batch[i]!;
    const pass = random.next() < wholeShare ? draws.whole : draws.thinned[random.below(draws.thinned.length)]!;
    pooled.set(pass.pooled.subarray(photo * categories, (photo + 1) * categories), i * categories);
    groups.set(pass.groups.subarray(photo * width, (photo + 1) * width), i * width);
  }
  normals(pooled.length, logitNoise, random).forEach((noise, i) => {
    pooled[i]! += noise;
  });
  return { pooled, groups };
}

function normals(count: number, deviation: number, random: Random): Float32Array {
  return Float32Array.from({ length: count }, () => random.normal() * deviation);
}

/** For each photo 0 where the semantic layer shall do without its groups, else what makes up for the others. // (photos,) */
function shownGroups(photos: number, groupDropout: number, random: Random): Float32Array {
  return Float32Array.from({ length: photos }, () => (random.next() < groupDropout ? 0 : 1 / (1 - groupDropout)));
}
