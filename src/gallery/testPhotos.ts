import { seededRandom } from '../base/seededRandom.ts';
import type { PhotoRow } from './records/photoRow.ts';
import type { IndexedPhoto } from './travellingPhoto.ts';

/** For tests: the id of photo n, spread as those of real photos are. */
export function testPhotoId(n: number): string {
  const random = seededRandom(n + 1);
  return Array.from({ length: 8 }, () =>
    Math.floor(random() * 2 ** 32)
      .toString(16)
      .padStart(8, '0'),
  ).join('');
}

/** For tests: everything that indexing leaves behind of photo n; two categories, pieces of one word. */
export function testIndexed(n: number, changes: Partial<PhotoRow> = {}): IndexedPhoto {
  const id = testPhotoId(n);
  const path = `folder ${n % 3}/${n}.jpg`;
  return {
    photo: {
      id,
      name: `${n}.jpg`,
      path,
      size: 100 + n,
      lastModified: 1000 + n,
      addedAt: 2000 + n,
      width: 40,
      height: 30,
      version: 'now',
      engine: 'wasm',
      probabilities: Float32Array.of(n / 255, 0.5),
      semanticCodes: {
        16: Uint32Array.of(n),
        32: Uint32Array.of(n),
        48: Uint32Array.of(n, 1),
        64: Uint32Array.of(n, 2),
      },
      categoryCodes: Uint32Array.of(n, n + 1),
      appearance: Uint32Array.of(n, 1, 2, 3),
      regionAppearance: Uint32Array.of(n, 1, 2, 3),
      fingerprint: Uint32Array.of(n, 7),
      corrections: {},
      ...changes,
    },
    analysis: {
      id,
      boxes: Float32Array.of(0, 0, 1, 1),
      objectness: Float32Array.of(1),
      proposalProbabilities: Uint8Array.of(n, 128),
      winners: Int32Array.of(0, 0),
      probabilities: Float32Array.of(n / 255, 0.5),
    },
    thumbnail: { id, type: 'image/jpeg', bytes: new ArrayBuffer(8) },
    file: { id, path, size: 100 + n, lastModified: 1000 + n },
  };
}
