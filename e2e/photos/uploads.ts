import { existsSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import type { Page } from '@playwright/test';
import { editedJpeg } from './edited.ts';
import { sceneJpeg } from './scene.ts';

/** A file as a person picks it. */
export interface PhotoUpload {
  readonly name: string;
  readonly mimeType: string;
  readonly buffer: Buffer;
}

/** Generated scenes, called `scene 1.jpg` and so on by their seed. */
export async function sceneUploads(page: Page, seeds: readonly number[]): Promise<PhotoUpload[]> {
  const uploads: PhotoUpload[] = [];
  for (const seed of seeds) uploads.push(await sceneUpload(page, seed, 480, 360));
  return uploads;
}

export async function sceneUpload(page: Page, seed: number, width: number, height: number): Promise<PhotoUpload> {
  const bytes = await page.evaluate(sceneJpeg, { seed, width, height });
  return { name: `scene ${seed}.jpg`, mimeType: 'image/jpeg', buffer: Buffer.from(bytes) };
}

/** The picture cropped, mirrored and compressed again. */
export async function editedUpload(page: Page, upload: PhotoUpload): Promise<PhotoUpload> {
  const bytes = await page.evaluate(editedJpeg, [...upload.buffer]);
  return { name: `edited ${upload.name}`, mimeType: 'image/jpeg', buffer: Buffer.from(bytes) };
}

/** A JPEG in name alone. */
export function corruptUpload(name: string): PhotoUpload {
  return { name, mimeType: 'image/jpeg', buffer: Buffer.from('this was a photo once') };
}

/** Where the labelled photos lie beside a checkout; they are no part of the project. */
const LABELLED = resolve(import.meta.dirname, '../../../shared/data/voc07');

interface LabelledPhoto {
  readonly file: string;
  readonly role: string;
  readonly labels: readonly string[];
}

function isLabelledPhoto(entry: unknown): entry is LabelledPhoto {
  return (
    typeof entry === 'object' &&
    entry !== null &&
    'file' in entry &&
    'role' in entry &&
    'labels' in entry &&
    Array.isArray(entry.labels)
  );
}

/** The labelled photos beside the checkout, or null where there are none. Read where they lie, never copied into the project. */
export function labelledPhotos():
  | {
      readonly path: string;
      readonly upload: PhotoUpload;
      readonly labels: readonly string[];
      readonly role: string;
    }[]
  | null {
  const index = resolve(LABELLED, 'annotations.json');
  if (!existsSync(index)) return null;
  const entries: unknown = JSON.parse(readFileSync(index, 'utf8'));
  if (!Array.isArray(entries)) return null;
  return entries.filter(isLabelledPhoto).map(({ file, role, labels }) => {
    const path = resolve(LABELLED, file.includes('/') ? file : `images/${file}`);
    return {
      path,
      role,
      labels,
      get upload() {
        return { name: file.split('/').at(-1) ?? file, mimeType: 'image/jpeg', buffer: readFileSync(path) };
      },
    };
  });
}
