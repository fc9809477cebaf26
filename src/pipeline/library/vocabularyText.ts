import type { Category } from '../../network/network.ts';
import { ofNetwork, type Vocabulary } from './galleryRows.ts';

function isCategory(value: unknown): value is Category {
  return (
    typeof value === 'object' &&
    value !== null &&
    'name' in value &&
    typeof value.name === 'string' &&
    'gate' in value &&
    typeof value.gate === 'number'
  );
}

/** What a network knows, for storing: without what a person taught, which outlives networks in a place of its own. */
export function textOfVocabulary({ version, bitsPerCategory, categories }: Vocabulary): string {
  return JSON.stringify({ version, bitsPerCategory, categories: ofNetwork(categories) });
}

/** The inverse; null where that is not what is written. */
export function vocabularyOfText(text: string): Vocabulary | null {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    return null;
  }
  if (typeof value !== 'object' || value === null) return null;
  if (!('version' in value) || typeof value.version !== 'string') return null;
  if (!('bitsPerCategory' in value) || typeof value.bitsPerCategory !== 'number') return null;
  if (!('categories' in value) || !Array.isArray(value.categories) || !value.categories.every(isCategory)) return null;
  const { version, bitsPerCategory, categories } = value;
  return { version, bitsPerCategory, categories, vectors: null };
}
