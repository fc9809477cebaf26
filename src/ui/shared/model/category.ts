import { holdsCategory } from '../../../base/holdsCategory.ts';
import type { PipelineSnapshot } from '../../../pipeline/api/pipeline.ts';
import { say } from '../language/say.ts';
import { percent } from './format.ts';

/** A category that the network knows, as the pipeline reports it. */
export type Category = PipelineSnapshot['categories'][number];

/** A category that a photo holds, with its index into the list of categories. */
export interface HeldCategory {
  readonly index: number;
  readonly name: string;
  readonly probability: number;
}

/**
 * The categories whose P_c reaches their gate, surest first.
 * `probabilities` // (C,), 0..1
 */
export function heldCategories(probabilities: Float32Array, categories: readonly Category[]): HeldCategory[] {
  return categories
    .map((category, index) => ({
      index,
      name: category.name,
      probability: probabilities[index] ?? 0,
      gate: category.gate,
    }))
    .filter((held) => holdsCategory(held.probability, held.gate))
    .sort((a, b) => b.probability - a.probability)
    .map(({ index, name, probability }) => ({ index, name, probability }));
}

/** Whether P_c of category `index` reaches its gate. */
export function holds(probabilities: Float32Array, categories: readonly Category[], index: number): boolean {
  const category = categories[index];
  return category !== undefined && holdsCategory(probabilities[index] ?? 0, category.gate);
}

/** What a bar and its tick say together. */
export function gateInWords(probability: number, gate: number): string {
  return holdsCategory(probability, gate)
    ? say.photo.found(percent(probability), percent(gate))
    : say.photo.notFound(percent(probability), percent(gate));
}
