import { seededRandom } from '../../base/seededRandom.ts';
import type { OwnQuality, QualityQuestion, QualityStratum } from '../api/qualityVerbs.ts';
import { shareOfSums, stratifiedShare, wilsonShare } from '../measures/shareInterval.ts';

/** A photo and a category, and how surely it was said. */
export interface Pair {
  readonly photo: number;
  readonly category: number;
  readonly probability: number;
}

/** As many as a person answers in some minutes. */
export const QUESTIONS = 60;

/** Below it a pair is asked about by nobody: nearly all pairs are there, and nearly none of them holds. */
export const LEAST_ASKED = 0.02;

/** Parts of what can be asked: what passes its gate or not, by how sure it was. Upper ends. */
const SAID = [0.6, 0.9, Infinity];
const NOT_SAID = [0.15, Infinity];

export interface DrawnPairs {
  readonly strata: readonly QualityStratum[];
  readonly pairs: readonly (Pair & { readonly stratum: number })[];
}

/**
 * Draws so many pairs, as many from each part as from any other as far as it has them, every pair of a part with the same chance. Looks at
 * each pair once and keeps no more than it draws (reservoir sampling, Vitter 1985).
 * @param gates // (C,)
 */
export function drawPairs(
  pairs: Iterable<Pair>,
  gates: readonly number[],
  seed: number,
  count = QUESTIONS,
): DrawnPairs {
  const random = seededRandom(seed);
  const ends = [...SAID.map((end) => ({ said: true, end })), ...NOT_SAID.map((end) => ({ said: false, end }))];
  const strata = ends.map(({ said }) => ({ said, size: 0 }));
  const kept: Pair[][] = ends.map(() => []);
  for (const pair of pairs) {
    if (pair.probability < LEAST_ASKED) continue;
    const said = pair.probability >= gates[pair.category]!;
    const stratum = ends.findIndex((one) => one.said === said && pair.probability < one.end);
    const size = ++strata[stratum]!.size;
    const own = kept[stratum]!;
    if (own.length < count) own.push(pair);
    else {
      const place = Math.floor(random() * size);
      if (place < count) own[place] = pair;
    }
  }
  // Each reservoir is in no order that means anything once it is shuffled, so its first pairs are a fair draw, too.
  for (const own of kept) shuffle(own, random);
  const takes = shares(
    kept.map(({ length }) => length),
    count,
  );
  const drawn = kept.flatMap((own, stratum) => own.slice(0, takes[stratum]).map((pair) => ({ ...pair, stratum })));
  // Sure and unsure ones in turn, so that nobody gets used to one answer.
  shuffle(drawn, random);
  return { strata, pairs: drawn };
}

function shuffle<T>(list: T[], random: () => number): void {
  for (let n = list.length - 1; n > 0; n--) {
    const other = Math.floor(random() * (n + 1));
    [list[n], list[other]] = [list[other]!, list[n]!];
  }
}

/** How many to take of each so that none has more than it needs and all together are `count`, as far as there are so many. */
function shares(available: readonly number[], count: number): number[] {
  const takes = available.map(() => 0);
  for (let left = count; left > 0; left--) {
    let least = -1;
    takes.forEach((take, n) => {
      if (take < available[n]! && (least < 0 || take < takes[least]!)) least = n;
    });
    if (least < 0) break;
    takes[least]!++;
  }
  return takes;
}

/** What the answers say of all that could have been asked. A question that was skipped counts as not asked. */
export function ownFigures(
  strata: readonly QualityStratum[],
  questions: readonly QualityQuestion[],
): OwnQuality['figures'] {
  const seen = strata.map(({ said, size }, stratum) => {
    const answered = questions.filter(
      (one) => one.stratum === stratum && (one.answer === 'yes' || one.answer === 'no'),
    );
    const yes = answered.filter(({ answer }) => answer === 'yes').length;
    const sum = answered.reduce((total, { probability }) => total + probability, 0);
    return { said, size, yes, of: answered.length, mean: answered.length === 0 ? null : sum / answered.length };
  });
  const total = (said: boolean) => strata.reduce((sum, one) => sum + (one.said === said ? one.size : 0), 0);
  const precision = stratifiedShare(seen.filter(({ said }) => said));
  const missed = stratifiedShare(seen.filter(({ said }) => !said));
  return {
    answered: seen.reduce((sum, { of }) => sum + of, 0),
    precision,
    recall: shareOfSums({ size: total(true), share: precision }, { size: total(false), share: missed }),
    bins: [...seen]
      .map(({ mean, yes, of }) => ({ said: mean, right: wilsonShare(yes, of) }))
      .sort((a, b) => (a.said ?? 0) - (b.said ?? 0)),
  };
}
