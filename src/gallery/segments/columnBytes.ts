import { padded } from './segmentFormat.ts';
import { SegmentDamaged } from './segmentHead.ts';

type Numbers = Uint8Array | Int16Array | Uint16Array | Int32Array | Uint32Array | Float32Array | Float64Array;

/** Columns one after the other, each padded with zeros to a multiple of 8 bytes. */
export function joinedColumns(columns: readonly Numbers[]): Uint8Array<ArrayBuffer> {
  const bytes = new Uint8Array(columns.reduce((sum, { byteLength }) => sum + padded(byteLength), 0));
  let at = 0;
  for (const column of columns) {
    const own =
      column instanceof Uint8Array ? column : new Uint8Array(column.buffer, column.byteOffset, column.byteLength);
    bytes.set(own, at);
    at += padded(column.byteLength);
  }
  return bytes;
}

/** Takes columns one after the other as views of the bytes they lie in. */
export class ColumnTaker {
  readonly #bytes: Uint8Array<ArrayBuffer>;
  #at = 0;

  /** @param bytes begin at a multiple of 8 of their buffer */
  constructor(bytes: Uint8Array<ArrayBuffer>) {
    this.#bytes = bytes;
  }

  uint8(count: number): Uint8Array<ArrayBuffer> {
    return new Uint8Array(this.#bytes.buffer, this.#take(count), count);
  }

  int16(count: number): Int16Array {
    return new Int16Array(this.#bytes.buffer, this.#take(count * 2), count);
  }

  uint16(count: number): Uint16Array {
    return new Uint16Array(this.#bytes.buffer, this.#take(count * 2), count);
  }

  uint32(count: number): Uint32Array {
    return new Uint32Array(this.#bytes.buffer, this.#take(count * 4), count);
  }

  int32(count: number): Int32Array {
    return new Int32Array(this.#bytes.buffer, this.#take(count * 4), count);
  }

  float32(count: number): Float32Array {
    return new Float32Array(this.#bytes.buffer, this.#take(count * 4), count);
  }

  float64(count: number): Float64Array {
    return new Float64Array(this.#bytes.buffer, this.#take(count * 8), count);
  }

  /** @throws SegmentDamaged when something is left. */
  end(what: string): void {
    if (this.#at !== this.#bytes.length)
      throw new SegmentDamaged(`${what} have ${this.#bytes.length} bytes, wanted ${this.#at}`);
  }

  #take(bytes: number): number {
    const start = this.#at;
    this.#at += padded(bytes);
    if (!(this.#at <= this.#bytes.length))
      throw new SegmentDamaged(`a segment's columns have ${this.#bytes.length} bytes, wanted ${this.#at} or more`);
    return this.#bytes.byteOffset + start;
  }
}
