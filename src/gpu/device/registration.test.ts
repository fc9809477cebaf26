import { existsSync, readdirSync } from 'node:fs';
import { expect, test } from 'vitest';
import { KERNEL_CASES } from '../kernels/suite.ts';
import { getKernel } from '../tfjs/tfjs.ts';
import { KERNELS } from './registration.ts';

const folders = readdirSync('src/gpu/kernels', { withFileTypes: true })
  .filter((entry) => entry.isDirectory())
  .map(({ name }) => name)
  .sort();

test('every kernel folder has its program, reference, cases and test, and its cases are in the suite', () => {
  for (const name of folders) {
    for (const file of [`${name}.ts`, `${name}.reference.ts`, `${name}.cases.ts`, `${name}.test.ts`]) {
      expect(existsSync(`src/gpu/kernels/${name}/${file}`), `${name}/${file}`).toBe(true);
    }
  }
  expect(KERNEL_CASES.map(({ kernel }) => kernel).sort()).toEqual(folders);
});

test('every kernel is listed and registered for all three backends', () => {
  const pascal = (name: string): string => `Facet${name[0]!.toUpperCase()}${name.slice(1)}`;
  expect(KERNELS.map(({ name }) => name).sort()).toEqual(folders.map(pascal).sort());
  for (const { name } of KERNELS) {
    for (const backend of ['webgpu', 'wasm', 'cpu'])
      expect(getKernel(name, backend), `${name} on ${backend}`).toBeDefined();
  }
});
