import { seededRandom } from '../../base/seededRandom.ts';
import { fnv1a } from '../../base/weights/fingerprint.ts';
import type { SeenRow } from '../../gallery/seenRow.ts';
import type { Vocabulary } from './galleryRows.ts';

/** For tests: three categories, category codes of 8 bits, gates at 0.5. */
export const TEST_VOCABULARY: Vocabulary = {
  categories: ['bicycle', 'sofa', 'person'].map((name) => ({ name, gate: 0.5 })),
  bitsPerCategory: 8,
  version: 'now',
  vectors: { version: 'space', dimensions: 4 },
};

/** For tests: an id as photos have one, by a word of up to 32 letters; ids are in the order of the words. */
export function testId(word: string): string {
  const letters = [...new TextEncoder().encode(word)].map((byte) => byte.toString(16).padStart(2, '0'));
  return letters.join('').padEnd(64, '0');
}

/** Random bits by the id: photos of two ids lie about 64 of 128 bits apart. */
function looksOf(id: string): Uint32Array {
  const random = seededRandom(fnv1a([new TextEncoder().encode(id)]));
  return Uint32Array.from({ length: 4 }, () => random() * 2 ** 32);
}

/**
 * A photo with codes that are easy to tell apart: semantic code and pieces have that many ones, from bit 0 on.
 * @param pieceOnes ones of each category's piece // (3,)
 */
export function testRow(
  id: string,
  probabilities: readonly [number, number, number],
  semanticOnes: number,
  pieceOnes: readonly [number, number, number],
  changes: Partial<SeenRow> = {},
): SeenRow {
  const ones = (count: number): number => (count >= 32 ? 0xffffffff : 2 ** count - 1);
  const low = Math.min(32, semanticOnes);
  return {
    id,
    name: `${id}.jpg`,
    path: `${id}.jpg`,
    size: 1,
    lastModified: 1,
    addedAt: 1,
    width: 40,
    height: 30,
    version: 'now',
    probabilities: Float32Array.from(probabilities),
    semanticCodes: {
      16: Uint32Array.of(0),
      32: Uint32Array.of(ones(low)),
      48: Uint32Array.of(ones(low), 0),
      64: Uint32Array.of(ones(low), ones(semanticOnes - low)),
    },
    categoryCodes: Uint32Array.from(pieceOnes, ones),
    appearance: looksOf(id),
    regionAppearance: new Uint32Array(6),
    fingerprint: Uint32Array.of(0, 0),
    corrections: {},
    ...changes,
  };
}
