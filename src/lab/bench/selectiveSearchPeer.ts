import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import sharp from 'sharp';
import type { RgbImage } from '../../base/image/rgbImage.ts';

/** Debian's package puts OpenCV beside the system's own Python. */
const PYTHONS = [process.env['PYTHON'], 'python3', '/usr/bin/python3'].filter((name) => name !== undefined);

/** Times of OpenCV's selective search (fast) on the same images, CPU milliseconds each, or why there are none. */
export async function selectiveSearchTimes(
  images: readonly RgbImage[],
): Promise<{ times: readonly number[] } | { missing: string }> {
  const python = PYTHONS.find((name) => spawnSync(name, ['-c', 'import cv2; cv2.ximgproc']).status === 0);
  if (python === undefined) return { missing: 'no python3 with OpenCV’s ximgproc (Debian: python3-opencv)' };
  const folder = mkdtempSync(join(tmpdir(), 'facet-peer-'));
  try {
    const files = images.map((_, k) => join(folder, `${k}.png`));
    await Promise.all(
      images.map(({ width, height, data }, k) =>
        sharp(data, { raw: { width, height, channels: 3 } })
          .png()
          .toFile(files[k]!),
      ),
    );
    const run = spawnSync(python, ['e2e/peers/selective_search.py', folder, '--times'], { encoding: 'utf8' });
    if (run.status !== 0)
      return { missing: `selective_search.py: ${run.stderr.trim().split('\n').at(-1) ?? 'ended without a word'}` };
    const times: number[] = JSON.parse(run.stdout);
    return { times };
  } finally {
    rmSync(folder, { recursive: true });
  }
}
