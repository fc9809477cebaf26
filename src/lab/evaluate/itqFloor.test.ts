import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { normalFrom, seededRandom } from '../../base/seededRandom.ts';
import { float32ToFloat16 } from '../../base/weights/safetensors.ts';
import { contentKeyOfFile } from '../data/contentKey.ts';
import { appendToFeatureCache } from '../features/featureCacheWriter.ts';
import { type FloorPhoto, itqFloor } from './itqFloor.ts';

const folder = mkdtempSync(join(tmpdir(), 'facet-floor-'));
afterAll(() => rmSync(folder, { recursive: true }));

test('features that tell the categories apart give a floor near 1, and a photo without features is named', () => {
  const random = seededRandom(5);
  const photos = Array.from({ length: 120 }, (_, n): FloorPhoto => {
    const file = join(folder, `${n}.jpg`);
    writeFileSync(file, `photo ${n}`);
    return { file, labels: [n % 2 ? 'cat' : 'dog'] };
  });
  const writer = appendToFeatureCache(folder, {
    backbone: 'b',
    inputSide: 32,
    flip: false,
    dtype: 'float16',
    taps: { stride16: 64, stride32: 64 },
  });
  for (const { file, labels } of photos) {
    // The first half of the channels fires for cats, the second for dogs.
    const map = (cells: number) =>
      Uint16Array.from({ length: cells * 64 }, (_, at) => {
        const fires = at % 64 < 32 === (labels[0] === 'cat');
        return float32ToFloat16((fires ? 2 : 0) + 0.2 * normalFrom(random));
      });
    writer.append(contentKeyOfFile(file), [
      { tap: 'stride16', h: 2, w: 2, halves: map(4) },
      { tap: 'stride32', h: 1, w: 1, halves: map(1) },
    ]);
  }
  writer.close();
  const floor = itqFloor(folder, ['cat', 'dog'], photos.slice(0, 90), photos.slice(90), { iterations: 3 });
  expect(floor[64].map).toBeGreaterThan(0.9);
  expect(floor[16].unseen).toBeGreaterThan(0.9);
  const lost = { file: join(folder, 'lost.jpg'), labels: ['cat'] };
  writeFileSync(lost.file, 'another photo');
  expect(() => itqFloor(folder, ['cat', 'dog'], [lost], photos)).toThrow(
    `${folder} has no features of photo ${lost.file}`,
  );
});
