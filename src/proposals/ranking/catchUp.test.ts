import { expect, test } from 'vitest';
import { differencesFromReference } from '../testing/bothWays.ts';
import { CATCH_UP } from './catchUp.arguments.ts';
import { CATCH_UP_CASES } from './catchUp.cases.ts';

test.each(CATCH_UP_CASES)('the loop gives the bits of the reference: $name', (stageCase) => {
  expect(differencesFromReference(stageCase, [CATCH_UP])).toEqual([]);
});
