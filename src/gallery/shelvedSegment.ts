import { ID_BYTES, idOfBytes } from './records/photoId.ts';
import type { AnalysisRow, PhotoRow } from './records/photoRow.ts';
import type { SegmentRecord } from './schema.ts';
import { analysisOfPart } from './segments/analysisPart.ts';
import { PackedParts } from './segments/packedParts.ts';
import { readCodes, readFacts, readPieces, readSegment } from './segments/readSegment.ts';
import { piecesAt, rowOfSegment } from './segments/rowOfSegment.ts';
import { type SaidInSegment, saidInSegment } from './segments/saidInSegment.ts';
import {
  SEGMENT_HEADER_BYTES,
  type SegmentCodes,
  type SegmentFacts,
  type SegmentShape,
  wordsOfPieces,
} from './segments/segmentFormat.ts';
import { readHead, SegmentDamaged } from './segments/segmentHead.ts';
import { unlessDamaged } from './unlessDamaged.ts';

export async function bytesOf(blob: Blob): Promise<Uint8Array<ArrayBuffer>> {
  return new Uint8Array(await blob.arrayBuffer());
}

/** A segment but for its pieces, unless they lie among the codes. */
interface Decoded {
  readonly facts: SegmentFacts;
  readonly codes: SegmentCodes;
}

/** A stored segment, of which its photos' versions and flags are known without reading it again. */
export class ShelvedSegment {
  /** Of each photo, see `PICTURED`. */
  readonly flags: Uint8Array;
  #record: SegmentRecord;
  #decoded: Promise<Decoded> | null = null;
  readonly #parts: { analyses: Promise<PackedParts> | null; thumbnails: Promise<PackedParts> | null } = {
    analyses: null,
    thumbnails: null,
  };

  constructor(record: SegmentRecord, flags: Uint8Array) {
    this.#record = record;
    this.flags = flags;
  }

  get record(): SegmentRecord {
    return this.#record;
  }

  /** It is stored in today's format from now on. */
  renew(record: SegmentRecord): void {
    this.#record = record;
    this.forget();
  }

  /** Lets go of what was read of it for photos that are asked for one after the other. */
  forget(): void {
    this.#decoded = null;
  }

  /** Null where another photo lies there, or where its codes are damaged. */
  row(id: string, at: number): Promise<PhotoRow | null> {
    return unlessDamaged(async () => {
      const { facts, codes } = await this.#decode();
      if (idOfBytes(facts.ids, at * ID_BYTES) !== id) return null;
      return rowOfSegment(facts, codes, await this.#piecesOf(at, codes.shape), at);
    });
  }

  /** What persons said of its photos before it was written, by place; null where it is damaged. */
  said(): Promise<Map<number, SaidInSegment> | null> {
    return unlessDamaged(async () => saidInSegment((await this.#decode()).facts.text));
  }

  /** All photos by their places, those of no account, too. @throws SegmentDamaged */
  async rows(): Promise<PhotoRow[]> {
    const { facts, codes, pieces } = readSegment(await this.bytes());
    return Array.from({ length: facts.photos }, (_, at) => rowOfSegment(facts, codes, piecesAt(pieces, at), at));
  }

  /** The whole segment as it is stored. */
  bytes(): Promise<Uint8Array<ArrayBuffer>> {
    return bytesOf(this.#record.columns);
  }

  /** Null where it lies in a store of its own. */
  async analysis(id: string, at: number): Promise<AnalysisRow | null> {
    const part = (await this.parts('analyses'))?.part(at);
    return part ? analysisOfPart(id, await bytesOf(part)) : null;
  }

  /** Null where the segment has none beside it. */
  parts(of: 'analyses' | 'thumbnails'): Promise<PackedParts> | null {
    const blob = this.#record[of];
    if (blob === null) return null;
    this.#parts[of] ??= PackedParts.open(blob, this.#record.photos);
    return this.#parts[of];
  }

  /** One photo's; of a segment of the first format, all have to be read. @throws SegmentDamaged */
  async #piecesOf(at: number, shape: SegmentShape): Promise<Uint32Array> {
    const { columns, factsEnd, codesEnd } = this.#record;
    if (codesEnd === undefined) {
      const head = readHead(await bytesOf(columns.slice(0, SEGMENT_HEADER_BYTES)));
      return piecesAt(readPieces(head, await bytesOf(columns.slice(factsEnd))), at);
    }
    const { codes, looks } = wordsOfPieces(shape);
    const width = 4 * (codes + looks);
    const own = await bytesOf(columns.slice(codesEnd + at * width, codesEnd + (at + 1) * width));
    if (own.length !== width) throw new SegmentDamaged(`a photo has ${own.length} bytes of pieces, wanted ${width}`);
    return new Uint32Array(own.buffer);
  }

  #decode(): Promise<Decoded> {
    if (this.#decoded !== null) return this.#decoded;
    const decoded = this.#decodedAnew();
    this.#decoded = decoded;
    decoded.catch(() => this.forget());
    return decoded;
  }

  async #decodedAnew(): Promise<Decoded> {
    const { columns, factsEnd, codesEnd } = this.#record;
    const bytes = await bytesOf(columns.slice(0, codesEnd));
    return { facts: readFacts(bytes), codes: readCodes(readHead(bytes), bytes.subarray(factsEnd)) };
  }
}
