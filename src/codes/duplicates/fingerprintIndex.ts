import { popcount } from '../hammingDistance.ts';

/** Substrings of a fingerprint, each half a word: 4 of 16 bits. */
const TABLES = 4;
const VALUES = 65_536;
const NONE = -1;

/**
 * Fingerprints of 64 bits, found again within a few bits by multi-index hashing (Norouzi, Punjani, Fleet, CVPR 2012): of two that
 * differ in at most r = 4·a + j bits, one of the first j + 1 of 4 substrings differs in at most a or one of the others in at most a − 1.
 * Buckets are chains, so that adding and removing cost O(1) and a bucket's length; within 4 bits, 20 of 262,144 buckets are read.
 */
export class FingerprintIndex {
  /** First slot by table and value. */
  readonly #heads = new Int32Array(TABLES * VALUES).fill(NONE);
  /** Next slot of the chain, by slot and table. */
  #next = new Int32Array(64 * TABLES);
  #words = new Uint32Array(64 * 2);
  /** The owner's number, by slot. */
  #photos = new Uint32Array(64);
  /** By the owner's number, which is dense; `NONE` where it is not there. */
  #slotOf = new Int32Array(64).fill(NONE);
  #count = 0;
  readonly #unused: number[] = [];
  #slots = 0;

  get count(): number {
    return this.#count;
  }

  /** @throws RangeError when the photo is there already or its fingerprint has not 2 words. */
  add(photo: number, fingerprint: Uint32Array): void {
    if ((this.#slotOf[photo] ?? NONE) !== NONE)
      throw new RangeError(`FingerprintIndex.add: photo ${photo} is there already`);
    if (fingerprint.length !== 2)
      throw new RangeError(`FingerprintIndex.add: got a fingerprint of ${fingerprint.length} words, wanted 2`);
    const slot = this.#unused.pop() ?? this.#slots++;
    if (slot >= this.#photos.length) this.#grow();
    this.#words.set(fingerprint, slot * 2);
    this.#photos[slot] = photo;
    this.#noteSlot(photo, slot);
    this.#count++;
    for (let t = 0; t < TABLES; t++) {
      const bucket: number = t * VALUES + this.#value(slot, t);
      this.#next[slot * TABLES + t] = this.#heads[bucket]!;
      this.#heads[bucket] = slot;
    }
  }

  /** @throws RangeError when there is no such photo. */
  remove(photo: number): void {
    const slot = this.#slotOf[photo] ?? NONE;
    if (slot === NONE) throw new RangeError(`FingerprintIndex.remove: got photo ${photo}, which is not there`);
    for (let t = 0; t < TABLES; t++) {
      const bucket: number = t * VALUES + this.#value(slot, t);
      const after = this.#next[slot * TABLES + t]!;
      let before: number = this.#heads[bucket]!;
      if (before === slot) {
        this.#heads[bucket] = after;
        continue;
      }
      while (this.#next[before * TABLES + t] !== slot) before = this.#next[before * TABLES + t]!;
      this.#next[before * TABLES + t] = after;
    }
    this.#slotOf[photo] = NONE;
    this.#count--;
    this.#unused.push(slot);
  }

  /** @throws RangeError when there is no such photo. // (2,) */
  fingerprint(photo: number): Uint32Array {
    const slot = this.#slotOf[photo] ?? NONE;
    if (slot === NONE) throw new RangeError(`FingerprintIndex: got photo ${photo}, which is not there`);
    return this.#words.subarray(slot * 2, slot * 2 + 2);
  }

  /**
   * Calls `visit` once with each photo within `radius` bits, in no particular order.
   * @param radius 0..7: beyond, so many buckets would be read that a scan is cheaper
   */
  forEachWithin(fingerprint: Uint32Array, radius: number, visit: (photo: number, distance: number) => void): void {
    if (!Number.isInteger(radius) || radius < 0 || radius > 7)
      throw new RangeError(`FingerprintIndex: got radius ${radius}, wanted 0 to 7`);
    const q0 = fingerprint[0]!;
    const q1 = fingerprint[1]!;
    for (let t = 0; t < TABLES; t++) {
      const reach = Math.floor((radius - t) / TABLES);
      if (reach < 0) return;
      const own = half(q0, q1, t);
      this.#forEachInBucket(t, own, q0, q1, radius, visit);
      if (reach === 1)
        for (let bit = 0; bit < 16; bit++) this.#forEachInBucket(t, own ^ (1 << bit), q0, q1, radius, visit);
    }
  }

  #forEachInBucket(
    t: number,
    value: number,
    q0: number,
    q1: number,
    radius: number,
    visit: (photo: number, distance: number) => void,
  ): void {
    const words = this.#words;
    for (let slot = this.#heads[t * VALUES + value]!; slot !== NONE; slot = this.#next[slot * TABLES + t]!) {
      const x0 = words[slot * 2]! ^ q0;
      const x1 = words[slot * 2 + 1]! ^ q1;
      const distance = popcount(x0) + popcount(x1);
      if (distance <= radius && !metBefore(x0, x1, t, radius)) visit(this.#photos[slot]!, distance);
    }
  }

  #noteSlot(photo: number, slot: number): void {
    if (photo >= this.#slotOf.length) {
      const larger = new Int32Array(Math.max(photo + 1, this.#slotOf.length * 2)).fill(NONE, this.#slotOf.length);
      larger.set(this.#slotOf);
      this.#slotOf = larger;
    }
    this.#slotOf[photo] = slot;
  }

  #value(slot: number, t: number): number {
    return half(this.#words[slot * 2]!, this.#words[slot * 2 + 1]!, t);
  }

  #grow(): void {
    const larger = <T extends Int32Array | Uint32Array>(from: T, to: T): T => {
      to.set(from);
      return to;
    };
    this.#next = larger(this.#next, new Int32Array(this.#next.length * 2));
    this.#words = larger(this.#words, new Uint32Array(this.#words.length * 2));
    this.#photos = larger(this.#photos, new Uint32Array(this.#photos.length * 2));
  }
}

function half(word0: number, word1: number, t: number): number {
  const word = t < 2 ? word0 : word1;
  return t & 1 ? word >>> 16 : word & 0xffff;
}

/** Whether a table before t has found the photo: none is visited twice. */
function metBefore(x0: number, x1: number, t: number, radius: number): boolean {
  for (let earlier = 0; earlier < t; earlier++)
    if (popcount(half(x0, x1, earlier)) <= Math.floor((radius - earlier) / TABLES)) return true;
  return false;
}
