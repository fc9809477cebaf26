import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { builtFiles } from './builtFiles.ts';
import { firstVisit, overLimit } from './firstVisit.ts';

let folder: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'facet-built-'));
  mkdirSync(join(folder, 'assets'));
  mkdirSync(join(folder, 'models'));
  writeFileSync(join(folder, 'sw.js'), 'self');
  writeFileSync(join(folder, 'index.html'), ' '.repeat(10_000));
  writeFileSync(join(folder, 'assets', 'libheif-1.wasm'), 'rarely needed');
  writeFileSync(join(folder, 'assets', 'backend.wasm'), 'wasm');
  writeFileSync(join(folder, 'models', 'heads-voc20.safetensors'), 'weights');
  writeFileSync(join(folder, 'models', 'googlenet.safetensors'), 'for heads of another backbone');
  writeFileSync(join(folder, 'models', 'heads-googlenet-voc20.safetensors'), 'heads of another backbone');
});
afterAll(() => rmSync(folder, { recursive: true }));

test("what few people need is kept when used, and the service worker's own script is no file of the page", () => {
  expect(builtFiles(folder)).toEqual([
    { name: 'assets/backend.wasm', keep: 'start' },
    { name: 'assets/libheif-1.wasm', keep: 'use' },
    { name: 'index.html', keep: 'start' },
    { name: 'models/googlenet.safetensors', keep: 'use' },
    { name: 'models/heads-googlenet-voc20.safetensors', keep: 'use' },
    { name: 'models/heads-voc20.safetensors', keep: 'start' },
  ]);
});

test('the first visit counts scripts and styles as they are sent, the rest as it lies', () => {
  const bytes = firstVisit(folder);
  expect(bytes).toMatchObject({ wasm: 4, weights: 7, other: 0 });
  expect(bytes.script).toBeGreaterThan(0);
  expect(bytes.script).toBeLessThan(200);
});

test('what is over its limit is named with both figures', () => {
  expect(overLimit({ script: 1, wasm: 1, weights: 1, other: 1 })).toEqual([]);
  expect(overLimit({ script: 1, wasm: 9e9, weights: 1, other: 1 })).toEqual([
    expect.stringMatching(/^The first visit loads 9000000000 bytes of wasm, allowed are \d+\.$/),
  ]);
});
