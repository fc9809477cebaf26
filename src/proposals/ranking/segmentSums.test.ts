import { expect, test } from 'vitest';
import { differencesFromReference } from '../testing/bothWays.ts';
import { SEGMENT_SUMS } from './segmentSums.arguments.ts';
import { SEGMENT_SUMS_CASES } from './segmentSums.cases.ts';

test.each(SEGMENT_SUMS_CASES)('the loop gives the bits of the reference: $name', (stageCase) => {
  expect(differencesFromReference(stageCase, [SEGMENT_SUMS])).toEqual([]);
});
