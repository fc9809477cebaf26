import { expect, test } from 'vitest';
import { poolSize } from './preparePool.ts';

test('on WASM each core looks at a photo, up to what memory bears; beside a GPU one core feeds it', () => {
  expect([1, 2, 4, 16].map((cores) => poolSize(cores, 'wasm'))).toEqual([1, 2, 4, 4]);
  expect([1, 2, 4, 16].map((cores) => poolSize(cores, 'webgpu'))).toEqual([1, 1, 3, 8]);
});
