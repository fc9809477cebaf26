import sharp from 'sharp';
import { expect, test } from 'vitest';
import type { EpochReport } from '../../network/training/runEpochs.ts';
import { trainingReport } from './trainingReport.ts';

function epochs(stage: string, ...losses: number[]): EpochReport[] {
  return losses.map((loss, i) => ({ stage, epoch: i + 1, epochs: losses.length, loss }));
}

/** The y of each point of each curve. */
function curves(svg: string): number[][] {
  return [...svg.matchAll(/points="([^"]*)"/g)].map(([, points]) =>
    points!.split(' ').map((point) => Number(point.split(',')[1])),
  );
}

test('is a picture that a renderer reads, a panel for each stage', async () => {
  const svg = trainingReport([...epochs('labels', 4, 2, 1), ...epochs('hashes', 9, 8)]);
  const { format, width, height } = await sharp(Buffer.from(svg)).metadata();
  expect({ format, width, height }).toEqual({ format: 'svg', width: 640, height: 440 });
  expect(svg).toContain('labels: loss by epoch');
  expect(svg).toContain('hashes: loss by epoch');
});

test('a curve has a point for each epoch and falls as the loss falls', () => {
  const [labels, hashes] = curves(trainingReport([...epochs('labels', 4, 2, 1), ...epochs('hashes', 9, 8)]));
  expect(labels).toHaveLength(3);
  expect(labels).toEqual([...labels!].sort((a, b) => a - b)); // y grows downwards
  expect(hashes).toHaveLength(2);
});

test('one epoch, a loss that stands still and a run without an epoch are pictures too', async () => {
  for (const reports of [epochs('labels', 3), epochs('labels', 3, 3), []]) {
    const svg = trainingReport(reports);
    expect(svg).not.toMatch(/NaN|Infinity/);
    expect((await sharp(Buffer.from(svg)).metadata()).height).toBe(220);
  }
});
