/**
 * A table of a FlatBuffer (flatbuffers.dev/internals), read in place. A table begins with a signed offset back to its vtable; entry
 * i of that (16 bits, after two of sizes) says how far behind the table's beginning field i stands, 0 where it is left out. Fields of
 * other tables, vectors and texts hold an offset to them from the field itself; a vector begins with its length. All is little-endian.
 *
 * A file that is cut off or broken throws the RangeError of the view that it is read through.
 */
export class FlatTable {
  readonly #view: DataView;
  readonly #at: number;

  private constructor(view: DataView, at: number) {
    this.#view = view;
    this.#at = at;
  }

  static root(bytes: Uint8Array): FlatTable {
    const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
    return new FlatTable(view, view.getUint32(0, true));
  }

  /** Where field `field` stands; null where it is left out. */
  #place(field: number): number | null {
    const vtable = this.#at - this.#view.getInt32(this.#at, true);
    const entry = 4 + 2 * field;
    const offset = entry < this.#view.getUint16(vtable, true) ? this.#view.getUint16(vtable + entry, true) : 0;
    return offset === 0 ? null : this.#at + offset;
  }

  #followed(place: number): number {
    return place + this.#view.getUint32(place, true);
  }

  int8(field: number, otherwise = 0): number {
    const place = this.#place(field);
    return place === null ? otherwise : this.#view.getInt8(place);
  }

  int32(field: number, otherwise = 0): number {
    const place = this.#place(field);
    return place === null ? otherwise : this.#view.getInt32(place, true);
  }

  table(field: number): FlatTable | null {
    const place = this.#place(field);
    return place === null ? null : new FlatTable(this.#view, this.#followed(place));
  }

  /** Places of a vector's elements, each of `width` bytes; none where the field is left out. */
  #elements(field: number, width: number): number[] {
    const place = this.#place(field);
    if (place === null) return [];
    const start = this.#followed(place);
    const length = this.#view.getUint32(start, true);
    if (start + 4 + length * width > this.#view.byteLength)
      throw new RangeError(`FlatTable: field ${field} has ${length} elements, which end beyond the file`);
    return Array.from({ length }, (_, i) => start + 4 + i * width);
  }

  tables(field: number): FlatTable[] {
    return this.#elements(field, 4).map((place) => new FlatTable(this.#view, this.#followed(place)));
  }

  int32s(field: number): number[] {
    return this.#elements(field, 4).map((place) => this.#view.getInt32(place, true));
  }

  /** Writes numbers over those of a vector, as many as it has. */
  overwriteInt32s(field: number, values: readonly number[]): void {
    const places = this.#elements(field, 4);
    if (places.length !== values.length)
      throw new RangeError(`FlatTable: got ${values.length} numbers for field ${field}, wanted ${places.length}`);
    for (const [i, place] of places.entries()) this.#view.setInt32(place, values[i]!, true);
  }

  /** Leaves only the first `length` elements of a vector. */
  shorten(field: number, length: number): void {
    const place = this.#place(field);
    if (place === null) return;
    const start = this.#followed(place);
    const held = this.#view.getUint32(start, true);
    if (length > held)
      throw new RangeError(`FlatTable: got a length of ${length} for field ${field}, wanted at most ${held}`);
    this.#view.setUint32(start, length, true);
  }

  /** A view of a vector's bytes, not a copy; null where the field is left out. */
  bytes(field: number): Uint8Array | null {
    const place = this.#place(field);
    if (place === null) return null;
    const start = this.#followed(place);
    return new Uint8Array(this.#view.buffer, this.#view.byteOffset + start + 4, this.#view.getUint32(start, true));
  }

  text(field: number): string {
    return new TextDecoder().decode(this.bytes(field) ?? new Uint8Array());
  }
}
