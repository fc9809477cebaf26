import { availableParallelism } from 'node:os';
import { expect, test } from '@playwright/test';
import { soakBlocks } from './blocks.ts';
import { Checkpoints } from './checkpoints.ts';
import { soakBlock } from './soak.ts';
import { type BlockOutcome, soakTable } from './table.ts';

const FAULTS = Number(process.env['FACET_SOAK_FAULTS'] ?? 200);
const SEED = Number(process.env['FACET_SOAK_SEED'] ?? 1);

const checkpoints = new Checkpoints<BlockOutcome>('faults');
const blocks = soakBlocks(FAULTS, SEED);

for (const block of blocks) {
  test(`${block.name}: every photo is there once, and no good one is put aside`, async ({ baseURL }) => {
    test.skip(
      checkpoints.read().some((one) => one.block === block.name),
      'It has run: .facet/soak/faults.jsonl',
    );
    const outcome = await soakBlock(baseURL ?? '', block);
    checkpoints.add(outcome);
    expect(outcome.outcomes.filter(({ lost, putAside }) => lost + putAside > 0)).toEqual([]);
    expect(outcome).toMatchObject({ twice: 0, miscounted: 0 });
    // The longest task is the page's start, a quarter of a second of the processor: on a machine where twenty programs want its two cores it
    // takes five seconds on the wall (traced), and nobody is to blame for that.
    const share = Math.max(1, outcome.load / availableParallelism());
    expect(outcome.longestPause).toBeLessThan(3000 * share);
  });
}

test.afterAll(() => {
  const names = new Set(blocks.map(({ name }) => name));
  console.log(`\n${soakTable(checkpoints.read().filter(({ block }) => names.has(block)))}`);
});
