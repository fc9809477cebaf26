import { expect, test } from 'vitest';
import { eitherForm } from './mirrorForms.ts';
import { seededRandom } from './random.ts';

test('a photo comes as it is or mirrored, about as often, and never as another', () => {
  const photos = Uint32Array.from({ length: 1000 }, (_, i) => i % 7);
  const entries = eitherForm(photos, { photos: 7, mirrored: true }, seededRandom(1));
  entries.forEach((entry, i) => expect(entry % 7).toBe(photos[i]));
  const share = entries.filter((entry) => entry >= 7).length / entries.length;
  expect(share).toBeGreaterThan(0.45);
  expect(share).toBeLessThan(0.55);
});

test('without mirror images photos stay what they are and nothing is drawn', () => {
  const random = seededRandom(2);
  expect(eitherForm([3, 0, 3], { photos: 4, mirrored: false }, random)).toEqual([3, 0, 3]);
  expect(random.next()).toBe(seededRandom(2).next());
});
