import { hammingDistance } from '../../codes/hammingDistance.ts';
import { type PhotoAnalysis, SEMANTIC_BITS } from '../../network/heads/photoAnalysis.ts';
import type { Network } from '../../network/network.ts';
import { probePicture } from './probePicture.ts';
import { type Answer, type AnswerSize, type StoredAnswers, storedAnswers } from './storedAnswers.ts';

/** Bits of a semantic code that sums in another order may turn; of the category-aware codes of all categories together. */
const MOST_SEMANTIC_BITS = 1;
const MOST_CATEGORY_BITS = 2;
/** Of the photo's appearance code, and of each region's. */
const MOST_APPEARANCE_BITS = 1;
const MOST_PROBABILITY = 2e-3;
/** The drawn picture shows nothing that the network knows, so its probabilities are small: their logits tell them apart. Rounding moves one by 1e-5. */
const MOST_LOGIT = 0.02;
/** Of a box, in shares of the picture. */
const MOST_COORDINATE = 1e-3;

/** An engine gave another result for the drawn picture than the stored one; the message is a sentence for a person. */
export class WrongResult extends Error {
  override readonly name = 'WrongResult';
}

/** Index of the box in the analysis; −1 where it is not there. */
function indexOfBox({ boxes, objectness }: PhotoAnalysis, box: Float32Array): number {
  for (let i = 0; i < objectness.length; i++) {
    if (box.every((edge, side) => Math.abs(boxes[i * 4 + side]! - edge) <= MOST_COORDINATE)) return i;
  }
  return -1;
}

function logit(probability: number): number {
  // Away from 0 and 1, where float32 has no more places.
  const inner = Math.min(1 - 1e-6, Math.max(1e-6, probability));
  return Math.log(inner / (1 - inner));
}

function farApart(a: number, b: number): boolean {
  // Written so that NaN is far from everything.
  return !(Math.abs(a - b) <= MOST_PROBABILITY && Math.abs(logit(a) - logit(b)) <= MOST_LOGIT);
}

/**
 * The first way in which an analysis differs from the answer by more than rounding, as words; null when it does not. A proposal that wins
 * by no more than rounding may lose by as much, so winners are held to what they win by: the stored winner and the one found are both as
 * probable as the category itself.
 */
export function differenceFromAnswer(analysis: PhotoAnalysis, answer: Answer): string | null {
  const categories = answer.probabilities.length;
  if (analysis.probabilities.length !== categories)
    return `${analysis.probabilities.length} categories in place of ${categories}`;
  if (analysis.objectness.length !== answer.boxes)
    return `${analysis.objectness.length} proposals in place of ${answer.boxes}`;
  for (let c = 0; c < categories; c++) {
    const probability = analysis.probabilities[c]!;
    if (farApart(probability, answer.probabilities[c]!))
      return `the probability ${probability.toPrecision(3)} of category ${c} in place of ${answer.probabilities[c]!.toPrecision(3)}`;
    const winner = indexOfBox(analysis, answer.winnerBoxes.subarray(c * 4, c * 4 + 4));
    if (winner < 0) return `no proposal where the winner of category ${c} is`;
    for (const box of [winner, analysis.winners[c]!]) {
      if (farApart(analysis.proposalProbabilities[box * categories + c] ?? NaN, probability))
        return `the proposal ${analysis.winners[c]} as winner of category ${c} in place of ${winner}`;
    }
    for (let other = 0; other < categories; other++) {
      const [got, wanted] = [
        analysis.proposalProbabilities[winner * categories + other]!,
        answer.winnerProbabilities[c * categories + other]!,
      ];
      if (farApart(got, wanted))
        return `the probability ${got.toPrecision(3)} of category ${other} in proposal ${winner} in place of ${wanted.toPrecision(3)}`;
    }
  }
  for (const bits of SEMANTIC_BITS) {
    const [got, wanted] = [analysis.semanticCodes[bits], answer.semanticCodes[bits]];
    const apart = got.length === wanted.length ? hammingDistance(got, 0, wanted, 0, wanted.length) : bits;
    if (apart > MOST_SEMANTIC_BITS) return `${apart} other bits in the code of ${bits} bits`;
  }
  const category = bitsApart(analysis.categoryCodes, answer.categoryCodes);
  if (category > MOST_CATEGORY_BITS) return `${category} other bits in the category-aware codes`;
  const looks = bitsApart(analysis.appearance, answer.appearance);
  if (looks > MOST_APPEARANCE_BITS) return `${looks} other bits in the appearance code`;
  return regionDifference(analysis, answer);
}

/** Regions of winners that are the stored ones; one that won by no more than rounding looks otherwise by rights. */
function regionDifference({ winners, boxes, regionAppearance }: PhotoAnalysis, answer: Answer): string | null {
  const words = regionAppearance.length / winners.length;
  if (regionAppearance.length !== answer.regionAppearance.length) return 'no codes of the regions';
  for (let c = 0; c < winners.length; c++) {
    const stored = answer.winnerBoxes.subarray(c * 4, c * 4 + 4);
    if (stored.some((edge, side) => Math.abs(boxes[winners[c]! * 4 + side]! - edge) > MOST_COORDINATE)) continue;
    const apart = hammingDistance(regionAppearance, c * words, answer.regionAppearance, c * words, words);
    if (apart > MOST_APPEARANCE_BITS) return `${apart} other bits in the appearance code of category ${c}'s region`;
  }
  return null;
}

/** Infinity for codes of two lengths. */
function bitsApart(got: Uint32Array, wanted: Uint32Array): number {
  return got.length === wanted.length ? hammingDistance(got, 0, wanted, 0, wanted.length) : Infinity;
}

/**
 * Sends a drawn picture all of a photo's way, proposals to packed bits, before the network's codes are stored for years: drivers exist
 * that compile a shader and compute something else, and a network of right kernels can be put together wrongly.
 * @param size `strip` where a whole picture takes seconds
 * @throws WrongResult; Error when the stored answers are of other weights; whatever the network throws.
 */
export async function checkWholeResult(
  network: Network,
  size: AnswerSize,
  stored: Promise<StoredAnswers> = storedAnswers(),
): Promise<void> {
  const { version, answers } = await stored;
  if (version !== network.version) {
    throw new Error(
      `checkWholeResult: the stored answers are of ${version}, wanted ${network.version}; \`npm run answers\` makes them anew`,
    );
  }
  const answer = answers[size];
  const { analysis } = await network.analyse(probePicture(answer.width, answer.height), { atMost: answer.proposals });
  const difference = differenceFromAnswer(analysis, answer);
  if (difference !== null) throw new WrongResult(`It gives a drawn picture ${difference}.`);
}
