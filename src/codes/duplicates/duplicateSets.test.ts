import fc from 'fast-check';
import { expect, test } from 'vitest';
import { hammingDistance } from '../hammingDistance.ts';
import { DuplicateSets } from './duplicateSets.ts';
import { byKey, type FingerprintedPhoto } from './fingerprintedPhoto.ts';
import { alike, NEAR_BITS } from './photoLook.ts';

const LOOKS = [
  { aspect: 1.5, means: [100, 110, 120], contrast: 50 },
  { aspect: 1.5, means: [110, 110, 120], contrast: 60 },
  { aspect: 0.75, means: [100, 110, 120], contrast: 50 },
  { aspect: 1.5, means: null, contrast: null },
] as const;

function linked(a: FingerprintedPhoto, b: FingerprintedPhoto): boolean {
  return hammingDistance(a.fingerprint, 0, b.fingerprint, 0, 2) <= NEAR_BITS && alike(a.look, b.look);
}

/** The rule by plain loops: links from the nearest on, none that brings together two that were told apart. */
function bruteForce(photos: readonly FingerprintedPhoto[], apart: ReadonlySet<string>): number[][] {
  const rows = [...photos].sort(byKey);
  const links = rows
    .flatMap((a, i) => rows.slice(i + 1).map((b) => ({ a, b })))
    .filter(({ a, b }) => linked(a, b))
    .map((link) => ({ ...link, distance: hammingDistance(link.a.fingerprint, 0, link.b.fingerprint, 0, 2) }))
    .sort((x, y) => x.distance - y.distance);
  let groups = rows.map(({ photo }) => [photo]);
  for (const { a, b } of links) {
    const one = groups.find((group) => group.includes(a.photo))!;
    const other = groups.find((group) => group.includes(b.photo))!;
    if (one === other || one.some((p) => other.some((q) => apart.has(`${p} ${q}`)))) continue;
    groups = [...groups.filter((group) => group !== one && group !== other), [...one, ...other]];
  }
  const order = new Map(rows.map(({ photo }, i) => [photo, i]));
  return groups
    .filter((group) => group.length > 1)
    .map((group) => group.sort((p, q) => order.get(p)! - order.get(q)!))
    .sort((p, q) => order.get(p[0]!)! - order.get(q[0]!)!);
}

const photo = fc.integer({ min: 0, max: 24 });
const steps = fc.array(
  fc.oneof(
    {
      weight: 6,
      arbitrary: fc.record({
        kind: fc.constant('add' as const),
        photo,
        /** Bits of a few centres flipped: many are within 4 of each other, many chains are longer. */
        flips: fc.array(fc.integer({ min: 0, max: 63 }), { maxLength: 4 }),
        centre: fc.constantFrom(0, 0xffff0000),
        look: fc.integer({ min: 0, max: LOOKS.length - 1 }),
        key: fc.integer({ min: 0, max: 6 }),
      }),
    },
    { weight: 2, arbitrary: fc.record({ kind: fc.constant('remove' as const), photo }) },
    { weight: 2, arbitrary: fc.record({ kind: fc.constant('apart' as const), photo, other: photo }) },
    { weight: 1, arbitrary: fc.record({ kind: fc.constant('together' as const), photo, other: photo }) },
    { weight: 1, arbitrary: fc.record({ kind: fc.constant('groups' as const) }) },
  ),
  { maxLength: 80 },
);

test('groups are those of the rule by plain loops after any adds, removes and pairs told apart', () => {
  fc.assert(
    fc.property(steps, (sequence) => {
      const photos = new Map<number, FingerprintedPhoto>();
      const sets = new DuplicateSets((number) => photos.get(number)!);
      const apart = new Set<string>();
      const check = () =>
        expect(
          sets.groups(
            [...apart].map((pair): [number, number] => {
              const [a, b] = pair.split(' ');
              return [Number(a), Number(b)];
            }),
          ),
        ).toEqual(bruteForce([...photos.values()], apart));
      for (const step of sequence) {
        if (step.kind === 'add' && !photos.has(step.photo)) {
          const fingerprint = Uint32Array.of(step.centre, 0);
          for (const bit of step.flips) fingerprint[bit >> 5]! ^= 1 << (bit & 31);
          const row = { ...step, key: { low: step.key, high: 0 }, fingerprint, look: LOOKS[step.look]! };
          photos.set(step.photo, row);
          sets.add(step.photo);
        } else if (step.kind === 'remove' && photos.delete(step.photo)) {
          sets.remove(step.photo);
        } else if (step.kind === 'apart' && step.photo !== step.other) {
          apart.add(`${step.photo} ${step.other}`).add(`${step.other} ${step.photo}`);
        } else if (step.kind === 'together') {
          apart.delete(`${step.photo} ${step.other}`);
          apart.delete(`${step.other} ${step.photo}`);
        } else if (step.kind === 'groups') {
          check();
        }
      }
      check();
    }),
    { numRuns: 300 },
  );
});

function plain(photo: number, means: readonly [number, number, number], contrast = 0): FingerprintedPhoto {
  return {
    photo,
    key: { low: photo, high: 0 },
    fingerprint: Uint32Array.of(0, 0),
    look: { aspect: 4 / 3, means, contrast },
  };
}

/** Sets of photos that are put in one by one. */
function setsOf() {
  const photos = new Map<number, FingerprintedPhoto>();
  const sets = new DuplicateSets((number) => photos.get(number)!);
  const add = (row: FingerprintedPhoto) => {
    photos.set(row.photo, row);
    sets.add(row.photo);
  };
  return { sets, add };
}

test('plain pictures are duplicates of none, of whatever colour; others of one fingerprint are told apart by their colours', () => {
  const { sets, add } = setsOf();
  add(plain(0, [255, 0, 0]));
  add(plain(1, [0, 0, 255]));
  add(plain(2, [255, 255, 255]));
  add(plain(3, [0, 0, 0]));
  add(plain(4, [253, 1, 0], 1.5));
  add(plain(5, [200, 40, 40], 60));
  add(plain(6, [40, 200, 40], 60));
  expect(sets.groups()).toEqual([]);
  add(plain(7, [195, 50, 42], 58));
  expect(sets.groups()).toEqual([[5, 7]]);
});

test('a photo that links two groups joins them, and its removal parts them', () => {
  const { sets, add } = setsOf();
  const at = (photo: number, ones: number) => ({
    ...plain(photo, [90, 90, 90], 40),
    fingerprint: Uint32Array.of(2 ** ones - 1, 0),
  });
  for (const [photo, ones] of [
    [0, 0],
    [1, 1],
    [2, 8],
    [3, 9],
  ] as const)
    add(at(photo, ones));
  expect(sets.groups()).toEqual([
    [0, 1],
    [2, 3],
  ]);
  add(at(4, 5));
  expect(sets.groups()).toEqual([[0, 1, 2, 3, 4]]);
  sets.remove(4);
  expect(sets.groups()).toEqual([
    [0, 1],
    [2, 3],
  ]);
});

test('what is there already, not there, or of another length is refused', () => {
  const { sets, add } = setsOf();
  add(plain(0, [1, 2, 3]));
  expect(() => add(plain(0, [1, 2, 3]))).toThrow('photo 0 is there already');
  expect(() => sets.remove(1)).toThrow('got photo 1, which is not there');
  expect(() => add({ ...plain(2, [1, 2, 3]), fingerprint: new Uint32Array(1) })).toThrow(
    'got a fingerprint of 1 words, wanted 2',
  );
});
