import { readdirSync, readFileSync, statSync } from 'node:fs';
import { dirname, join, relative, resolve } from 'node:path';
import { expect, test } from 'vitest';

/** Rooms from the top of the house down. A room imports only from itself and from rooms before it. */
const ROOMS = [
  'image',
  'weights',
  'proposals',
  'codes',
  'evaluation',
  'gpu',
  'network',
  'training',
  'gallery',
  'pipeline',
  'ui',
  'cli',
];
const PURE_ROOMS = ['image', 'weights', 'proposals', 'codes', 'evaluation'];
const SOURCE = resolve('src');

function sourceFiles(folder: string): string[] {
  return readdirSync(folder).flatMap((name) => {
    const path = join(folder, name);
    if (statSync(path).isDirectory()) return sourceFiles(path);
    return /\.tsx?$/.test(name) ? [path] : [];
  });
}

const files = sourceFiles(SOURCE);

function importsOf(file: string): string[] {
  const text = readFileSync(file, 'utf8');
  return [...text.matchAll(/(?:from\s+|import\s*\(?\s*)'([^']+)'/g)].map((match) => match[1]!);
}

function roomOf(path: string): string {
  return relative(SOURCE, path).split(/[\\/]/)[0]!;
}

test('imports between rooms go one way', () => {
  const broken: string[] = [];
  for (const file of files) {
    const from = ROOMS.indexOf(roomOf(file));
    if (from < 0) continue;
    for (const specifier of importsOf(file)) {
      if (!specifier.startsWith('.')) continue;
      const target = roomOf(resolve(dirname(file), specifier));
      const to = ROOMS.indexOf(target);
      // Programs share the finding and starting of a browser with the end-to-end tests.
      if (roomOf(file) === 'cli' && specifier.endsWith('src/tools/browser.ts')) continue;
      if (to < 0 || to > from) broken.push(`${relative(SOURCE, file)} imports ${specifier}`);
    }
  }
  expect(broken).toEqual([]);
});

test('pure rooms and kernel references import no package', () => {
  const broken: string[] = [];
  for (const file of files) {
    if (/\.test\.tsx?$/.test(file)) continue;
    if (!PURE_ROOMS.includes(roomOf(file)) && !file.endsWith('.reference.ts')) continue;
    for (const specifier of importsOf(file)) {
      if (!specifier.startsWith('.')) broken.push(`${relative(SOURCE, file)} imports ${specifier}`);
    }
  }
  expect(broken).toEqual([]);
});

test('the interface room speaks to the pipeline alone', () => {
  const allowed = ['ui', 'pipeline', 'image', 'codes'];
  const broken = files
    .filter((file) => roomOf(file) === 'ui')
    .flatMap((file) =>
      importsOf(file)
        .filter((specifier) => specifier.startsWith('.'))
        .filter((specifier) => !allowed.includes(roomOf(resolve(dirname(file), specifier))))
        .map((specifier) => `${relative(SOURCE, file)} imports ${specifier}`),
    );
  expect(broken).toEqual([]);
});

test('every room is in the list of rooms', () => {
  const folders = readdirSync(SOURCE).filter((name) => statSync(join(SOURCE, name)).isDirectory());
  expect(folders.filter((name) => !ROOMS.includes(name))).toEqual([]);
});
