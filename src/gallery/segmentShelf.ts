import type { Connection } from './connection.ts';
import { PhotoPlaces, type Place } from './photoPlaces.ts';
import { ID_BYTES } from './records/photoId.ts';
import type { AnalysisRow, PhotoRow } from './records/photoRow.ts';
import type { RemovedRow, SegmentRecord } from './schema.ts';
import { segmentRecord } from './segmentRecord.ts';
import { analysisViews } from './segments/analysisPart.ts';
import type { PackedParts } from './segments/packedParts.ts';
import { readCodes, readFacts } from './segments/readSegment.ts';
import type { SaidInSegment } from './segments/saidInSegment.ts';
import { SEGMENT_HEADER_BYTES, type SegmentCodes, type SegmentFacts } from './segments/segmentFormat.ts';
import { readHead } from './segments/segmentHead.ts';
import { bytesOf, ShelvedSegment } from './shelvedSegment.ts';
import { unlessDamaged } from './unlessDamaged.ts';

/** A segment as it was just read; `gone` are the places of no account. */
export interface ReadSegment {
  readonly key: number;
  readonly facts: SegmentFacts;
  readonly gone: ReadonlySet<number>;
}

export interface ReadCodes {
  /** // (N, 32) */
  readonly ids: Uint8Array;
  readonly codes: SegmentCodes;
  readonly gone: ReadonlySet<number>;
}

/** The boxes of a photo // (M, 4), and which of them won each category // (C,) */
export type WinningBoxes = Pick<AnalysisRow, 'boxes' | 'winners'>;

/** Segments that are read at the same time: more would need their memory together and gain nothing. */
const AT_ONCE = 8;
/** Whole segments that are kept decoded, for photos that are asked for one after the other. */
const KEPT = 2;

const NONE: ReadonlySet<number> = new Set();

/** The stored segments: which there are, where each photo lies in them, and what they say of it. */
export class SegmentShelf {
  readonly #connection: Connection;
  readonly #shelved = new Map<number, ShelvedSegment>();
  /** Segments that cannot be read back, and how many photos they held. They stay where they are, and take part in nothing. */
  readonly #damaged = new Map<number, number>();
  readonly #places = new PhotoPlaces();
  /** Keys of those that may be decoded, the one that was asked last behind the others. */
  #asked: readonly number[] = [];
  #ready: Promise<unknown> | null = null;

  constructor(connection: Connection) {
    this.#connection = connection;
  }

  get keys(): readonly number[] {
    return [...this.#shelved.keys()];
  }

  /** Photos of which nothing can be read any more. */
  get damaged(): number {
    return [...this.#damaged.values()].reduce((sum, photos) => sum + photos, 0);
  }

  /** Once it is known what there is. */
  async ready(): Promise<void> {
    this.#ready ??= this.refresh();
    try {
      await this.#ready;
    } catch (error) {
      this.#ready = null;
      throw error;
    }
  }

  /** Whether these are all segments there are. @param keys of the store */
  isCurrent(keys: readonly number[]): boolean {
    const known = this.#shelved.size + this.#damaged.size;
    return keys.length === known && keys.every((key) => this.#shelved.has(key) || this.#damaged.has(key));
  }

  /** Reads what other tabs added, and forgets what is gone. @returns whether anything was */
  async refresh(): Promise<boolean> {
    const stored = await this.#connection.run(async (database) => {
      const transaction = database.transaction(['segments', 'removed']);
      const keys = await transaction.objectStore('segments').getAllKeys();
      const fresh = keys.filter((key) => !this.#shelved.has(key) && !this.#damaged.has(key));
      const [records, removed] = await Promise.all([
        Promise.all(fresh.map((key) => segmentRecord(transaction.objectStore('segments'), key))),
        fresh.length > 0 ? transaction.objectStore('removed').getAll() : [],
      ]);
      return { keys: new Set(keys), records: records.flat(), removed };
    });
    this.#forget(this.keys.filter((key) => !stored.keys.has(key)));
    for (const key of this.#damaged.keys()) if (!stored.keys.has(key)) this.#damaged.delete(key);
    await this.take(stored.records, stored.removed, () => {});
    this.#ready = Promise.resolve();
    return stored.records.length > 0;
  }

  /** Reads the facts of records and puts them on the shelf, in their order. What is damaged is left out and counted. */
  async take(
    records: readonly SegmentRecord[],
    removed: readonly RemovedRow[],
    onRead: (segment: ReadSegment) => void,
  ): Promise<void> {
    const gone = new Map(removed.map(({ segment, places }) => [segment, new Set(places)]));
    this.#places.reserve(records.reduce((sum, { photos }) => sum + photos, 0));
    for (let start = 0; start < records.length; start += AT_ONCE) {
      const some = records.slice(start, start + AT_ONCE);
      const read = await Promise.all(
        some.map(({ columns, factsEnd }) =>
          unlessDamaged(async () => readFacts(await bytesOf(columns.slice(0, factsEnd)))),
        ),
      );
      for (const [n, record] of some.entries()) {
        const facts = read[n] ?? null;
        const without = gone.get(record.key) ?? NONE;
        if (facts === null) {
          this.#damaged.set(record.key, record.photos - without.size);
          continue;
        }
        this.shelve(record, facts, without);
        onRead({ key: record.key, facts, gone: without });
      }
    }
  }

  /** A segment that was just written. */
  shelve(record: SegmentRecord, facts: Pick<SegmentFacts, 'ids' | 'flags'>, gone = NONE): void {
    if (this.#shelved.has(record.key)) return;
    this.#shelved.set(record.key, new ShelvedSegment(record, facts.flags.slice()));
    this.#places.addSegment(record.key, facts.ids, gone);
  }

  forgetAll(): void {
    this.#forget(this.keys);
    this.#damaged.clear();
  }

  /** Codes of the segments named that are of that version, those left out that are damaged. */
  async *codes(version: string, keys: readonly number[], removed: readonly RemovedRow[]): AsyncGenerator<ReadCodes> {
    const gone = new Map(removed.map(({ segment, places }) => [segment, new Set(places)]));
    const records = keys.flatMap((key) => this.#shelved.get(key)?.record ?? []);
    const wanted = records.filter((record) => record.version === version);
    for (let start = 0; start < wanted.length; start += AT_ONCE) {
      const some = wanted.slice(start, start + AT_ONCE);
      const read = await Promise.all(
        some.map(({ columns, factsEnd, codesEnd, photos }) =>
          unlessDamaged(async () => {
            const idsEnd = SEGMENT_HEADER_BYTES + photos * ID_BYTES;
            const [first, last] = await Promise.all([
              bytesOf(columns.slice(0, idsEnd)),
              bytesOf(columns.slice(factsEnd, codesEnd)),
            ]);
            return { ids: first.subarray(SEGMENT_HEADER_BYTES), codes: readCodes(readHead(first), last) };
          }),
        ),
      );
      for (const [n, { key }] of some.entries()) {
        const codes = read[n] ?? null;
        if (codes !== null) yield { ...codes, gone: gone.get(key) ?? NONE };
      }
    }
  }

  /** Where it was last known to lie; whether it still counts there is said by `removed`. */
  place(id: string): Place | null {
    return this.#places.find(id);
  }

  /** The photo was removed from its segment. */
  leave(id: string): void {
    this.#places.leave(id);
  }

  record(key: number): SegmentRecord | undefined {
    return this.#shelved.get(key)?.record;
  }

  /** Version, and whether there is a picture. */
  about({ segment, at }: Place): { readonly version: string; readonly flags: number } | null {
    const shelved = this.#shelved.get(segment);
    return shelved ? { version: shelved.record.version, flags: shelved.flags[at]! } : null;
  }

  /** Null where another photo lies there, or where its codes are damaged. */
  async row(id: string, { segment, at }: Place): Promise<PhotoRow | null> {
    return this.#asking(segment).row(id, at);
  }

  /** What persons said of its photos before it was written, by place; null where it is damaged. */
  async said(segment: number): Promise<Map<number, SaidInSegment> | null> {
    return this.#asking(segment).said();
  }

  /** As `rows`; none where the codes are damaged. */
  async wholeRows(segment: number): Promise<PhotoRow[]> {
    return (await unlessDamaged(() => this.rows(segment))) ?? [];
  }

  /** All photos of a segment by their places, those of no account, too. @throws SegmentDamaged */
  async rows(segment: number): Promise<PhotoRow[]> {
    return this.#segment(segment).rows();
  }

  /** The whole segment as it is stored. */
  async bytes(segment: number): Promise<Uint8Array<ArrayBuffer>> {
    return this.#segment(segment).bytes();
  }

  /** A segment is stored in today's format from now on. */
  renew(record: SegmentRecord): void {
    this.#shelved.get(record.key)?.renew(record);
  }

  /** Null where it lies in a store of its own. */
  async analysis(id: string, { segment, at }: Place): Promise<AnalysisRow | null> {
    return (await this.#shelved.get(segment)?.analysis(id, at)) ?? null;
  }

  /** Of the analysis what names the winning boxes; the rest of it is not unpacked. Null where it lies in a store of its own. */
  async winners({ segment, at }: Place): Promise<WinningBoxes | null> {
    const part = (await this.parts(segment, 'analyses'))?.part(at);
    return part ? analysisViews(await bytesOf(part)) : null;
  }

  /** Null where it lies in a store of its own, or there is none. */
  async thumbnail({ segment, at }: Place): Promise<Blob | null> {
    return (await this.parts(segment, 'thumbnails'))?.part(at) ?? null;
  }

  /** Null where the segment has none beside it. */
  parts(segment: number, of: 'analyses' | 'thumbnails'): Promise<PackedParts> | null {
    return this.#shelved.get(segment)?.parts(of) ?? null;
  }

  #segment(key: number): ShelvedSegment {
    const segment = this.#shelved.get(key);
    if (!segment) throw new RangeError(`SegmentShelf: got segment ${key}, which is not there`);
    return segment;
  }

  /** The segment; those asked for some while ago let go of what was read of them. */
  #asking(key: number): ShelvedSegment {
    const segment = this.#segment(key);
    const asked = [...this.#asked.filter((other) => other !== key), key];
    for (const old of asked.slice(0, -KEPT)) this.#shelved.get(old)?.forget();
    this.#asked = asked.slice(-KEPT);
    return segment;
  }

  #forget(keys: readonly number[]): void {
    if (keys.length === 0) return;
    for (const key of keys) this.#shelved.delete(key);
    this.#places.removeSegments(new Set(keys));
  }
}
