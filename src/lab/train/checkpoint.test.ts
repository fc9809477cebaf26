import { existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import type { WeightsFile } from '../../base/weights/safetensors.ts';
import { readCheckpoint, writeCheckpoint } from './checkpoint.ts';

let folder: string, path: string;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'facet-checkpoint-'));
  path = join(folder, 'checkpoint.safetensors');
});

afterEach(() => rmSync(folder, { recursive: true }));

function file(...values: number[]): WeightsFile {
  return {
    tensors: new Map([['w', { shape: [values.length], values: Float32Array.from(values) }]]),
    metadata: { key: '{"seed":1}' },
  };
}

test('where there is none, there is none', () => {
  expect(readCheckpoint(path)).toBeNull();
});

test('the last one written is read back to the bit, and nothing lies beside it', () => {
  writeCheckpoint(path, file(1, 2));
  writeCheckpoint(path, file(1 / 3, -1e-30, 3));
  expect(readCheckpoint(path)).toMatchObject(file(1 / 3, -1e-30, 3));
  expect(existsSync(`${path}.part`)).toBe(false);
});

test('a run cut off while writing leaves the earlier one, and the next run writes over the rest', () => {
  writeCheckpoint(path, file(1, 2));
  writeFileSync(`${path}.part`, 'half a fi');
  expect(readCheckpoint(path)).toMatchObject(file(1, 2));
  writeCheckpoint(path, file(5));
  expect(readCheckpoint(path)).toMatchObject(file(5));
});

test('a checkpoint that cannot be written leaves the earlier one', () => {
  writeCheckpoint(path, file(1, 2));
  mkdirSync(`${path}.part`);
  expect(() => writeCheckpoint(path, file(5))).toThrow('EISDIR');
  expect(readCheckpoint(path)).toMatchObject(file(1, 2));
});
