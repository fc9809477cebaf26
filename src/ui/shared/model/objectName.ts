import { say } from '../language/say.ts';
import { type Category, holds } from './category.ts';
import { percent } from './format.ts';
import { surest } from './proposals.ts';

/** What a box is called, by the probabilities of what is in it. */
export interface ObjectName {
  /** Of the surest category. */
  readonly index: number;
  readonly name: string;
  readonly probability: number;
  /** Whether the category reaches its gate; below it the name is a guess. */
  readonly found: boolean;
}

/** `probabilities` // (C,), of one box; null where there are no categories. */
export function objectName(probabilities: Float32Array, categories: readonly Category[]): ObjectName | null {
  const best = surest(probabilities);
  const category = best === null ? undefined : categories[best.index];
  if (best === null || category === undefined) return null;
  return { ...best, name: category.name, found: holds(probabilities, categories, best.index) };
}

/** 'dog 94 %', 'perhaps dog 40 %'. */
export function nameInWords({ name, probability, found }: ObjectName): string {
  return found ? `${say.category(name)} ${percent(probability)}` : say.photo.perhaps(name, percent(probability));
}
