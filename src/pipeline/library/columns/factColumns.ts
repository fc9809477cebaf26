import { Dictionary } from '../../../gallery/records/dictionary.ts';
import { bytesOfId, ID_BYTES } from '../../../gallery/records/photoId.ts';
import { PhotoIds } from '../../../gallery/records/photoIds.ts';
import { PICTURED, type SegmentFacts } from '../../../gallery/segments/segmentFormat.ts';
import { Growable } from './growable.ts';
import type { PhotoFacts } from './photoFacts.ts';
import { TextColumn } from './textColumn.ts';

/** Bits of `FactColumns.flags`. */
export const PHOTO_FLAGS = { there: 1, pictured: 2, favourite: 4, outdated: 8 } as const;

/** In the place of a number: no photo. */
export const NO_NUMBER = 0xffffffff;

const doubles = (length: number): Float64Array => new Float64Array(length);
const words = (length: number): Uint32Array => new Uint32Array(length);

/**
 * What lists and filters need of every photo, as columns by the photo's number. Numbers are given in the order in which photos enter
 * memory and are never given again; the row of a photo that is gone has no flags. Adding, changing and removing cost O(1).
 */
export class FactColumns {
  readonly ids = new PhotoIds();
  readonly names = new TextColumn();
  /** By `folder`: the path up to the name, with a slash at its end; '' of photos that were dropped by themselves. */
  readonly folders = new Dictionary();
  /** By `camera`; 0 is ''. */
  readonly cameras = new Dictionary();
  /** By `version`. */
  readonly versions = new Dictionary();
  readonly #takenAt = new Growable(doubles);
  readonly #lastModified = new Growable(doubles);
  readonly #addedAt = new Growable(doubles);
  readonly #size = new Growable(doubles);
  readonly #width = new Growable(words);
  readonly #height = new Growable(words);
  readonly #folder = new Growable(words);
  readonly #camera = new Growable((length) => new Uint16Array(length));
  readonly #version = new Growable((length) => new Uint16Array(length));
  readonly #flags = new Growable((length) => new Uint8Array(length));
  readonly #all = [
    this.#takenAt,
    this.#lastModified,
    this.#addedAt,
    this.#size,
    this.#width,
    this.#height,
    this.#folder,
    this.#camera,
    this.#version,
    this.#flags,
  ];
  /** Paths that do not end with the name. */
  readonly #oddPaths = new Map<number, string>();

  constructor() {
    this.cameras.numberOf('');
  }

  /** Photos. */
  get count(): number {
    return this.ids.count;
  }

  /** All numbers are below it. */
  get end(): number {
    return this.ids.end;
  }

  // Each is shared, longer than `end`, and another array once it has grown: read it anew for each loop.
  get takenAt(): Float64Array {
    return this.#takenAt.values;
  }
  get lastModified(): Float64Array {
    return this.#lastModified.values;
  }
  get addedAt(): Float64Array {
    return this.#addedAt.values;
  }
  get size(): Float64Array {
    return this.#size.values;
  }
  get width(): Uint32Array {
    return this.#width.values;
  }
  get height(): Uint32Array {
    return this.#height.values;
  }
  get folder(): Uint32Array {
    return this.#folder.values;
  }
  get camera(): Uint16Array {
    return this.#camera.values;
  }
  get version(): Uint16Array {
    return this.#version.values;
  }
  /** Of `PHOTO_FLAGS`. */
  get flags(): Uint8Array {
    return this.#flags.values;
  }

  has(number: number): boolean {
    return number < this.end && (this.flags[number]! & PHOTO_FLAGS.there) !== 0;
  }

  /** Whether the path does not end with the name, so that it is not folder and name together. */
  hasOddPath(number: number): boolean {
    return this.#oddPaths.has(number);
  }

  path(number: number): string {
    return this.#oddPaths.get(number) ?? this.folders.text(this.folder[number]!) + this.names.get(number);
  }

  /** Makes room, so that so many more photos are added without copying. */
  reserve(photos: number): void {
    this.ids.reserve(photos);
    this.#reserveAll(this.end + photos);
  }

  /** Adds a photo or lays new facts over it. @returns its number @throws RangeError when its id is none. */
  put(facts: PhotoFacts): number {
    const number = this.ids.numberOf(facts.id) ?? this.ids.add(bytesOfId(facts.id));
    this.#reserveAll(this.end);
    this.takenAt[number] = facts.takenAt;
    this.lastModified[number] = facts.lastModified;
    this.addedAt[number] = facts.addedAt;
    this.size[number] = facts.size;
    this.width[number] = facts.width;
    this.height[number] = facts.height;
    this.#setPath(number, facts.path, facts.name);
    this.camera[number] = this.cameras.numberOf(facts.camera ?? '');
    this.version[number] = this.versions.numberOf(facts.version);
    this.flags[number] =
      PHOTO_FLAGS.there |
      (facts.pictured ? PHOTO_FLAGS.pictured : 0) |
      (facts.favourite ? PHOTO_FLAGS.favourite : 0) |
      (this.flags[number]! & PHOTO_FLAGS.outdated);
    return number;
  }

  /** Adds the photos of a segment, or lays its facts over theirs. @param onKnown hears of each that is there, before that @returns their numbers, `NO_NUMBER` of those that are gone // (N,) */
  putSegment(segment: SegmentFacts, gone: ReadonlySet<number>, onKnown: (number: number) => void): Uint32Array {
    const { text } = segment;
    this.reserve(segment.photos);
    const version = this.versions.numberOf(text.version);
    const cameras = Uint16Array.from(text.cameras, (camera) => this.cameras.numberOf(camera));
    const folders = Uint32Array.from(text.folders, (folder) => this.folders.numberOf(folder));
    const odd = new Map(text.paths);
    const numbers = new Uint32Array(segment.photos).fill(NO_NUMBER);
    for (let at = 0; at < segment.photos; at++) {
      if (gone.has(at)) continue;
      const known = this.ids.numberOfBytes(segment.ids, at * ID_BYTES);
      if (known !== null) onKnown(known);
      const number = known ?? this.ids.add(segment.ids, at * ID_BYTES);
      numbers[at] = number;
      const takenAt = segment.takenAt[at]!;
      this.takenAt[number] = Number.isNaN(takenAt) ? segment.lastModified[at]! : takenAt;
      this.lastModified[number] = segment.lastModified[at]!;
      this.addedAt[number] = segment.addedAt[at]!;
      this.size[number] = segment.size[at]!;
      this.width[number] = segment.width[at]!;
      this.height[number] = segment.height[at]!;
      this.names.set(number, text.names[at]!);
      this.folder[number] = folders[segment.folder[at]!]!;
      const path = odd.get(at);
      if (path === undefined) this.#oddPaths.delete(number);
      else this.#oddPaths.set(number, path);
      this.camera[number] = cameras[segment.camera[at]!]!;
      this.version[number] = version;
      this.flags[number] = PHOTO_FLAGS.there | ((segment.flags[at]! & PICTURED) === 0 ? 0 : PHOTO_FLAGS.pictured);
    }
    for (const at of text.favourites)
      if (numbers[at] !== NO_NUMBER) this.setFlag(numbers[at]!, PHOTO_FLAGS.favourite, true);
    return numbers;
  }

  setFlag(number: number, flag: number, on: boolean): void {
    this.flags[number] = on ? this.flags[number]! | flag : this.flags[number]! & ~flag;
  }

  remove(number: number): void {
    this.ids.remove(number);
    this.flags[number] = 0;
    this.#oddPaths.delete(number);
  }

  #setPath(number: number, path: string, name: string): void {
    this.names.set(number, name);
    const plain = path.endsWith(name);
    this.folder[number] = this.folders.numberOf(plain ? path.slice(0, path.length - name.length) : '');
    if (plain) this.#oddPaths.delete(number);
    else this.#oddPaths.set(number, path);
  }

  #reserveAll(rows: number): void {
    for (const column of this.#all) column.reserve(rows);
  }
}
