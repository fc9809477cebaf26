import { expect, test } from 'vitest';
import { packedCodes } from '../../codes/packedCodes.ts';
import { sharedLabels, tieGroupsByDistance, tieGroupsByScore, tieGroupsOfOrder } from './tieGroups.ts';

test('photos of one distance form one group with their sums', () => {
  const groups = tieGroupsByDistance([2, 0, 2], 2, [1, 0, 3]);
  expect([...groups.sizes]).toEqual([1, 0, 2]);
  expect([...groups.relevant]).toEqual([0, 0, 2]);
  expect([...groups.shared]).toEqual([0, 0, 4]);
  expect([...groups.gains]).toEqual([0, 0, 1 + 7]);
  expect([...groups.bySharing]).toEqual([1, 1, 0, 1]);
});

test('a photo that is left out is in no group', () => {
  const groups = tieGroupsByDistance([0, 0], 0, [1, 2], 1);
  expect([...groups.sizes]).toEqual([1]);
  expect([...groups.bySharing]).toEqual([0, 1, 0]);
});

test('scores are grouped from the highest down, equal ones together', () => {
  expect([...tieGroupsByScore([0.1, 0.9, 0.1], [1, 0, 0]).sizes]).toEqual([1, 2, 0]);
  expect([...tieGroupsByScore([0.1, 0.9, 0.1], [1, 0, 0]).relevant]).toEqual([0, 1, 0]);
});

test('an order without ties is one group a photo', () => {
  expect([...tieGroupsOfOrder([2, 0], [1, 9, 3]).shared]).toEqual([3, 1]);
});

test('shared labels are the labels in both sets', () => {
  const sets = packedCodes(40, new Uint32Array([0b101, 0b1, 0b111, 0b0]));
  expect([...sharedLabels(sets, new Uint32Array([0b100, 0b1]))]).toEqual([2, 1]);
});

test('lists of different length are refused', () => {
  expect(() => tieGroupsByDistance([1], 1, [])).toThrow(
    'tieGroupsByDistance: got 1 distances and 0 photos, wanted as many',
  );
  expect(() => tieGroupsByScore([1], [])).toThrow('tieGroupsByScore: got 1 scores and 0 photos, wanted as many');
});
