import { grownLength } from '../base/grownLength.ts';
import { slotOfHash, slotsFor } from '../base/hashSlots.ts';
import { ID_BYTES } from './records/photoId.ts';

/** Where a photo lies: the segment's key, and its place there. */
export interface Place {
  readonly segment: number;
  readonly at: number;
}

/** A segment's photos are numbered one after the other, behind those of the segment before it. */
interface Numbered {
  readonly segment: number;
  readonly first: number;
}

const EMPTY = 0;
/** In the place of a photo that is no longer there. */
const LEFT = 0xffffffff;
/** Words of a slot. */
const WORDS = 3;

/**
 * The way from a photo's id to its place in a segment: open addressing by the id's first 64 bits, 12 bytes a slot. Where two ids begin with
 * the same 64 bits, which among a million photos happens in one gallery of thirty-seven million, the row that is read tells them apart.
 */
export class PhotoPlaces {
  /** High and low word of the id, the photo's number + 1 (0: empty). // (slots · 3,) */
  #slots = new Uint32Array(slotsFor(0) * WORDS);
  #used = 0;
  /** By their first numbers. */
  #segments: Numbered[] = [];
  #end = 0;

  /** Makes room, so that so many more are added without moving the others. */
  reserve(photos: number): void {
    if (slotsFor(this.#used + photos) * WORDS <= this.#slots.length) return;
    this.#rehash(slotsFor(grownLength(this.#used, this.#used + photos)), () => true);
  }

  /** A later one replaces an earlier. @param ids // (N, 32) @param gone places of no account */
  addSegment(segment: number, ids: Uint8Array, gone: ReadonlySet<number>): void {
    const photos = ids.length / ID_BYTES;
    this.reserve(photos);
    const first = this.#end;
    this.#end += photos;
    this.#segments.push({ segment, first });
    for (let at = 0; at < photos; at++)
      if (!gone.has(at)) this.#enter(wordAt(ids, at * ID_BYTES), wordAt(ids, at * ID_BYTES + 4), first + at + 1);
  }

  /** Forgets all places of these segments. */
  removeSegments(segments: ReadonlySet<number>): void {
    this.#rehash(
      this.#slots.length / WORDS,
      (value) => value !== LEFT && !segments.has(this.#placeOf(value - 1).segment),
    );
    this.#segments = this.#segments.filter(({ segment }) => !segments.has(segment));
  }

  find(id: string): Place | null {
    const value = this.#slots[this.#slotOfId(id) + 2]!;
    return value === EMPTY || value === LEFT ? null : this.#placeOf(value - 1);
  }

  /** It is no longer there. */
  leave(id: string): void {
    if (this.find(id) !== null) this.#slots[this.#slotOfId(id) + 2] = LEFT;
  }

  /** The last segment that begins at the number or before it. */
  #placeOf(number: number): Place {
    let [start, end] = [0, this.#segments.length];
    while (end - start > 1) {
      const middle = (start + end) >> 1;
      if (this.#segments[middle]!.first <= number) start = middle;
      else end = middle;
    }
    const { segment, first } = this.#segments[start]!;
    return { segment, at: number - first };
  }

  #slotOfId(id: string): number {
    return this.#slotOf(Number.parseInt(id.slice(0, 8), 16), Number.parseInt(id.slice(8, 16), 16));
  }

  #slotOf(high: number, low: number): number {
    const hash = Math.imul(Math.imul(high, 0x9e3779b1) ^ Math.imul(low, 0x85ebca77) ^ (low >>> 15), 0xc2b2ae3d) >>> 0;
    const end = this.#slots.length;
    let slot = slotOfHash(hash, end / WORDS) * WORDS;
    while (this.#slots[slot + 2] !== EMPTY && (this.#slots[slot] !== high || this.#slots[slot + 1] !== low))
      slot = slot + WORDS === end ? 0 : slot + WORDS;
    return slot;
  }

  #enter(high: number, low: number, value: number): void {
    const slot = this.#slotOf(high, low);
    if (this.#slots[slot + 2] === EMPTY) this.#used++;
    this.#slots[slot] = high;
    this.#slots[slot + 1] = low;
    this.#slots[slot + 2] = value;
  }

  /** @param keeps by the number + 1 */
  #rehash(slots: number, keeps: (value: number) => boolean): void {
    const before = this.#slots;
    this.#slots = new Uint32Array(slots * WORDS);
    this.#used = 0;
    for (let slot = 0; slot < before.length; slot += WORDS)
      if (before[slot + 2] !== EMPTY && keeps(before[slot + 2]!))
        this.#enter(before[slot]!, before[slot + 1]!, before[slot + 2]!);
  }
}

function wordAt(bytes: Uint8Array, at: number): number {
  return ((bytes[at]! << 24) | (bytes[at + 1]! << 16) | (bytes[at + 2]! << 8) | bytes[at + 3]!) >>> 0;
}
