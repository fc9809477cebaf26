import { unitBoxes } from '../../../base/image/box.ts';
import { tensor2d, tensor3d } from '../../tfjs/tfjs.ts';
import { type KernelCase, type KernelCases, randomValues } from '../kernelCase.ts';
import { DISTANCE_BINS, detectorEvidenceReference, type HeadMaps } from './detectorEvidence.reference.ts';
import { detectorEvidence } from './detectorEvidence.ts';

type Sides = readonly [height: number, width: number];

/** @param scores of one head's cells and classes, as logits */
function evidence(
  name: string,
  heads: readonly Sides[],
  classes: number,
  proposals: number,
  scores: (size: number, head: number) => Float32Array,
): KernelCase {
  const maps = heads.map(
    ([height, width], head): HeadMaps => ({
      height,
      width,
      scores: scores(height * width * classes, head),
      boxes: randomValues(height * width * 4 * DISTANCE_BINS, head + 10, -3, 3),
    }),
  );
  const corners = randomValues(proposals * 4, 5, 0, 0.5);
  const boxes = unitBoxes(corners.map((value, i) => (i % 4 < 2 ? value : value + 0.4)));
  return {
    name,
    run: () => [
      detectorEvidence(
        maps.map(({ height, width, scores: logits, boxes: distances }) => ({
          scores: tensor3d(logits, [height, width, classes]),
          distances: tensor3d(distances, [height, width, 4 * DISTANCE_BINS]),
        })),
        tensor2d(boxes, [proposals, 4]),
      ),
    ],
    expected: () => [detectorEvidenceReference(maps, boxes, classes)],
  };
}

/** About one in `oneIn` is above the least score. */
const sparse =
  (oneIn: number) =>
  (size: number, head: number): Float32Array =>
    randomValues(size, head + 1, -1, 1).map((value, i) =>
      Math.round(Math.abs(value) * 1e6) % oneIn === 0 ? value * 4 : -7 - (i % 3),
    );

export const detectorEvidenceCases: KernelCases = {
  kernel: 'detectorEvidence',
  tolerance: {
    absolute: 5e-5,
    relative: 1e-5,
    reason: 'a logarithm near 0.01 makes 1e-7 of a score·IoU in float32 up to 1e-5',
  },
  cases: [
    evidence('no proposal', [[2, 2]], 3, 0, sparse(2)),
    evidence('one of each', [[1, 1]], 1, 1, () => Float32Array.of(1)),
    evidence('no candidate', [[3, 5]], 4, 3, (size) => new Float32Array(size).fill(-6)),
    evidence(
      'fewer candidates than the limit',
      [
        [3, 5],
        [2, 3],
      ],
      4,
      7,
      sparse(4),
    ),
    evidence('exactly as many candidates as the limit', [[10, 10]], 1, 7, (size) => randomValues(size, 3)),
    evidence('one candidate more', [[101, 1]], 1, 7, (size) => randomValues(size, 3)),
    evidence(
      'every class of every cell is a candidate',
      [
        [9, 8],
        [5, 4],
      ],
      6,
      5,
      (size, head) => randomValues(size, head + 1, -4, 4),
    ),
    evidence('equal scores: the first cells and classes count', [[16, 18]], 3, 9, (size) =>
      new Float32Array(size).fill(0.5),
    ),
    evidence(
      'few different scores',
      [
        [16, 18],
        [8, 9],
      ],
      3,
      9,
      (size, head) => randomValues(size, head + 1).map((value) => Math.round(value * 2)),
    ),
    evidence('63 numbers', [[4, 4]], 9, 7, sparse(2)),
    evidence('64 numbers', [[8, 8]], 8, 8, sparse(2)),
    evidence('65 numbers', [[5, 13]], 13, 5, sparse(2)),
    evidence(
      'three heads of 80 classes, 129 proposals',
      [
        [40, 52],
        [20, 26],
        [10, 13],
      ],
      80,
      129,
      sparse(60),
    ),
  ],
};
