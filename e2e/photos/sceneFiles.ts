import { mkdir, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import type { Page } from '@playwright/test';

/**
 * Writes drawn scenes as the page paints them, byte for byte those that "try it" adds, below a folder.
 * @param scenes names in `public/scenes`, by the path that each is written to
 */
export async function writeScenes(page: Page, folder: string, scenes: Readonly<Record<string, string>>): Promise<void> {
  for (const [path, scene] of Object.entries(scenes)) {
    const bytes = await page.evaluate(async (name) => {
      const image = new Image();
      image.src = `scenes/${name}.svg`;
      await image.decode();
      const canvas = document.createElement('canvas');
      [canvas.width, canvas.height] = [640, 480];
      canvas.getContext('2d')?.drawImage(image, 0, 0, 640, 480);
      const jpeg = await new Promise<Blob | null>((resolve) => canvas.toBlob(resolve, 'image/jpeg', 0.9));
      if (jpeg === null) throw new Error('writeScenes: got no JPEG');
      return [...new Uint8Array(await jpeg.arrayBuffer())];
    }, scene);
    await mkdir(dirname(join(folder, path)), { recursive: true });
    await writeFile(join(folder, path), Uint8Array.from(bytes));
  }
}
