import { seededRandom } from '../../../base/seededRandom.ts';
import { DuplicateSets } from '../../../codes/duplicates/duplicateSets.ts';
import type { FingerprintedPhoto } from '../../../codes/duplicates/fingerprintedPhoto.ts';
import type { BenchRow } from '../row.ts';
import { measure } from '../row.ts';

/** Uniform fingerprints; each tenth photo is a copy of one before, two bits off; each five-hundredth is plain. */
function drawn(count: number): FingerprintedPhoto[] {
  const random = seededRandom(6);
  const photos: FingerprintedPhoto[] = [];
  for (let photo = 0; photo < count; photo++) {
    const before = photos[Math.floor(random() * photos.length)];
    const copy = photo % 10 === 9 && before !== undefined;
    const plain = photo % 500 === 0;
    const fingerprint = copy ? before.fingerprint.slice() : Uint32Array.of(random() * 2 ** 32, random() * 2 ** 32);
    if (copy) fingerprint[0]! ^= (1 << Math.floor(random() * 32)) | (1 << Math.floor(random() * 32));
    if (plain) fingerprint.fill(0);
    const means = [random() * 255, random() * 255, random() * 255] as const;
    const look = copy ? before.look : { aspect: 4 / 3, means, contrast: plain ? 1 : 30 + random() * 30 };
    photos.push({ photo, key: { low: photo, high: Math.floor(random() * 2 ** 32) }, fingerprint, look });
  }
  return photos;
}

/** All photos into empty sets, the groups asked for, and one photo more with all others there. */
export async function duplicateRows(count: number): Promise<BenchRow[]> {
  const photos = drawn(count + 1000);
  const size = `${count.toLocaleString('en')} photos`;
  const fill = (): DuplicateSets => {
    const sets = new DuplicateSets((photo) => photos[photo]!);
    for (let n = 0; n < count; n++) sets.add(n);
    return sets;
  };
  const sets = fill();
  let next = count;
  return [
    await measure(`duplicates: ${size} added one by one`, fill, { warmup: 1, runs: 3 }),
    await measure(`duplicates: groups of ${size}`, () => sets.groups(), {
      runs: 5,
      note: `${sets.groups().length.toLocaleString('en')} groups`,
    }),
    await measure(`duplicates: one photo more beside ${size}`, () => sets.add(next++), {
      warmup: 100,
      runs: 500,
    }),
  ];
}
