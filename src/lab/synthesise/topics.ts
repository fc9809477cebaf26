import { seededRandom } from '../../base/seededRandom.ts';
import { wordsForBits } from '../../codes/packedCodes.ts';
import { SEMANTIC_BITS } from '../../network/heads/photoAnalysis.ts';
import { type CodeLayout, type CodeSample, copyOf } from './codeSample.ts';
import { flipBits } from './flipBits.ts';

/** Topics made of drawn scenes: as many as real photos have distinct semantic codes, two photos to a code. */
const TOPICS = 2048;
/** How many categories a topic has, one entry a hundredth of the topics: real photos have 1.5 on average. */
const HELD = [0, 1, 2, 3].flatMap((count) => Array<number>([15, 47, 26, 12][count]!).fill(count));
/** Share of the bits of a semantic code that a category flips. */
const SIGNATURE = 0.12;
/** Bits in which two topics of the same categories differ, as a share. */
const OWN = 0.05;

/**
 * What photos are about, made of the codes of drawn scenes. Drawn shapes hold no category, so each topic is given some, the first ones of
 * the list more often; each category flips bits of its own, so that photos of the same categories get codes near each other.
 * @param scenes at least one
 */
export function composedTopics(scenes: readonly CodeSample[], layout: CodeLayout, seed: number): CodeSample[] {
  const random = seededRandom(seed);
  return Array.from({ length: TOPICS }, () => {
    const topic = copyOf(scenes[Math.floor(random() * scenes.length)]!);
    const held = heldCategories(random, layout.categories.length);
    layout.categories.forEach(({ gate }, c) => {
      const share = random();
      topic.probabilities[c] = held.has(c) ? gate + (1 - gate) * Math.sqrt(share) : gate * 0.9 * share ** 6;
    });
    for (const bits of SEMANTIC_BITS) {
      for (const c of held) flipBits(seededRandom(c * 64 + bits), topic.semanticCodes[bits], 0, bits, SIGNATURE);
      flipBits(random, topic.semanticCodes[bits], 0, bits, OWN);
    }
    const { bitsPerCategory } = layout;
    for (const c of held)
      flipBits(random, topic.categoryCodes, c * wordsForBits(bitsPerCategory), bitsPerCategory, 0.3);
    return topic;
  });
}

function heldCategories(random: () => number, categories: number): Set<number> {
  const count = Math.min(HELD[Math.floor(random() * HELD.length)]!, categories);
  const held = new Set<number>();
  while (held.size < count) held.add(Math.floor(categories * random() ** 1.7));
  return held;
}
