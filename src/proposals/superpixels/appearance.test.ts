import { expect, test } from 'vitest';
import { differencesFromReference } from '../testing/bothWays.ts';
import { APPEARANCE } from './appearance.arguments.ts';
import { APPEARANCE_CASES } from './appearance.cases.ts';

test.each(APPEARANCE_CASES)('the loop gives the bits of the reference: $name', (stageCase) => {
  expect(differencesFromReference(stageCase, [APPEARANCE])).toEqual([]);
});
