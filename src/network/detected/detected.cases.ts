import { unitBoxes } from '../../base/image/box.ts';
import { crossHypothesisMaxPoolReference } from '../../gpu/kernels/crossHypothesisMaxPool/crossHypothesisMaxPool.reference.ts';
import { type KernelCase, type KernelCases, randomValues } from '../../gpu/kernels/kernelCase.ts';
import { tensor2d, tensor3d } from '../../gpu/tfjs/tfjs.ts';
import { logitMaps, presenceReference } from '../labels/presenceOnBackend.cases.ts';
import { detectedOn } from './detected.ts';

const CLASSES = 80;
const SIDES = [
  [40, 52],
  [20, 26],
  [10, 13],
] as const;
const TAPS = ['scores8', 'scores16', 'scores32'] as const;

/** @param evidence // (N, K) @param chosen classes, in the order in which they come out */
function detecting(
  name: string,
  box: readonly number[],
  evidence: Float32Array,
  chosen: readonly number[],
): KernelCase {
  const maps = logitMaps(SIDES, CLASSES);
  const rows = evidence.length / CLASSES;
  const boxes = unitBoxes(Float32Array.from({ length: rows * 4 }, (_, i) => box[i % 4]!));
  const vocabulary = {
    temperature: 0.45,
    detected: chosen.map((k) => ({ name: `class ${k}`, class: k, gate: 0.5 })),
  };
  return {
    name,
    run: () => {
      const tensors = maps.map(({ height, width, logits }) => tensor3d(logits, [height, width, CLASSES]));
      const byTap = Object.fromEntries(TAPS.map((tap, i) => [tap, tensors[i]!]));
      const found = detectedOn(byTap, boxes, tensor2d(evidence, [rows, CLASSES]), vocabulary);
      return [found.presence, found.evidence, found.winners];
    },
    expected: () => {
      const presence = presenceReference(maps, CLASSES, boxes);
      const own = Float32Array.from(
        { length: rows * chosen.length },
        (_, i) => evidence[Math.floor(i / chosen.length) * CLASSES + chosen[i % chosen.length]!]!,
      );
      const { winners } = crossHypothesisMaxPoolReference(own, rows, chosen.length, 0);
      return [Float32Array.from(chosen, (k) => presence[k]!), own, winners];
    },
  };
}

const all = Array.from({ length: CLASSES }, (_, k) => k);
const beyondVoc = all.filter((k) => k % 4 !== 1).reverse();

export const detectedCases: KernelCases = {
  kernel: 'detectedOn',
  tolerance: { absolute: 1e-4, relative: 1e-5, reason: 'a logarithm of 2,700 exponentials in float32' },
  cases: [
    detecting('60 classes out of order, 129 boxes', [0, 0, 1, 1], randomValues(129 * CLASSES, 4, -4.6, 0), beyondVoc),
    detecting('80 classes of a region', [0.1, 0.2, 0.6, 0.7], randomValues(40 * CLASSES, 5, -4.6, 0), all),
    detecting('of equals the first box wins', [0, 0, 1, 1], new Float32Array(7 * CLASSES).fill(-4.6), beyondVoc),
    detecting('one class and one box', [0, 0, 1, 1], randomValues(CLASSES, 6, -4.6, 0), [79]),
  ],
};
