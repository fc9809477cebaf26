import { grownLength } from '../../base/grownLength.ts';
import { slotOfHash, slotsFor } from '../../base/hashSlots.ts';
import { bytesOfId, ID_BYTES, idOfBytes, isPhotoId } from './photoId.ts';

const EMPTY = 0;
/** A number that was there and is gone: the search for another goes on behind it. */
const LEFT = 0xffffffff;

/** The ids of all photos, 32 bytes each, and the way from an id to its number: open addressing by a hash over all of the id. */
export class PhotoIds {
  #bytes = new Uint8Array(0);
  /** Number + 1. */
  #slots = new Uint32Array(slotsFor(0));
  #used = 0;
  #end = 0;
  #count = 0;
  readonly #asked = new Uint8Array(ID_BYTES);

  /** Photos that are there. */
  get count(): number {
    return this.#count;
  }

  /** One beyond the greatest number that was ever given. */
  get end(): number {
    return this.#end;
  }

  /** Of all numbers, gone ones too; shared. // (end · 32 or more,) */
  get bytes(): Uint8Array {
    return this.#bytes;
  }

  /** Null of what is no id, too. */
  numberOf(id: string): number | null {
    if (!isPhotoId(id)) return null;
    bytesOfId(id, this.#asked);
    return this.numberOfBytes(this.#asked);
  }

  /** @param id its 32 bytes begin at `at` */
  numberOfBytes(id: Uint8Array, at = 0): number | null {
    for (let slot = this.#first(id, at); this.#slots[slot] !== EMPTY; slot = this.#next(slot)) {
      const number = this.#slots[slot]! - 1;
      if (this.#slots[slot] !== LEFT && this.#isAt(number, id, at)) return number;
    }
    return null;
  }

  /** Hexadecimal. */
  idOf(number: number): string {
    return idOfBytes(this.#bytes, number * ID_BYTES);
  }

  /** Makes room, so that so many more are added without moving the others. */
  reserve(photos: number): void {
    if (slotsFor(this.#used + photos) > this.#slots.length) this.#rehash(photos);
    const rows = this.#bytes.length / ID_BYTES;
    if (this.#end + photos <= rows) return;
    const larger = new Uint8Array(grownLength(rows, this.#end + photos) * ID_BYTES);
    larger.set(this.#bytes);
    this.#bytes = larger;
  }

  /** The next number, whether or not the id is there. @param id its 32 bytes begin at `at` */
  add(id: Uint8Array, at = 0): number {
    this.reserve(1);
    const number = this.#end++;
    for (let i = 0; i < ID_BYTES; i++) this.#bytes[number * ID_BYTES + i] = id[at + i]!;
    this.#enter(number);
    this.#count++;
    return number;
  }

  remove(number: number): void {
    const start = this.#first(this.#bytes, number * ID_BYTES);
    for (let slot = start; this.#slots[slot] !== EMPTY; slot = this.#next(slot)) {
      if (this.#slots[slot] !== number + 1) continue;
      this.#slots[slot] = LEFT;
      this.#count--;
      return;
    }
  }

  #isAt(number: number, id: Uint8Array, at: number): boolean {
    const start = number * ID_BYTES;
    for (let i = 0; i < ID_BYTES; i++) if (this.#bytes[start + i] !== id[at + i]) return false;
    return true;
  }

  #first(id: Uint8Array, at: number): number {
    return slotOfHash(hashOf(id, at), this.#slots.length);
  }

  #next(slot: number): number {
    return slot + 1 === this.#slots.length ? 0 : slot + 1;
  }

  #enter(number: number): void {
    let slot = this.#first(this.#bytes, number * ID_BYTES);
    while (this.#slots[slot] !== EMPTY) slot = this.#next(slot);
    this.#slots[slot] = number + 1;
    this.#used++;
  }

  /** @param more that are about to be added */
  #rehash(more: number): void {
    const before = this.#slots;
    this.#slots = new Uint32Array(slotsFor(grownLength(this.#count, this.#count + more)));
    this.#used = 0;
    for (const slot of before) if (slot !== EMPTY && slot !== LEFT) this.#enter(slot - 1);
  }
}

/** Ids are SHA-256 sums and spread evenly already, but those in a file need not be what they claim to be. */
function hashOf(bytes: Uint8Array, at: number): number {
  let hash = 0x811c9dc5;
  for (let i = at; i < at + ID_BYTES; i += 4) {
    const word = bytes[i]! | (bytes[i + 1]! << 8) | (bytes[i + 2]! << 16) | (bytes[i + 3]! << 24);
    hash = Math.imul(hash ^ word, 0x01000193);
    hash ^= hash >>> 15;
  }
  // The slot is told by the highest bits.
  return Math.imul(hash, 0x9e3779b1) >>> 0;
}
