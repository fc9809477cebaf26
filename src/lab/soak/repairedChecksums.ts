import { block } from '../../gallery/archive/block.ts';
import {
  BLOCK_HEADER_BYTES,
  BLOCK_KINDS,
  checksumOf,
  FILE_HEADER_BYTES,
  FileChecksum,
} from '../../gallery/archive/galleryFile.ts';

/**
 * A corrupted index file whose checksums are right again, as of a program that writes nonsense: then it is the contents that have to be
 * looked at. What no longer parts into blocks is left as it is.
 */
export function repairedChecksums(file: Uint8Array): Uint8Array<ArrayBuffer> {
  const bytes = Uint8Array.from(file);
  const checksum = new FileChecksum();
  for (let at = FILE_HEADER_BYTES; at + BLOCK_HEADER_BYTES <= bytes.length; ) {
    const head = new Uint32Array(bytes.slice(at, at + BLOCK_HEADER_BYTES).buffer);
    const end = at + BLOCK_HEADER_BYTES + head[1]! + head[2]!;
    if (end > bytes.length || head[1]! % 8 !== 0 || head[2]! % 8 !== 0) return bytes;
    if (head[0] === BLOCK_KINDS.end) {
      const told = /"photos":(\d+)/.exec(new TextDecoder().decode(bytes.subarray(at + BLOCK_HEADER_BYTES, end)));
      if (told === null) return bytes;
      const last = block(BLOCK_KINDS.end, { photos: Number(told[1]), checksum: checksum.value });
      const whole = new Uint8Array(at + last.length);
      whole.set(bytes.subarray(0, at));
      whole.set(last, at);
      return whole;
    }
    head[3] = checksumOf(bytes.slice(at + BLOCK_HEADER_BYTES, end));
    bytes.set(new Uint8Array(head.buffer), at);
    checksum.add(head);
    at = end;
  }
  return bytes;
}
