import { closeSync, fstatSync, ftruncateSync, openSync, readSync, writeSync } from 'node:fs';
import { deserialize, serialize } from 'node:v8';
import { crc32 } from 'node:zlib';
import type { IndexedPhoto } from '../../gallery/gallery.ts';

/** Bytes before each photo: how many it has, and their checksum. */
const HEAD = 8;

/**
 * The photos of a run that is not at its end, one after the other in a file that only grows. A program that is killed leaves a photo cut
 * short at most; opening the file takes that away.
 */
export class Spool {
  readonly #file: number;
  /** Where each photo lies, in the order in which they came. */
  readonly #places = new Map<string, { readonly at: number; readonly bytes: number }>();
  #end = 0;

  /** Keeps what is whole in a file that is there already. */
  constructor(path: string) {
    this.#file = openSync(path, 'a+');
    const { size } = fstatSync(this.#file);
    while (this.#end < size) {
      const photo = this.#photoAt(this.#end, size);
      if (photo === null) break;
      this.#places.set(photo.row.photo.id, { at: this.#end, bytes: photo.bytes });
      this.#end += HEAD + photo.bytes;
    }
    ftruncateSync(this.#file, this.#end);
  }

  get ids(): IterableIterator<string> {
    return this.#places.keys();
  }

  has(id: string): boolean {
    return this.#places.has(id);
  }

  add(row: IndexedPhoto): void {
    const body = serialize(row);
    const whole = Buffer.alloc(HEAD + body.length);
    whole.writeUInt32LE(body.length, 0);
    whole.writeUInt32LE(crc32(body), 4);
    whole.set(body, HEAD);
    for (let at = 0; at < whole.length; ) at += writeSync(this.#file, whole, at);
    this.#places.set(row.photo.id, { at: this.#end, bytes: body.length });
    this.#end += whole.length;
  }

  /** @throws Error when there is no such photo, or the disk gave other bytes than were written. */
  read(id: string): IndexedPhoto {
    const place = this.#places.get(id);
    const photo = place === undefined ? null : this.#photoAt(place.at, this.#end);
    if (photo === null) throw new Error(`Spool.read: got the id ${id}, whose bytes are not whole`);
    return photo.row;
  }

  close(): void {
    closeSync(this.#file);
  }

  /** null where it is cut short or damaged. */
  #photoAt(at: number, end: number): { readonly row: IndexedPhoto; readonly bytes: number } | null {
    if (at + HEAD > end) return null;
    const head = Buffer.alloc(HEAD);
    readSync(this.#file, head, 0, HEAD, at);
    const bytes = head.readUInt32LE(0);
    // A system that went down may have left zeros, whose checksum is zero.
    if (bytes === 0 || at + HEAD + bytes > end) return null;
    const body = Buffer.alloc(bytes);
    readSync(this.#file, body, 0, bytes, at + HEAD);
    if (crc32(body) !== head.readUInt32LE(4)) return null;
    const row: unknown = deserialize(body);
    return isRow(row) ? { row, bytes } : null;
  }
}

/** The checksum has vouched for the rest. */
function isRow(value: unknown): value is IndexedPhoto {
  return typeof value === 'object' && value !== null && 'photo' in value && 'analysis' in value;
}
