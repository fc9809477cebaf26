import { expect, test } from 'vitest';
import { normalFrom, seededRandom } from '../../base/seededRandom.ts';
import { hammingDistance } from '../../codes/hammingDistance.ts';
import { cholesky, solveLower, solveUpper } from './cholesky.ts';
import { learnDiscriminantItq, type Views } from './discriminantItq.ts';
import { itqCodes, learnItq } from './itq.ts';

const DIMENSIONS = 12;
const OPTIONS = { shrinkage: 0.01, strength: 0.5 };

/** 300 things of two views each: in the first six dimensions the views agree, in the six others, ten times as loud, they do not. */
function things(seed: number): Views {
  const random = seededRandom(seed);
  const rows: number[] = [];
  for (let thing = 0; thing < 300; thing++) {
    const own = Array.from({ length: DIMENSIONS / 2 }, () => normalFrom(random));
    for (let view = 0; view < 2; view++) {
      rows.push(...own.map((x) => x + 0.1 * normalFrom(random)), ...own.map(() => 10 * normalFrom(random)));
    }
  }
  return { features: Float32Array.from(rows), dimensions: DIMENSIONS, views: 2 };
}

/** Mean distance of the codes of two views of one thing, in bits. */
function distanceWithin(model: ReturnType<typeof learnItq>, { features }: Views): number {
  const { words, count } = itqCodes(model, features);
  let sum = 0;
  for (let n = 0; n < count; n += 2) sum += hammingDistance(words, n, words, n + 1, 1);
  return sum / (count / 2);
}

test('bits come from what views of one thing agree in, where those of plain ITQ come from what is loudest', () => {
  const others = things(2);
  expect(distanceWithin(learnItq(things(1).features, DIMENSIONS, 6), others)).toBeGreaterThan(2.5);
  expect(distanceWithin(learnDiscriminantItq(things(1), 6, OPTIONS), others)).toBeLessThan(0.5);
});

test('the scale of a dimension makes no difference to the codes', () => {
  const { features, ...rest } = things(1);
  const scaled = features.map((value, at) => value * (1 + (at % DIMENSIONS)));
  const codes = itqCodes(learnDiscriminantItq({ features, ...rest }, 6, { ...OPTIONS, shrinkage: 0 }), features);
  const model = learnDiscriminantItq({ features: scaled, ...rest }, 6, { ...OPTIONS, shrinkage: 0 });
  const differing = hammingDistance(itqCodes(model, scaled).words, 0, codes.words, 0, codes.words.length);
  expect(differing / (codes.count * 6)).toBeLessThan(0.02);
});

test('one seed gives one model', () => {
  expect(learnDiscriminantItq(things(1), 6, OPTIONS)).toEqual(learnDiscriminantItq(things(1), 6, OPTIONS));
});

test('rows that are no whole things, one view of each and fewer rows than bits are refused', () => {
  const { features } = things(1);
  const learn = (views: number, rows: number) => () =>
    learnDiscriminantItq(
      { features: features.subarray(0, rows * DIMENSIONS), dimensions: DIMENSIONS, views },
      6,
      OPTIONS,
    );
  expect(learn(2, 13)).toThrow('learnDiscriminantItq: got 156 numbers in rows of 12, 2 views each');
  expect(learn(1, 12)).toThrow('1 views each, wanted at least 2 views');
  expect(learn(2, 4)).toThrow('6 rows and dimensions');
});

test('hand-worked: a triangular factor, and what is solved by it', () => {
  const lower = cholesky(Float64Array.of(4, 2, 2, 5), 2);
  expect([...lower]).toEqual([2, 0, 1, 2]);
  expect([...solveLower(lower, 2, Float64Array.of(2, 5))]).toEqual([1, 2]);
  expect([...solveUpper(lower, 2, Float64Array.of(4, 4))]).toEqual([1, 2]);
  expect(() => cholesky(Float64Array.of(1, 2, 2, 1), 2)).toThrow('wanted a positive definite matrix');
});
