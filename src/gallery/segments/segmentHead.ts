import { fnv1a } from '../../base/weights/fingerprint.ts';
import { SEGMENT_FORMAT_VERSION, SEGMENT_HEADER_BYTES, SEGMENT_MAGIC, type SegmentShape } from './segmentFormat.ts';

/** The format of before pieces lay apart. */
export const FIRST_FORMAT = 1;
const HEAD_WORDS = 11;

/** A segment's bytes are not what they claim to be; the message says how, for a person. */
export class SegmentDamaged extends Error {
  override readonly name = 'SegmentDamaged';
}

/** The first 64 bytes of a segment. */
export interface SegmentHead {
  /** 1 or `SEGMENT_FORMAT_VERSION`. */
  readonly version: number;
  readonly shape: SegmentShape;
  readonly factBytes: number;
  readonly codeBytes: number;
  readonly factChecksum: number;
  readonly codeChecksum: number;
  /** 0 in the first format, whose pieces lie among the codes. */
  readonly pieceBytes: number;
  readonly pieceChecksum: number;
}

/** FNV-1a over 32-bit words; `bytes` starts at a multiple of 4 and is that long. */
export function checksumOf(bytes: Uint8Array): number {
  return fnv1a([new Uint32Array(bytes.buffer, bytes.byteOffset, bytes.byteLength >> 2)]);
}

/** @param to // (64,), aligned to 4 bytes */
export function writeHead(to: Uint8Array, head: Omit<SegmentHead, 'version'>): void {
  const { photos, categories, pieceWords, looks } = head.shape;
  to.set(new TextEncoder().encode(SEGMENT_MAGIC));
  new Uint32Array(to.buffer, to.byteOffset + 8, HEAD_WORDS).set([
    SEGMENT_FORMAT_VERSION,
    photos,
    categories,
    pieceWords,
    Number(looks),
    head.factBytes,
    head.codeBytes,
    head.factChecksum,
    head.codeChecksum,
    head.pieceBytes,
    head.pieceChecksum,
  ]);
}

/** @param bytes the segment's first 64, aligned to 4 @throws SegmentDamaged */
export function readHead(bytes: Uint8Array): SegmentHead {
  const magic = new TextDecoder().decode(bytes.subarray(0, 8));
  if (bytes.length < SEGMENT_HEADER_BYTES || magic !== SEGMENT_MAGIC)
    throw new SegmentDamaged(`a segment begins with ${JSON.stringify(magic)}, wanted "${SEGMENT_MAGIC}"`);
  const [
    version,
    photos,
    categories,
    pieceWords,
    looks,
    factBytes,
    codeBytes,
    factChecksum,
    codeChecksum,
    pieceBytes,
    pieceChecksum,
  ] = new Uint32Array(bytes.buffer, bytes.byteOffset + 8, HEAD_WORDS);
  if (version !== FIRST_FORMAT && version !== SEGMENT_FORMAT_VERSION)
    throw new SegmentDamaged(`a segment has format version ${version}, wanted ${SEGMENT_FORMAT_VERSION}`);
  return {
    version,
    shape: { photos: photos!, categories: categories!, pieceWords: pieceWords!, looks: looks === 1 },
    factBytes: factBytes!,
    codeBytes: codeBytes!,
    factChecksum: factChecksum!,
    codeChecksum: codeChecksum!,
    pieceBytes: pieceBytes!,
    pieceChecksum: pieceChecksum!,
  };
}
