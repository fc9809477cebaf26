import { Growable } from './growable.ts';

const ENCODER = new TextEncoder();
const DECODER = new TextDecoder();
/** Short texts of one byte a letter are put together faster than a decoder is called. */
const SHORT = 64;

/** A text for each photo number, as UTF-8 in one array, each with a zero behind it. */
export class TextColumn {
  readonly #starts = new Growable((length) => new Uint32Array(length));
  readonly #bytes = new Growable((length) => new Uint8Array(length));
  /** Byte 0 is the empty text, which numbers have that were never set. */
  #end = 1;

  reserve(rows: number): void {
    this.#starts.reserve(rows);
  }

  set(number: number, text: string): void {
    this.#starts.reserve(number + 1);
    if (this.get(number) === text) return;
    // A letter takes three bytes at most.
    this.#bytes.reserve(this.#end + text.length * 3 + 1);
    const { written } = ENCODER.encodeInto(text, this.#bytes.values.subarray(this.#end));
    this.#starts.values[number] = this.#end;
    this.#end += written;
    this.#bytes.values[this.#end++] = 0;
  }

  get(number: number): string {
    const bytes = this.#bytes.values;
    const start = this.#starts.values[number] ?? 0;
    let [end, seen] = [start, 0];
    for (let byte = bytes[end]!; byte !== 0; byte = bytes[++end]!) seen |= byte;
    if (seen < 0x80 && end - start <= SHORT) return String.fromCharCode(...bytes.subarray(start, end));
    return DECODER.decode(bytes.subarray(start, end));
  }
}
