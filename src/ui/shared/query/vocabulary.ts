import { plain } from '../language/plain.ts';
import { say } from '../language/say.ts';
/** What the search line knows by name. */
export interface Vocabulary {
  /** As people write them. */
  readonly categories: readonly string[];
  readonly folders: readonly string[];
  readonly cameras: readonly string[];
  readonly albums: readonly string[];
}

/** The category that a phrase names, in the singular or the plural or by another word for it; null for none. */
export function categoryNamed(phrase: string, categories: readonly string[]): string | null {
  const wanted = plain(phrase);
  if (wanted === '') return null;
  const named = (name: string) => categories.find((one) => plain(one) === plain(name)) ?? null;
  for (const form of [wanted, ...say.singulars(wanted)]) {
    const found = named(form) ?? named(say.synonyms.get(form) ?? '');
    if (found !== null) return found;
  }
  return null;
}

/** Other words for a category, to be completed as its name is. */
export function synonymsOf(category: string): string[] {
  return [...say.synonyms].filter(([, name]) => name === category).map(([word]) => word);
}

/** The camera that a phrase means: its whole name, or words of it that no other camera has. */
export function cameraNamed(phrase: string, cameras: readonly string[]): string | null {
  const wanted = plain(phrase);
  if (wanted === '') return null;
  const whole = cameras.find((name) => plain(name) === wanted);
  if (whole !== undefined) return whole;
  const meant = cameras.filter((name) => ` ${plain(name)} `.includes(` ${wanted} `));
  return meant.length === 1 ? (meant[0] ?? null) : null;
}
