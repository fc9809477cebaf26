import { expect, test } from 'vitest';
import { cosineRate } from './adamW.ts';
import { seededRandom } from './random.ts';
import { type EpochReport, runEpochs } from './runEpochs.ts';

async function run(photos: number, photosPerStep: number) {
  const batches: number[][] = [];
  const rates: number[] = [];
  const reports: EpochReport[] = [];
  await runEpochs(
    'drawn',
    { epochs: 2, photosPerStep, learningRate: 0.1 },
    photos,
    seededRandom(1),
    (batch, rate) => {
      batches.push([...batch]);
      rates.push(rate);
      return batches.length;
    },
    (report) => void reports.push(report),
  );
  return { batches, rates, reports };
}

test('no photo comes twice in an epoch, batches are of one size, and the order is new each time', async () => {
  const { batches } = await run(10, 3);
  expect(batches.map(({ length }) => length)).toEqual([3, 3, 3, 3, 3, 3]);
  const [first, second] = [batches.slice(0, 3).flat(), batches.slice(3).flat()];
  for (const order of [first, second]) {
    expect(new Set(order).size).toBe(9);
    expect(order.every((place) => place >= 0 && place < 10)).toBe(true);
  }
  expect(second).not.toEqual(first);
});

test('fewer photos than a step asks for make one batch of all', async () => {
  const { batches } = await run(4, 64);
  expect(batches.map((batch) => [...batch].sort())).toEqual([
    [0, 1, 2, 3],
    [0, 1, 2, 3],
  ]);
});

test('the rate falls along half a cosine over all steps, and each epoch tells its mean loss', async () => {
  const { rates, reports } = await run(10, 5);
  expect(rates).toEqual([0, 1 / 4, 2 / 4, 3 / 4].map((progress) => cosineRate(0.1, progress)));
  expect(reports).toEqual([
    { stage: 'drawn', epoch: 1, epochs: 2, loss: 1.5 },
    { stage: 'drawn', epoch: 2, epochs: 2, loss: 3.5 },
  ]);
});
