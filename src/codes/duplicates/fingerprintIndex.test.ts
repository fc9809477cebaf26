import fc from 'fast-check';
import { expect, test } from 'vitest';
import { hammingDistance } from '../hammingDistance.ts';
import { FingerprintIndex } from './fingerprintIndex.ts';

const fingerprint = fc
  .tuple(fc.constantFrom(0, 0xffffffff), fc.array(fc.integer({ min: 0, max: 63 }), { maxLength: 7 }))
  .map(([centre, flips]) => {
    const words = Uint32Array.of(centre, centre);
    for (const bit of flips) words[bit >> 5]! ^= 1 << (bit & 31);
    return words;
  });
const steps = fc.array(fc.record({ photo: fc.integer({ min: 0, max: 60 }), fingerprint }), { maxLength: 200 });

test('within any radius it finds what brute force finds, each once, after any adds and removes', () => {
  fc.assert(
    fc.property(steps, fingerprint, fc.integer({ min: 0, max: 7 }), (sequence, query, radius) => {
      const index = new FingerprintIndex();
      const model = new Map<number, Uint32Array>();
      for (const step of sequence) {
        // A photo that is named again goes.
        if (model.delete(step.photo)) {
          index.remove(step.photo);
        } else {
          index.add(step.photo, step.fingerprint);
          model.set(step.photo, step.fingerprint);
        }
      }
      const found: [number, number][] = [];
      index.forEachWithin(query, radius, (photo, distance) => found.push([photo, distance]));
      const wanted = [...model]
        .map(([photo, words]): [number, number] => [photo, hammingDistance(words, 0, query, 0, 2)])
        .filter(([, distance]) => distance <= radius);
      const byPhoto = (a: [number, number], b: [number, number]) => a[0] - b[0];
      expect(found.sort(byPhoto)).toEqual(wanted.sort(byPhoto));
      expect(index.count).toBe(model.size);
    }),
  );
});

test('a radius beyond 7 is refused', () => {
  const index = new FingerprintIndex();
  expect(() => index.forEachWithin(Uint32Array.of(0, 0), 8, () => {})).toThrow('got radius 8, wanted 0 to 7');
});
