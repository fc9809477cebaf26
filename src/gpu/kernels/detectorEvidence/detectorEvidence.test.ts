import { expect, test } from 'vitest';
import { unitBoxes } from '../../../base/image/box.ts';
import { testOnEachBackend } from '../../../tools/onEachBackend.ts';
import { type Tensor2D, type Tensor3D, zeros } from '../../tfjs/tfjs.ts';
import { detectorEvidenceCases } from './detectorEvidence.cases.ts';
import { detectorCandidates, detectorEvidenceReference, evidenceOfCandidates } from './detectorEvidence.reference.ts';
import { detectorEvidence } from './detectorEvidence.ts';

testOnEachBackend(detectorEvidenceCases);

const boxes = unitBoxes(Float32Array.of(0, 0, 1, 1, 0, 0, 0.5, 0.5, 0.6, 0.6, 1, 1));

test('a proposal has the largest score·IoU of each class, as a logarithm above a floor', () => {
  const evidence = evidenceOfCandidates(
    [
      { category: 1, score: 0.8, box: [0, 0, 0.5, 0.5] },
      { category: 1, score: 0.4, box: [0, 0, 1, 1] },
    ],
    boxes,
    2,
  );
  const wanted = [0, 0.4, 0, 0.8, 0, 0.4 * 0.16].map((overlap) => Math.log(overlap + 0.01));
  wanted.forEach((value, i) => expect(evidence[i]).toBeCloseTo(value, 5));
});

test('the tight box of an object has more evidence than a loose one around it', () => {
  const evidence = evidenceOfCandidates([{ category: 0, score: 0.9, box: [0, 0, 0.5, 0.5] }], boxes, 1);
  expect(evidence[1]).toBeGreaterThan(evidence[0]!);
});

test('without candidates every proposal is at the floor', () => {
  const evidence = evidenceOfCandidates([], boxes, 3);
  expect(new Set(evidence).size).toBe(1);
  expect(evidence[0]).toBeCloseTo(Math.log(0.01), 5);
});

test('only the hundred strongest count, the first of equals', () => {
  // One class in 104 cells of a row; an undecided distribution reaches 5 cells to each side.
  const head = { height: 1, width: 104, scores: new Float32Array(104).fill(0), boxes: new Float32Array(104 * 44) };
  head.scores[103] = 1;
  const found = detectorCandidates([head]);
  expect(found).toHaveLength(104);
  expect(found[0]!.score).toBeCloseTo(1 / (1 + Math.exp(-1)), 6);
  const cell = (x: number) => unitBoxes(Float32Array.of((x - 4.5) / 104, 0, (x + 5.5) / 104, 1));
  // Cell 98 is the hundredth by order, cell 99 comes too late: what is seen there is its neighbour, one cell off.
  expect(detectorEvidenceReference([head], cell(98), 1)[0]).toBeCloseTo(Math.log(0.5 + 0.01), 5);
  expect(detectorEvidenceReference([head], cell(99), 1)[0]).toBeCloseTo(Math.log(0.5 * (9 / 11) + 0.01), 5);
});

test('maps that do not belong together are refused', () => {
  const [scores, distances] = [zeros([2, 3, 5]) as Tensor3D, zeros([2, 3, 44]) as Tensor3D];
  const all = zeros([1, 4]) as Tensor2D;
  expect(() => detectorEvidence([], all)).toThrow('detectorEvidence: got no class, wanted at least one detection head');
  expect(() =>
    detectorEvidence(
      [
        { scores, distances },
        { scores: zeros([2, 3, 4]) as Tensor3D, distances },
      ],
      all,
    ),
  ).toThrow('detectorEvidence: got scores [2, 3, 4] of head 1, wanted (h, w, 5)');
  expect(() => detectorEvidence([{ scores, distances: zeros([2, 3, 40]) as Tensor3D }], all)).toThrow(
    'detectorEvidence: got distances [2, 3, 40] of head 0, wanted [2, 3, 44]',
  );
  expect(() => detectorEvidence([{ scores, distances }], zeros([1, 5]) as Tensor2D)).toThrow(
    'detectorEvidence: got boxes [1, 5], wanted (N, 4)',
  );
});
