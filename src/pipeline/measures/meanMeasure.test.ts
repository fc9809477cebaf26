import { expect, test } from 'vitest';
import { meanMeasure } from './meanMeasure.ts';

test('queries without a figure count neither above nor below the line', () => {
  expect(meanMeasure([0.5, null, 1])).toEqual({ mean: 0.75, count: 2 });
  expect(meanMeasure([null])).toEqual({ mean: NaN, count: 0 });
});
