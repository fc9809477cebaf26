import { expect, test } from 'vitest';
import { nearestProposal, proposalAt, proposalRegion, strongestProposals, surest } from './proposals.ts';

const boxes = Float32Array.of(0, 0, 1, 1, 0.1, 0.1, 0.9, 0.9, 0.25, 0.25, 0.75, 0.75);

test('the strongest come first, without the whole photo', () => {
  expect(strongestProposals(Float32Array.of(9, 0.2, 0.8, 0.5), 2)).toEqual([2, 3]);
  expect(strongestProposals(Float32Array.of(1), 5)).toEqual([]);
});

test('a tap takes the smallest box under it, among the shown', () => {
  expect(proposalAt(boxes, [1, 2], 0.5, 0.5)).toBe(2);
  expect(proposalAt(boxes, [1], 0.5, 0.5)).toBe(1);
  expect(proposalAt(boxes, [1, 2], 0.2, 0.2)).toBe(1);
});

test('the far edge of a box is out', () => {
  expect(proposalAt(boxes, [2], 0.75, 0.5)).toBe(null);
});

test('a drawn box belongs to the proposal that it overlaps most, not to one that merely contains it', () => {
  expect(nearestProposal(boxes, { x0: 0.28, y0: 0.25, x1: 0.75, y1: 0.7 })).toBe(2);
  expect(nearestProposal(boxes, { x0: 0.1, y0: 0.12, x1: 0.85, y1: 0.9 })).toBe(1);
  expect(nearestProposal(boxes, { x0: 0, y0: 0, x1: 1, y1: 0.98 })).toBe(0);
});

test('a box reads as four shares', () => {
  expect(proposalRegion(boxes, 0)).toEqual({ x0: 0, y0: 0, x1: 1, y1: 1 });
});

test('the surest category is the largest probability', () => {
  expect(surest(Float32Array.of(0.25, 0.75, 0.5))).toEqual({ index: 1, probability: 0.75 });
  expect(surest(new Float32Array(0))).toBe(null);
});
