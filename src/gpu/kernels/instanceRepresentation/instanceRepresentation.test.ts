import { expect, test } from 'vitest';
import { testOnEachBackend } from '../../../tools/onEachBackend.ts';
import { type Tensor2D, zeros } from '../../tfjs/tfjs.ts';
import { instanceRepresentationCases } from './instanceRepresentation.cases.ts';
import { instanceRepresentationReference } from './instanceRepresentation.reference.ts';
import { instanceRepresentation } from './instanceRepresentation.ts';

testOnEachBackend(instanceRepresentationCases);

test('a category gets the features of the proposals that show it, weighted by how surely', () => {
  const p = Float32Array.of(0.75, 0, 0.25, 0);
  const g = Float32Array.of(4, 8, 0, -8);
  const f = instanceRepresentationReference(p, g, 2, 2, 2);
  expect(f[0]).toBeCloseTo(3, 4);
  expect(f[1]).toBeCloseTo(4, 4);
  expect([f[2], f[3]]).toEqual([0, 0]);
});

test('shapes that do not belong together are refused', () => {
  const p = zeros([5, 3]) as Tensor2D;
  expect(() => instanceRepresentation(zeros([0, 3]) as Tensor2D, zeros([0, 2]) as Tensor2D)).toThrow(
    'instanceRepresentation: got p [0, 3]',
  );
  expect(() => instanceRepresentation(p, zeros([4, 2]) as Tensor2D)).toThrow(
    'instanceRepresentation: got g [4, 2], wanted (5, d)',
  );
});
