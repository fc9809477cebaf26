import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { describe, expect, test } from 'vitest';
import {
  allowedArrows,
  brokenArrows,
  circlesAmong,
  type SourceFile,
  sourceFiles,
} from './tools/architecture/arrows.ts';

/** The tables of `src/README.md` are the rules: this test only reads them. */

const SOURCE = resolve('src');
const files = sourceFiles(SOURCE).filter(({ path }) => path !== 'architecture.test.ts');
const shipped = files.filter(({ path }) => !/\.(test|cases)\.tsx?$/.test(path));
const tables = allowedArrows(readFileSync('src/README.md', 'utf8'));

function packagesOf({ imports }: SourceFile): string[] {
  return imports.filter((specifier) => !specifier.startsWith('.'));
}

test('the tables of src/README.md name every room, and every folder of the rooms that have a table', () => {
  for (const [place, rows] of tables) {
    const prefix = place === '' ? '' : `${place}/`;
    const folders = new Set(
      shipped
        .filter(({ path }) => path.startsWith(prefix) && path.slice(prefix.length).includes('/'))
        .map(({ path }) => path.slice(prefix.length).split('/')[0]!),
    );
    expect([...rows.keys()].filter((name) => name !== '.').sort(), place).toEqual([...folders].sort());
  }
});

describe.each([...tables])('%s', (place, rows) => {
  test('imports go only where the table allows', () => {
    expect(brokenArrows(shipped, place, rows)).toEqual([]);
  });

  test('the table itself has no circle: a row imports rows above it alone', () => {
    const order = [...rows.keys()];
    const upward = order.flatMap((from, i) =>
      [...rows.get(from)!]
        .filter((to) => order.indexOf(to) >= i || order.indexOf(to) < 0)
        .map((to) => `${from} → ${to}`),
    );
    expect(upward).toEqual([]);
  });
});

test('between the top rooms stand at most 36 arrows', () => {
  const arrows = [...tables.get('')!].flatMap(([from, to]) => [...to].map((name) => `${from} → ${name}`));
  expect(arrows.length).toBeLessThanOrEqual(36);
});

test('no circle of imports between files', () => {
  expect(circlesAmong(files)).toEqual([]);
});

test('what ships imports neither lab nor tools', () => {
  const leaving = shipped.filter(({ path }) => !/^(lab|tools)\//.test(path));
  const broken = leaving.flatMap(({ path, targets }) =>
    targets.filter((target) => /^(lab|tools)\//.test(target)).map((target) => `${path} imports ${target}`),
  );
  expect(broken).toEqual([]);
});

test('tfjs has one door: only gpu/tfjs imports its packages', () => {
  const broken = files
    .filter(({ path }) => !path.startsWith('gpu/tfjs/'))
    .flatMap((file) =>
      packagesOf(file)
        .filter((name) => name.startsWith('@tensorflow/'))
        .map((name) => `${file.path} imports ${name}`),
    );
  expect(broken).toEqual([]);
});

test('rooms without a device, and the references of kernels, import no package', () => {
  const pure = shipped.filter(({ path }) => /^(base|proposals|codes)\//.test(path) || path.endsWith('.reference.ts'));
  expect(pure.flatMap((file) => packagesOf(file).map((name) => `${file.path} imports ${name}`))).toEqual([]);
});
