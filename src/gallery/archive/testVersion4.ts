import { inFirstFormat } from '../segments/testFirstFormat.ts';
import { type Bytes, block } from './block.ts';
import { BLOCK_HEADER_BYTES, BLOCK_KINDS, FILE_HEADER_BYTES, FileChecksum } from './galleryFile.ts';

/** For tests: a file of today's format as version 4 wrote it, with segments of the first format. */
export function inVersion4(file: Bytes): Bytes {
  const checksum = new FileChecksum();
  const parts: Bytes[] = [];
  const start = file.slice(0, FILE_HEADER_BYTES);
  new Uint32Array(start.buffer, 8, 1)[0] = 4;
  for (let at = FILE_HEADER_BYTES; at < file.length; ) {
    const [kind, textBytes, numberBytes] = new Uint32Array(file.slice(at, at + BLOCK_HEADER_BYTES).buffer);
    const next = at + BLOCK_HEADER_BYTES + textBytes! + numberBytes!;
    const textAt = at + BLOCK_HEADER_BYTES;
    const text: unknown = JSON.parse(new TextDecoder().decode(file.subarray(textAt, textAt + textBytes!)));
    if (typeof text !== 'object' || text === null) throw new Error('inVersion4: got a block without a text');
    const own =
      kind === BLOCK_KINDS.segment
        ? block(kind, text, [inFirstFormat(file.slice(next - numberBytes!, next))])
        : kind === BLOCK_KINDS.end
          ? block(kind, { ...text, checksum: checksum.value })
          : file.slice(at, next);
    parts.push(own);
    checksum.add(new Uint32Array(own.buffer, 0, BLOCK_HEADER_BYTES / 4));
    at = next;
  }
  const bytes = new Uint8Array(parts.reduce((sum, { length }) => sum + length, start.length));
  bytes.set(start);
  let at = start.length;
  for (const part of parts) {
    bytes.set(part, at);
    at += part.length;
  }
  return bytes;
}
