import type { Hits, LikeAnswer } from '../../../pipeline/api/hits.ts';
import { firstGroupedLimit, firstLooksLimit, firstSimilarLimit, numbersAt, withinDistance } from './hitList.ts';

/** A list of an answer: the overall one, or a group of photos that hold what the query holds. */
export interface HitGroup {
  /** A category, `together` for the photos that hold all of them, null for the overall list. */
  readonly name: string | null;
  /** Categories by name that all of its photos hold, the query's surest first; of the overall list none. */
  readonly categories: readonly string[];
  /** P_c of the query; null where the group is of several categories. */
  readonly queryProbability: number | null;
  readonly bits: number;
  readonly hits: Hits;
  /** Places in `hits` that the limit leaves. */
  readonly places: Uint32Array;
  /** The photos at those places. */
  readonly numbers: Uint32Array;
}

/** The largest distance of each tab, bits; null where a person has not chosen one. */
export interface Limits {
  readonly similar: number | null;
  readonly grouped: number | null;
}

/** Where the slider of the overall list stands. */
export function similarLimit(answer: LikeAnswer, { similar }: Limits): number {
  const { similarBits, similarBy } = answer;
  return similar ?? (similarBy === 'looks' ? firstLooksLimit(similarBits) : firstSimilarLimit(similarBits));
}

/** Length of the longest code that groups are ordered by, bits; 0 without groups. The slider is of a category's code. */
export function groupedBits({ rows }: LikeAnswer): number {
  return rows.reduce((most, row) => Math.max(most, row.bits), 0);
}

/** Where the slider of the groups stands, bits of a category's code. */
export function groupedLimit(answer: LikeAnswer, { grouped }: Limits): number {
  return grouped ?? firstGroupedLimit(groupedBits(answer));
}

export function overallList(answer: LikeAnswer, limits: Limits): HitGroup {
  const { similar: hits, similarBits: bits } = answer;
  const places = withinDistance(hits, similarLimit(answer, limits));
  return { name: null, categories: [], queryProbability: null, bits, hits, places, numbers: numbersAt(hits, places) };
}

/**
 * The groups of an answer: the photos that hold all categories of the query, then those of each category.
 * @param together the name that the first group goes by
 */
export function answerGroups(answer: LikeAnswer, limits: Limits, together: string): HitGroup[] {
  const limit = groupedLimit(answer, limits);
  const whole = groupedBits(answer);
  const group = (hits: Hits, bits: number, rest: Omit<HitGroup, 'hits' | 'bits' | 'places' | 'numbers'>): HitGroup => {
    // Codes of other lengths are cut off at the same share of their bits.
    const places = withinDistance(hits, whole === 0 ? bits : Math.round((limit / whole) * bits));
    return { ...rest, bits, hits, places, numbers: numbersAt(hits, places) };
  };
  const all = answer.together;
  return [
    ...(all === null
      ? []
      : [group(all.hits, all.bits, { name: together, categories: all.categories, queryProbability: null })]),
    ...answer.rows.map(({ category, queryProbability, bits, hits }) =>
      group(hits, bits, { name: category, categories: [category], queryProbability }),
    ),
  ];
}
