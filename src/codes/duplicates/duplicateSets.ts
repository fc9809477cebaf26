import { byKey, type FingerprintedPhoto } from './fingerprintedPhoto.ts';
import { FingerprintIndex } from './fingerprintIndex.ts';
import { alike, NEAR_BITS } from './photoLook.ts';
import { PhotoSets } from './photoSets.ts';
import { splitApart } from './splitApart.ts';

/**
 * Photos that are the same picture, kept up to date while photos come and go.
 *
 * Two photos are linked when their fingerprints are within 4 of 64 bits and they look alike; photos that links join, over whatever others,
 * are one set (union-find). A set that holds a pair which a person told apart is split: links join photos from the nearest on, and none
 * joins two that were told apart, nor two groups that hold such a pair. The answer depends on the photos and the pairs alone, not on the
 * order in which they came.
 *
 * Adding costs one search by radius. Removing leaves its set to be joined anew, from its members alone, when groups are next asked for.
 */
export class DuplicateSets {
  readonly #describe: (photo: number) => FingerprintedPhoto;
  readonly #index = new FingerprintIndex();
  readonly #sets = new PhotoSets();
  /** Photos that a removed one was in a set with. */
  readonly #loose = new Set<number>();

  /** @param describe gives what is known of a photo that is there; always the same, or the photo is removed and added again */
  constructor(describe: (photo: number) => FingerprintedPhoto) {
    this.#describe = describe;
  }

  get count(): number {
    return this.#index.count;
  }

  /** @throws RangeError when the photo is there already or its fingerprint has not 2 words. */
  add(photo: number): void {
    const row = this.#describe(photo);
    this.#index.add(photo, row.fingerprint);
    this.#sets.add(photo);
    this.#link(row, this.#index);
  }

  /** @throws RangeError when there is no such photo. */
  remove(photo: number): void {
    this.#index.remove(photo);
    for (const other of this.#sets.takeApart(photo)) this.#loose.add(other);
    this.#sets.remove(photo);
    this.#loose.delete(photo);
  }

  /**
   * Groups of two and more photos, each by key, the groups by their first photo's key.
   * @param apart pairs that a person told apart
   */
  groups(apart: readonly (readonly [number, number])[] = []): number[][] {
    this.#joinLoose();
    const others = byPhoto(apart);
    const groups: number[][] = [];
    for (const members of this.#sets.groups()) {
      const rows = members.map((photo) => this.#describe(photo)).sort(byKey);
      const pairs = apartWithin(members, others);
      const split = pairs.length === 0 ? [rows] : splitApart(rows, pairs);
      for (const group of split) if (group.length > 1) groups.push(group.map(({ photo }) => photo));
    }
    return groups.sort((a, b) => byKey(this.#describe(a[0]!), this.#describe(b[0]!)));
  }

  #link(row: FingerprintedPhoto, among: FingerprintIndex): void {
    among.forEachWithin(row.fingerprint, NEAR_BITS, (other) => {
      // What is together already needs no second look: of a thousand copies each is looked at once.
      if (other === row.photo || this.#sets.areTogether(row.photo, other)) return;
      if (alike(row.look, this.#describe(other).look)) this.#sets.join(row.photo, other);
    });
  }

  /** Links can only run among those that were in one set, so the loose ones are searched for each other alone. */
  #joinLoose(): void {
    if (this.#loose.size === 0) return;
    const among = new FingerprintIndex();
    for (const photo of this.#loose) {
      const row = this.#describe(photo);
      this.#link(row, among);
      among.add(photo, row.fingerprint);
    }
    this.#loose.clear();
  }
}

/** By photo, those it was told apart from. */
function byPhoto(apart: readonly (readonly [number, number])[]): Map<number, Set<number>> {
  const others = new Map<number, Set<number>>();
  for (const [a, b] of [...apart, ...apart.map(([a, b]) => [b, a] as const)])
    others.set(a, (others.get(a) ?? new Set()).add(b));
  return others;
}

function apartWithin(
  members: readonly number[],
  others: ReadonlyMap<number, ReadonlySet<number>>,
): (readonly [number, number])[] {
  const within = new Set(members);
  return members.flatMap((photo) =>
    [...(others.get(photo) ?? [])]
      .filter((other) => other > photo && within.has(other))
      .map((other) => [photo, other] as const),
  );
}
