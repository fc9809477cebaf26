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
  readonly #index = new FingerprintIndex();
  readonly #photos = new Map<number, FingerprintedPhoto>();
  readonly #sets = new PhotoSets();
  /** Photos that a removed one was in a set with. */
  readonly #loose = new Set<number>();
  /** By photo, those it was told apart from. */
  readonly #apart = new Map<number, Set<number>>();

  get count(): number {
    return this.#photos.size;
  }

  /** @throws RangeError when the photo is there already or its fingerprint has not 2 words. */
  add(row: FingerprintedPhoto): void {
    const { photo, fingerprint } = row;
    this.#index.add(photo, fingerprint);
    this.#photos.set(photo, row);
    this.#sets.add(photo);
    this.#link(row, this.#index);
  }

  /** What it was told apart from is kept: the photo may come back. @throws RangeError when there is no such photo. */
  remove(photo: number): void {
    this.#index.remove(photo);
    this.#photos.delete(photo);
    for (const other of this.#sets.takeApart(photo)) this.#loose.add(other);
    this.#sets.remove(photo);
    this.#loose.delete(photo);
  }

  /** A person's word that two photos are not the same picture; either may come later. */
  tellApart(a: number, b: number): void {
    for (const [one, other] of [
      [a, b],
      [b, a],
    ] as const) {
      const others = this.#apart.get(one) ?? new Set();
      this.#apart.set(one, others.add(other));
    }
  }

  /** Takes that word back. */
  forgetApart(a: number, b: number): void {
    this.#apart.get(a)?.delete(b);
    this.#apart.get(b)?.delete(a);
  }

  /** Groups of two and more photos, each by key, the groups by their first photo's key. */
  groups(): number[][] {
    this.#joinLoose();
    const groups: number[][] = [];
    for (const members of this.#sets.groups()) {
      const rows = members.map((photo) => this.#photos.get(photo)!).sort(byKey);
      const pairs = this.#apartWithin(members);
      const split = pairs.length === 0 ? [rows] : splitApart(rows, pairs);
      for (const group of split) if (group.length > 1) groups.push(group.map(({ photo }) => photo));
    }
    return groups.sort((a, b) => byKey(this.#photos.get(a[0]!)!, this.#photos.get(b[0]!)!));
  }

  #link(row: FingerprintedPhoto, among: FingerprintIndex): void {
    among.forEachWithin(row.fingerprint, NEAR_BITS, (other) => {
      if (other !== row.photo && alike(row.look, this.#photos.get(other)!.look)) this.#sets.join(row.photo, other);
    });
  }

  /** Links can only run among those that were in one set, so the loose ones are searched for each other alone. */
  #joinLoose(): void {
    if (this.#loose.size === 0) return;
    const among = new FingerprintIndex();
    for (const photo of this.#loose) {
      const row = this.#photos.get(photo)!;
      this.#link(row, among);
      among.add(photo, row.fingerprint);
    }
    this.#loose.clear();
  }

  #apartWithin(members: readonly number[]): (readonly [number, number])[] {
    const within = new Set(members);
    return members.flatMap((photo) =>
      [...(this.#apart.get(photo) ?? [])]
        .filter((other) => other > photo && within.has(other))
        .map((other) => [photo, other] as const),
    );
  }
}
