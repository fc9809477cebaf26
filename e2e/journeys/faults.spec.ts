import { expect, test } from '@playwright/test';
import { FAULTS } from '../soak/faults.ts';
import { soakBlock } from '../soak/soak.ts';

/** The short form of `npm run soak`, which also holds the page to its pauses: those of a busy machine would be counted here. */
test('after a fault of each kind every photo is there once, and no good one is put aside', async ({ baseURL }) => {
  const outcome = await soakBlock(baseURL ?? '', { name: 'short', engine: 'wasm', faults: FAULTS, seed: 7 });
  expect(outcome.outcomes.filter(({ lost, putAside }) => lost + putAside > 0)).toEqual([]);
  expect(outcome).toMatchObject({ twice: 0, miscounted: 0 });
});
