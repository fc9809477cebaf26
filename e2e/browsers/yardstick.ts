import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { sceneJpeg } from '../photos/scene.ts';
import { labelledPhotos } from '../photos/uploads.ts';
import type { BrowserPage } from './browserPage.ts';
import { WORK } from './setup.ts';
import type { StoredPhoto } from './storedPhotos.ts';

const FILE = resolve(WORK, 'yardstick.json');
const PHOTOS = resolve(WORK, 'photos');
const SEEDS = [1, 2, 3, 4, 5, 6, 7, 8];

/** A drawn photo's file. One browser draws them all: each encodes JPEG in its own way. */
export function drawnPhoto(seed: number): string {
  return resolve(PHOTOS, `scene ${seed}.jpg`);
}

export function drawnPhotos(): string[] {
  return SEEDS.map(drawnPhoto);
}

export async function drawPhotos(page: BrowserPage): Promise<void> {
  mkdirSync(PHOTOS, { recursive: true });
  for (const seed of SEEDS) {
    const bytes = await page.evaluate(sceneJpeg, { seed, width: 480, height: 360 });
    writeFileSync(drawnPhoto(seed), Uint8Array.from(bytes));
  }
}

/** The first photos with labels beside the checkout, read where they lie; null where there are none. */
export function realPhotos(count: number): string[] | null {
  const queries = labelledPhotos()?.filter(({ role }) => role === 'query');
  return queries?.slice(0, count).map(({ path }) => path) ?? null;
}

export function keepYardstick(photos: readonly StoredPhoto[]): void {
  writeFileSync(FILE, JSON.stringify(photos));
}

/** What Chromium's WASM stored of the photos of these names. @throws Error where that has not run */
export function yardstickOf(paths: readonly string[]): StoredPhoto[] {
  if (!existsSync(FILE))
    throw new Error('yardstickOf: Chromium has stored nothing yet; run the project yardstick first');
  const photos: StoredPhoto[] = JSON.parse(readFileSync(FILE, 'utf8'));
  return photos.filter(({ name }) => paths.some((path) => path.endsWith(`/${name}`)));
}
