import { bagAt, bagCount, bagLogits, bagsOf, type PhotoBags } from '../../../network/taught/photoBags.ts';
import { questions } from '../../../network/taught/questions.ts';
import { expectedPrecision } from '../../../network/taught/taughtCalibration.ts';
import {
  LEARNED,
  type LearnedHow,
  learnedLayer,
  taughtCategory,
  taughtTold,
  UNLABELLED,
  wholeOf,
} from '../../../network/taught/taughtCategory.ts';
import { type Random, seededRandom, shuffled } from '../../../network/training/random.ts';
import { expectedCalibrationError } from '../../../pipeline/measures/expectedCalibrationError.ts';
import { type LabelTruth, labelAveragePrecision } from '../../../pipeline/measures/labelAveragePrecision.ts';
import { meanMeasure } from '../../../pipeline/measures/meanMeasure.ts';

/** How well a category is learned from a few examples, by the page's own functions. */

/** A gallery that examples are drawn from, and photos that the learned category is tried on. */
export interface TeachPhotos {
  readonly bags: PhotoBags;
  /** // (photos, categories) */
  readonly truths: readonly (readonly LabelTruth[])[];
}

/** What is said of photos that were not learned from, after so many examples. */
export interface ToldFigures {
  /** Expected calibration error of the probabilities. */
  readonly ece: number;
  /** Of what is over the gate, the share that a person is told is right, and the share that is. */
  readonly promised: number;
  readonly kept: number;
  /** The share of photos that hold the category which is over the gate. */
  readonly found: number;
}

export interface TeachFigures {
  /** Mean AP over categories and draws, by the number of examples. */
  readonly byExamples: Readonly<Record<string, number>>;
  /** After `askedAfter` examples and `questions` answers, all asked at once as the page does. */
  readonly answered: number;
  readonly told: Readonly<Record<string, ToldFigures>>;
}

/** Mean AP by the number of examples, and `answered8` after the questions. */
export function teachSummary({
  byExamples,
  answered,
}: Pick<TeachFigures, 'byExamples' | 'answered'>): Readonly<Record<string, number>> {
  return { ...byExamples, [`answered${TEACH.questions}`]: answered };
}

export const TEACH = {
  examples: [3, 5, 10, 20],
  told: [3, 5, 10, 20],
  draws: 3,
  seed: 15,
  askedAfter: 5,
  questions: 8,
};

interface Draw {
  apOf(count: number): number | null;
  apAfterAnswers(count: number): number | null;
  toldBy(count: number): ToldFigures & { readonly over: number };
}

/** One category, one draw: what is known of the gallery so far, and how good a category it makes. */
function drawOf(gallery: TeachPhotos, queries: TeachPhotos, c: number, how: LearnedHow, random: Random): Draw {
  const { bags } = gallery;
  const order = [...shuffled(gallery.truths.length, random)];
  const holders = order.filter((n) => gallery.truths[n]![c] === 'present');
  const truths = queries.truths.map((row) => row[c]!);
  const unsaid = (yes: readonly number[], no: readonly number[]) => {
    const answered = new Set([...yes, ...no]);
    return order.filter((n) => !answered.has(n)).slice(-UNLABELLED);
  };
  const bagsAt = (places: readonly number[]): PhotoBags =>
    bagsOf(
      places.map((n) => bagAt(bags, n)),
      bags.dimensions,
    );
  const from = (yes: readonly number[], no: readonly number[]) => ({
    examples: bagsAt(yes),
    counterExamples: bagsAt(no),
    gallery: bags,
    unlabelled: unsaid(yes, no),
  });
  const learn = (yes: readonly number[], no: readonly number[]) => learnedLayer(from(yes, no), null, how);
  const apOf = (layer: ReturnType<typeof learnedLayer>) =>
    labelAveragePrecision(bagLogits(layer, queries.bags).logits, truths);
  return {
    apOf: (count) => apOf(learn(holders.slice(0, count), [])),
    /** A photo with difficult objects alone is skipped. */
    apAfterAnswers(count) {
      const yes = holders.slice(0, count);
      const { logits } = bagLogits(learn(yes, []), bags);
      const asked = questions(logits, wholeOf(bags), new Set(yes), TEACH.questions);
      const said = (truth: LabelTruth) => asked.filter((n) => gallery.truths[n]![c] === truth);
      return apOf(learn([...yes, ...said('present')], said('absent')));
    },
    toldBy(count) {
      const yes = holders.slice(0, count);
      const category = taughtCategory(from(yes, []));
      const { probabilities } = taughtTold(category, queries.bags);
      const known = truths.flatMap((truth, n) => (truth === 'difficult' ? [] : [n]));
      const held = known.filter((n) => truths[n] === 'present');
      const over = known.filter((n) => probabilities[n]! >= category.gate);
      const right = over.filter((n) => truths[n] === 'present').length;
      return {
        ece: expectedCalibrationError(
          known.map((n) => probabilities[n]!),
          known.map((n) => Number(truths[n] === 'present')),
        ).ece,
        over: over.length,
        promised: over.length * (expectedPrecision(over.map((n) => probabilities[n]!)) ?? 0),
        kept: right,
        found: held.length === 0 ? 0 : right / held.length,
      };
    },
  };
}

/**
 * Every category in turn is taught from photos of the gallery that hold it, by image labels alone, and tried on the queries.
 * @returns means over categories × draws; a category with fewer examples than wanted is taught from those there are
 */
export function teachFigures(gallery: TeachPhotos, queries: TeachPhotos, how: LearnedHow = LEARNED): TeachFigures {
  const categories = gallery.truths[0]?.length ?? 0;
  if (bagCount(gallery.bags) !== gallery.truths.length)
    throw new RangeError(`teachFigures: got ${bagCount(gallery.bags)} photos and ${gallery.truths.length} truths`);
  const known = Array.from({ length: categories }, (_, c) => c).filter((c) =>
    gallery.truths.some((row) => row[c] === 'present'),
  );
  const draws = known.flatMap((c) =>
    Array.from({ length: TEACH.draws }, (_, draw) =>
      drawOf(gallery, queries, c, how, seededRandom(TEACH.seed + 1000 * c + draw)),
    ),
  );
  const mean = (values: readonly (number | null)[]): number => meanMeasure(values).mean;
  const told = (count: number): ToldFigures => {
    const all = draws.map(({ toldBy }) => toldBy(count));
    const sum = (of: 'over' | 'promised' | 'kept') => all.reduce((total, one) => total + one[of], 0);
    return {
      ece: mean(all.map(({ ece }) => ece)),
      promised: sum('promised') / Math.max(1, sum('over')),
      kept: sum('kept') / Math.max(1, sum('over')),
      found: mean(all.map(({ found }) => found)),
    };
  };
  return {
    byExamples: Object.fromEntries(
      TEACH.examples.map((count) => [String(count), mean(draws.map(({ apOf }) => apOf(count)))]),
    ),
    answered: mean(draws.map(({ apAfterAnswers }) => apAfterAnswers(TEACH.askedAfter))),
    told: Object.fromEntries(TEACH.told.map((count) => [String(count), told(count)])),
  };
}
