import { expect, test } from 'vitest';
import { seededRandom } from '../../base/seededRandom.ts';
import { Scratch } from '../../proposals/arena/scratch.ts';
import { sigmoid } from '../../proposals/ranking/mlp.ts';
import { runMlp } from '../../proposals/ranking/runMlp.ts';
import { trainMlp } from './mlpTraining.ts';

const settings = { hidden: [8], epochs: 60, batch: 16, rate: 0.02, decay: 0, seed: 1 };

/** Points of the plane; the target is whether exactly one coordinate is above its middle, which no linear model can tell. */
function exclusiveOr(count: number) {
  const random = seededRandom(9);
  const rows = Float32Array.from({ length: count * 2 }, (_, i) => (i % 2 === 0 ? random() : 100 + 50 * random()));
  const targets = Float32Array.from({ length: count }, (_, k) =>
    rows[k * 2]! > 0.5 !== rows[k * 2 + 1]! > 125 ? 1 : 0,
  );
  return { inputs: 2, rows, outputs: 1, targets, weights: new Float32Array(count).fill(1) };
}

test('training learns an exclusive or from raw, unscaled features, and the loss falls', () => {
  const data = exclusiveOr(400);
  const { mlp, losses } = trainMlp(data, settings);
  const outputs = runMlp(mlp, data.rows, 400, 2, new Scratch());
  const right = [...outputs].filter((x, k) => sigmoid(x) > 0.5 === (data.targets[k] === 1)).length;
  expect(right).toBeGreaterThan(380);
  expect(losses.at(-1)!).toBeLessThan(losses[0]! / 3);
});

test('the same seed gives the same network, another seed another', () => {
  const data = exclusiveOr(50);
  const once = trainMlp(data, { ...settings, epochs: 2 }).mlp;
  expect(trainMlp(data, { ...settings, epochs: 2 }).mlp).toEqual(once);
  expect(trainMlp(data, { ...settings, epochs: 2, seed: 2 }).mlp).not.toEqual(once);
});
