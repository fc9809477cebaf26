import type { HeadsCard } from '../api/trainedHeads.ts';
import { labelAveragePrecision } from '../measures/labelAveragePrecision.ts';
import { truthOf } from '../measures/labelFigures.ts';
import { meanMeasure } from '../measures/meanMeasure.ts';
import type { PlannedPhoto, TrainingPlan } from './trainingPlan.ts';

/**
 * How good the label branch is on photos that it never saw.
 * @param heldOut places in the plan's photos @param pooled its logits // (held out, C)
 */
export function heldOutFigures(
  { categories, photos }: TrainingPlan,
  heldOut: readonly number[],
  pooled: Float32Array,
): Pick<HeadsCard, 'heldOut' | 'map' | 'categories'> {
  const held: readonly PlannedPhoto[] = heldOut.map((i) => photos[i]!);
  const figures = categories.map((name, c) => ({
    name,
    photos: photos.filter(({ labels }) => labels.includes(name)).length,
    ap: labelAveragePrecision(
      held.map((_, i) => pooled[i * categories.length + c]!),
      held.map((photo) => truthOf(photo, name)),
    ),
  }));
  const { mean, count } = meanMeasure(figures.map(({ ap }) => ap));
  return { heldOut: held.length, map: count > 0 ? mean : null, categories: figures };
}
