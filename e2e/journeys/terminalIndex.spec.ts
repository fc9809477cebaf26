import { execFile } from 'node:child_process';
import { mkdirSync, mkdtempSync, openAsBlob, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { promisify } from 'node:util';
import { expect } from '@playwright/test';
import sharp from 'sharp';
import { build } from 'vite';
import { hammingDistance } from '../../src/codes/hammingDistance.ts';
import { readParts } from '../../src/gallery/archive/readGalleryFile.ts';
import type { TravellingPhoto } from '../../src/gallery/travellingPhoto.ts';
import { test } from '../harness/facetTest.ts';
import { SettingsDialog } from '../pages/settingsDialog.ts';
import { bmp } from '../photos/bmp.ts';
import { sceneHeic } from '../photos/heic.ts';
import { sceneUploads } from '../photos/uploads.ts';

/** Photos indexed by the terminal, imported by the page: as good as indexed by the page itself. */

const folder = mkdtempSync(join(tmpdir(), 'facet-terminal-'));
const programs = resolve('.facet', `terminal-e2e-${process.pid}`);

test.beforeAll(() => build({ mode: 'commands', logLevel: 'error', build: { outDir: programs } }));
test.afterAll(() => {
  rmSync(folder, { recursive: true, force: true });
  rmSync(programs, { recursive: true, force: true });
});

async function photosOf(path: string): Promise<Map<string, TravellingPhoto>> {
  const found = new Map<string, TravellingPhoto>();
  for await (const part of readParts(await openAsBlob(path)))
    if (part.kind === 'photo') found.set(part.travelling.photo.id, part.travelling);
  return found;
}

test('the terminal gives photos of every kind the codes that the page gives them, and the page imports its file', async ({
  facet,
}) => {
  const { page } = facet;
  const scenes = await sceneUploads(page, [1, 2]);
  const scene = scenes[0]!.buffer;
  const pixels = await sharp(scene).raw().toBuffer();
  const at = (x: number, y: number, c: number): number => pixels[(y * 480 + x) * 3 + c]!;
  const kinds = {
    'scene 1.jpg': scene,
    'scene 2.jpg': scenes[1]!.buffer,
    'turned.jpg': await sharp(scene).withMetadata({ orientation: 6 }).jpeg().toBuffer(),
    'large.jpg': await sharp(scene).resize(3000, 2250).jpeg().toBuffer(),
    'scene.png': await sharp(scene).negate().png().toBuffer(),
    'scene.webp': await sharp(scene).flip().webp({ quality: 90 }).toBuffer(),
    'scene.gif': await sharp(scene).flop().gif().toBuffer(),
    'scene.bmp': Buffer.from(bmp(480, 360, (x, y) => [2, 0, 1].reduce((value, c) => value * 256 + at(x, y, c), 0))),
    'scene.heic': sceneHeic(),
  };
  const photos = join(folder, 'photos');
  mkdirSync(photos);
  for (const [name, bytes] of Object.entries(kinds)) writeFileSync(join(photos, name), bytes);
  const file = join(folder, 'terminal.facet');
  await promisify(execFile)('node', [join(programs, 'index.js'), '--photos', photos, '--out', file]);

  await facet.pick(
    Object.entries(kinds).map(([name, buffer]) => ({ name, mimeType: 'application/octet-stream', buffer })),
  );
  await facet.indexed();
  const settings = new SettingsDialog(page);
  await settings.open();
  const pages = await photosOf(await (await settings.exportIndex({ withThumbnails: true })).path());
  const terminals = await photosOf(file);
  expect([...terminals.keys()].sort()).toEqual([...pages.keys()].sort());
  for (const [id, { photo }] of terminals) {
    const wanted = pages.get(id)!;
    const { name } = photo;
    expect([name, photo.width, photo.height, photo.version]).toEqual([
      name,
      wanted.photo.width,
      wanted.photo.height,
      wanted.photo.version,
    ]);
    const bits = {
      semantic: hammingDistance(photo.semanticCodes[64], 0, wanted.photo.semanticCodes[64], 0, 2),
      looks: hammingDistance(photo.appearance!, 0, wanted.photo.appearance!, 0, 4),
      fingerprint: hammingDistance(photo.fingerprint, 0, wanted.photo.fingerprint, 0, 2),
    };
    expect(Math.max(...Object.values(bits)), name).toBeLessThanOrEqual(1);
  }

  await settings.removeAll();
  await settings.open();
  await settings.importIndex(file);
  await expect(settings.storage.getByRole('status')).toHaveText('9 photos imported.');
  await settings.close();
  await expect(facet.photo('scene.heic')).toBeVisible();
  const results = await facet.searchByFile({ ...scenes[1]!, name: 'query.jpg' });
  await results.answered();
  expect(await results.similar()).toContainEqual({ name: 'scene 2.jpg', distance: 0 });
});
