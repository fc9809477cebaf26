import { expect, test } from 'vitest';
import { differencesFromReference } from '../testing/bothWays.ts';
import { SUPERPIXEL_SHAPES } from './superpixelShapes.arguments.ts';
import { SUPERPIXEL_SHAPES_CASES } from './superpixelShapes.cases.ts';

test.each(SUPERPIXEL_SHAPES_CASES)('the loop gives the bits of the reference: $name', (stageCase) => {
  expect(differencesFromReference(stageCase, [SUPERPIXEL_SHAPES])).toEqual([]);
});
