import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { build } from 'vite';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { hostileFile } from '../../src/lab/soak/hostileFile.ts';
import { sceneHeic } from '../photos/heic.ts';

const FILES = Number(process.env['FACET_SOAK_HOSTILE'] ?? 500);
const folder = mkdtempSync(join(tmpdir(), 'facet-hostile-'));
const programs = resolve('.facet', `hostile-soak-${process.pid}`);
const photos = join(folder, 'photos');

interface Report {
  readonly photos: number;
  readonly copies: number;
  readonly failed: readonly { readonly path: string; readonly reason: string }[];
  readonly notPhotos: readonly { readonly path: string }[];
}

beforeAll(async () => {
  await build({ mode: 'commands', logLevel: 'error', build: { outDir: programs } });
  mkdirSync(photos);
  for (let seed = 0; seed < FILES; seed++) {
    const { name, bytes } = await hostileFile(seed, sceneHeic());
    writeFileSync(join(photos, name), bytes);
  }
});
afterAll(() => {
  rmSync(folder, { recursive: true });
  rmSync(programs, { recursive: true, force: true });
});

test(`${FILES} hostile files: each is indexed or named with a sentence, and none breaks the program that reads it`, () => {
  const out = join(folder, 'hostile.facet');
  const run = spawnSync('node', [join(programs, 'index.js'), '--photos', photos, '--out', out], { encoding: 'utf8' });
  expect(run.stderr + String(run.status)).toMatch(/0 left\n0$/);
  const report = JSON.parse(readFileSync(`${out}.report.json`, 'utf8')) as Report;
  expect(report.photos + report.copies + report.failed.length + report.notPhotos.length).toBe(FILES);
  const formats = ['jpeg', 'png', 'gif', 'webp', 'avif', 'heic', 'claim'];
  const count = (paths: readonly { readonly path: string }[], format: string): number =>
    paths.filter(({ path }) => path.endsWith(format)).length;
  const lines = formats.map((format, n) => {
    const all = Math.ceil((FILES - n) / formats.length);
    const [refused, none] = [count(report.failed, format), count(report.notPhotos, format)];
    return `| ${format} | ${all} | ${all - refused - none} | ${refused} | ${none} |`;
  });
  console.log(
    ['| files | times | read | refused | no photos |', '| --- | --- | --- | --- | --- |', ...lines].join('\n'),
  );
  for (const { path, reason } of report.failed) {
    expect(reason, path).toMatch(/^(The|This|Facet) .*[.]$/s);
    expect(reason, path).not.toContain('broke down');
  }
});
