import { ColumnTaker, joinedColumns } from './columnBytes.ts';
import { padded } from './segmentFormat.ts';
import { SegmentDamaged } from './segmentHead.ts';

/**
 * What belongs to each photo of a segment and is read photo by photo: its analysis, its thumbnail. N parts, of which some may be missing.
 *
 * | bytes | holds |
 * |---|---|
 * | 0 | magic "FACETPRT"; N, where the parts begin (u32 each) |
 * | 16 | length of each part in bytes, 0 of a missing one // (N,) u32; place in the list of MIME types // (N,) u8; the list, JSON in UTF-8, its length before it (u32, u32 zero). Each is padded with zeros to a multiple of 8 bytes |
 * | … | the parts one after the other, padded likewise |
 */
const MAGIC = 'FACETPRT';
const HEAD_BYTES = 16;

/** One part; without bytes it is missing. */
export interface Part {
  /** MIME type. */
  readonly type: string;
  readonly bytes: Uint8Array<ArrayBuffer>;
}

export const NO_PART: Part = { type: '', bytes: new Uint8Array(0) };

/** @throws RangeError when there are more than 256 types. */
export function packedParts(parts: readonly Part[]): Uint8Array<ArrayBuffer> {
  const types = [...new Set(parts.map(({ type }) => type))];
  if (types.length > 256) throw new RangeError(`packedParts: got ${types.length} MIME types, wanted at most 256`);
  const list = new TextEncoder().encode(JSON.stringify(types));
  const table = joinedColumns([
    Uint32Array.from(parts, ({ bytes }) => bytes.length),
    Uint8Array.from(parts, ({ type }) => types.indexOf(type)),
    Uint32Array.of(list.length, 0),
    list,
  ]);
  const start = HEAD_BYTES + table.length;
  const packed = new Uint8Array(parts.reduce((end, { bytes }) => end + padded(bytes.length), start));
  packed.set(new TextEncoder().encode(MAGIC));
  new Uint32Array(packed.buffer, 8, 2).set([parts.length, start]);
  packed.set(table, HEAD_BYTES);
  let at = start;
  for (const { bytes } of parts) {
    packed.set(bytes, at);
    at += padded(bytes.length);
  }
  return packed;
}

async function bytesOf(blob: Blob, start: number, end: number): Promise<Uint8Array<ArrayBuffer>> {
  return new Uint8Array(await blob.slice(start, end).arrayBuffer());
}

function typesOf(written: Uint8Array): string[] {
  const types: unknown = JSON.parse(new TextDecoder().decode(written));
  if (!Array.isArray(types) || !types.every((type): type is string => typeof type === 'string'))
    throw new SegmentDamaged('the list of types is no list of texts');
  return types;
}

/** Parts in a Blob, of which only the table is in memory. */
export class PackedParts {
  readonly #blob: Blob;
  /** Where each part begins, and where the last one ends. // (N + 1,) */
  readonly #starts: Float64Array;
  readonly #lengths: Uint32Array;
  readonly #kinds: Uint8Array;
  readonly #types: readonly string[];

  private constructor(blob: Blob, start: number, lengths: Uint32Array, kinds: Uint8Array, types: readonly string[]) {
    this.#blob = blob;
    this.#lengths = lengths;
    this.#kinds = kinds;
    this.#types = types;
    this.#starts = new Float64Array(lengths.length + 1);
    this.#starts[0] = start;
    lengths.forEach((length, n) => {
      this.#starts[n + 1] = this.#starts[n]! + padded(length);
    });
  }

  /** @param photos N @throws SegmentDamaged when the table does not fit the Blob. */
  static async open(blob: Blob, photos: number): Promise<PackedParts> {
    const head = await bytesOf(blob, 0, HEAD_BYTES);
    const [count, start] = new Uint32Array(head.buffer, 8, 2);
    if (head.length < HEAD_BYTES || new TextDecoder().decode(head.subarray(0, 8)) !== MAGIC || count !== photos)
      throw new SegmentDamaged(`parts of ${count} photos, wanted those of ${photos}`);
    const take = new ColumnTaker(await bytesOf(blob, HEAD_BYTES, start!));
    const [lengths, kinds] = [take.uint32(photos), take.uint8(photos)];
    const types = typesOf(take.uint8(take.uint32(2)[0]!));
    take.end('the table of the parts');
    const parts = new PackedParts(blob, start!, lengths, kinds, types);
    if (parts.#starts[photos] !== blob.size || kinds.some((kind) => kind >= Math.max(1, types.length)))
      throw new SegmentDamaged(`the parts end at byte ${blob.size}, wanted ${parts.#starts[photos]}`);
    return parts;
  }

  /** Nothing is read. Null where it is missing. */
  part(at: number): Blob | null {
    const [start, length] = [this.#starts[at]!, this.#lengths[at]!];
    if (length === 0) return null;
    return this.#blob.slice(start, start + length, this.#types[this.#kinds[at]!]);
  }

  /** All of them with one read. */
  async all(): Promise<Part[]> {
    const bytes = new Uint8Array(await this.#blob.arrayBuffer());
    return Array.from(this.#lengths, (length, n) => ({
      type: this.#types[this.#kinds[n]!]!,
      bytes: bytes.subarray(this.#starts[n]!, this.#starts[n]! + length),
    }));
  }
}
