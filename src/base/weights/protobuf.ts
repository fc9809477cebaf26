/**
 * The wire format of protocol buffers (protobuf.dev, "Encoding"), as far as reading needs it: a message is a row of
 * fields, each a number, a wire type and a value. What the numbers mean is the reader's business.
 */
export type ProtobufField =
  | { readonly field: number; readonly kind: 'number'; readonly value: number }
  | { readonly field: number; readonly kind: 'bytes'; readonly value: Uint8Array };

/** A varint as a number; whole up to 2^53, negative ones (ten bytes) as their two's complement. */
function readVarint(bytes: Uint8Array, at: number): { value: number; next: number } {
  let value = 0n;
  for (let shift = 0n, i = at; i < bytes.length && shift < 70n; shift += 7n, i++) {
    value |= BigInt(bytes[i]! & 0x7f) << shift;
    if (bytes[i]! < 0x80) return { value: Number(BigInt.asIntN(64, value)), next: i + 1 };
  }
  throw new Error(`protobufFields: the number at byte ${at} has no end`);
}

/**
 * The fields of a message, in order. Nested messages, strings and packed numbers come as bytes, without a copy.
 * @throws Error when the bytes are no protobuf message or are cut short.
 */
export function* protobufFields(bytes: Uint8Array): Generator<ProtobufField> {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  let at = 0;
  while (at < bytes.length) {
    const tag = readVarint(bytes, at);
    const field = Math.floor(tag.value / 8);
    const wire = tag.value % 8;
    if (field < 1) throw new Error(`protobufFields: got field ${field} at byte ${at}, wanted a number from 1 up`);
    at = tag.next;
    if (wire === 0) {
      const { value, next } = readVarint(bytes, at);
      yield { field, kind: 'number', value };
      at = next;
    } else if (wire === 1 || wire === 5) {
      const width = wire === 1 ? 8 : 4;
      if (at + width > bytes.length) throw new Error(`protobufFields: field ${field} is cut short`);
      yield { field, kind: 'number', value: wire === 1 ? view.getFloat64(at, true) : view.getFloat32(at, true) };
      at += width;
    } else if (wire === 2) {
      const { value: length, next } = readVarint(bytes, at);
      if (length < 0 || next + length > bytes.length) throw new Error(`protobufFields: field ${field} is cut short`);
      yield { field, kind: 'bytes', value: bytes.subarray(next, next + length) };
      at = next + length;
    } else {
      throw new Error(`protobufFields: got wire type ${wire} in field ${field}, wanted 0, 1, 2 or 5`);
    }
  }
}

/** Whole numbers of a repeated field, one after the other without tags. */
export function packedVarints(bytes: Uint8Array): number[] {
  const values: number[] = [];
  for (let at = 0; at < bytes.length; ) {
    const { value, next } = readVarint(bytes, at);
    values.push(value);
    at = next;
  }
  return values;
}
