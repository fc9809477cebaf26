import { expect, test } from 'vitest';
import { differencesFromReference } from '../testing/bothWays.ts';
import { KEEP_LARGEST_PARTS } from './superpixelParts.arguments.ts';
import { SUPERPIXEL_PARTS_CASES } from './superpixelParts.cases.ts';

test.each(SUPERPIXEL_PARTS_CASES)('the loop gives the bits of the reference: $name', (stageCase) => {
  expect(differencesFromReference(stageCase, [KEEP_LARGEST_PARTS])).toEqual([]);
});
