import { BLOCK_HEADER_BYTES, checksumOf, padded } from './galleryFile.ts';

export type Bytes = Uint8Array<ArrayBuffer>;
export type Numbers = Float32Array | Uint32Array | Int32Array | Uint8Array;

/** A block of a file, see `galleryFile.ts`. */
export function block(kind: number, text: object, numbers: readonly Numbers[] = []): Bytes {
  const written = new TextEncoder().encode(JSON.stringify(text));
  const textBytes = padded(written.length);
  const numberBytes = padded(numbers.reduce((sum, array) => sum + array.byteLength, 0));
  const bytes = new Uint8Array(BLOCK_HEADER_BYTES + textBytes + numberBytes);
  bytes.fill(0x20, BLOCK_HEADER_BYTES + written.length, BLOCK_HEADER_BYTES + textBytes);
  bytes.set(written, BLOCK_HEADER_BYTES);
  let at = BLOCK_HEADER_BYTES + textBytes;
  for (const array of numbers) {
    bytes.set(new Uint8Array(array.buffer, array.byteOffset, array.byteLength), at);
    at += array.byteLength;
  }
  new Uint32Array(bytes.buffer, 0, 4).set([
    kind,
    textBytes,
    numberBytes,
    checksumOf(bytes.subarray(BLOCK_HEADER_BYTES)),
  ]);
  return bytes;
}
