import { type UnitBoxes, unitBoxes } from '../../base/image/box.ts';
import { type KernelCase, type KernelCases, randomValues } from '../../gpu/kernels/kernelCase.ts';
import { tensor3d } from '../../gpu/tfjs/tfjs.ts';
import { classPresence } from './classPresence.ts';
import { presenceOnBackend, SILENT_LOGIT } from './presenceOnBackend.ts';

const TEMPERATURE = 0.45;

export interface LogitMap {
  readonly height: number;
  readonly width: number;
  /** // (height · width, K) */
  readonly logits: Float32Array;
}

/** Seeded logits from −9 to 3, as a detection head gives them, of the sides of three strides. */
export function logitMaps(sides: readonly (readonly [number, number])[], classes: number): LogitMap[] {
  return sides.map(([height, width], i) => {
    return { height, width, logits: randomValues(height * width * classes, 9 + i, -9, 3) };
  });
}

/** `presenceOnBackend` by the plain loop: what lies outside of box 0 is silent. */
export function presenceReference(maps: readonly LogitMap[], classes: number, boxes: UnitBoxes): Float32Array {
  const [x0 = 0, y0 = 0, x1 = 1, y1 = 1] = boxes;
  const heard = maps.map(({ height, width, logits }) =>
    logits.map((logit, i) => {
      const cell = Math.floor(i / classes);
      const [x, y] = [((cell % width) + 0.5) / width, (Math.floor(cell / width) + 0.5) / height];
      return x >= x0 && x < x1 && y >= y0 && y < y1 ? logit : SILENT_LOGIT;
    }),
  );
  return classPresence(heard, classes, TEMPERATURE);
}

function presenceCase(name: string, maps: readonly LogitMap[], classes: number, box: readonly number[]): KernelCase {
  const boxes = unitBoxes(Float32Array.from(box));
  return {
    name,
    run: () => [
      presenceOnBackend(
        maps.map(({ height, width, logits }) => tensor3d(logits, [height, width, classes])),
        boxes,
        TEMPERATURE,
      ),
    ],
    expected: () => [presenceReference(maps, classes, boxes)],
  };
}

const small = logitMaps([[1, 1]], 3);
const photo = logitMaps(
  [
    [40, 52],
    [20, 26],
    [10, 13],
  ],
  80,
);

export const presenceCases: KernelCases = {
  kernel: 'presenceOnBackend',
  tolerance: { absolute: 1e-4, relative: 1e-5, reason: 'a logarithm of 2,700 exponentials in float32' },
  cases: [
    presenceCase('one cell', small, 3, [0, 0, 1, 1]),
    presenceCase('no cell at all has its middle in the region', small, 3, [0, 0, 0.4, 0.4]),
    presenceCase('80 classes of a photo', photo, 80, [0, 0, 1, 1]),
    presenceCase('80 classes of a region, of which box 0 alone counts', photo, 80, [0.2, 0.3, 0.7, 0.9, 0, 0, 1, 1]),
    presenceCase('80 classes of a region as narrow as a cell', photo, 80, [0.5, 0, 0.52, 1]),
  ],
};
