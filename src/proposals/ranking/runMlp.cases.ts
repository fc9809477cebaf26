import { seededRandom } from '../../base/seededRandom.ts';
import type { StageCase } from '../testing/bothWays.ts';
import { filled } from '../testing/filled.ts';
import type { Mlp } from './mlp.ts';
import { runMlp } from './runMlp.ts';

/** Layers narrower and wider than the eight and the sixteen outputs that the loop takes together. */
const WIDTHS = [[5], [1, 1], [8, 3, 13, 5], [58, 16, 7], [40, 25, 9]] as const;
const ROWS = 7;

export const RUN_MLP_CASES: readonly StageCase[] = WIDTHS.flatMap((widths) =>
  [3, 58].map((inputs) => ({
    name: `a network of ${inputs} inputs and layers of ${widths.join(', ')}`,
    run(scratch) {
      const random = seededRandom(widths.length + inputs);
      const mlp: Mlp = {
        inputs,
        layers: widths.map((outputs, k) => {
          const before = widths[k - 1] ?? inputs;
          return {
            inputs: before,
            outputs,
            weights: filled(new Float32Array(outputs * before), () => random() - 0.5),
            bias: filled(new Float32Array(outputs), () => random() - 0.5),
          };
        }),
      };
      // Some inputs are 0, which the loop skips, and each row has two numbers more than are read.
      const rows = filled(scratch.float32(ROWS * (inputs + 2)), (i) => (i % 5 === 0 ? 0 : 4 * random() - 2));
      return [runMlp(mlp, rows, ROWS, inputs + 2, scratch)];
    },
  })),
);
