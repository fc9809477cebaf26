import { ID_BYTES } from '../records/photoId.ts';
import { ColumnTaker } from './columnBytes.ts';
import {
  APPEARANCE_WORDS,
  REGION_WORDS,
  SEGMENT_HEADER_BYTES,
  type SegmentCodes,
  type SegmentFacts,
} from './segmentFormat.ts';
import { checksumOf, readHead, SegmentDamaged, type SegmentHead } from './segmentHead.ts';
import { segmentText } from './segmentText.ts';

/**
 * @param bytes of the segment from its beginning on, to the end of the facts at least
 * @throws SegmentDamaged
 */
export function readFacts(bytes: Uint8Array<ArrayBuffer>): SegmentFacts {
  const head = readHead(bytes);
  const { photos } = head.shape;
  const facts = bytes.subarray(SEGMENT_HEADER_BYTES, SEGMENT_HEADER_BYTES + head.factBytes);
  if (facts.length !== head.factBytes || checksumOf(facts) !== head.factChecksum)
    throw new SegmentDamaged("the checksum of a segment's facts is wrong");
  const take = new ColumnTaker(facts);
  const columns = {
    photos,
    ids: take.uint8(photos * ID_BYTES),
    size: take.float64(photos),
    lastModified: take.float64(photos),
    addedAt: take.float64(photos),
    takenAt: take.float64(photos),
    width: take.uint32(photos),
    height: take.uint32(photos),
    folder: take.uint32(photos),
    fingerprint: take.uint32(photos * 2),
    camera: take.uint16(photos),
    takenOffset: take.int16(photos),
    engine: take.uint8(photos),
    flags: take.uint8(photos),
  };
  const written = take.uint8(take.uint32(2)[0]!);
  take.end('the facts');
  return { ...columns, text: segmentText(new TextDecoder().decode(written)) };
}

/**
 * @param bytes the codes alone
 * @throws SegmentDamaged
 */
export function readCodes({ shape, codeChecksum }: SegmentHead, bytes: Uint8Array<ArrayBuffer>): SegmentCodes {
  if (checksumOf(bytes) !== codeChecksum) throw new SegmentDamaged("the checksum of a segment's codes is wrong");
  const { photos, categories, pieceWords, looks } = shape;
  const take = new ColumnTaker(bytes);
  const ofCategory = Array.from({ length: categories }, (_, c) => c);
  const codes = {
    shape,
    probabilities: ofCategory.map(() => take.uint8(photos)),
    semantic: {
      64: take.uint32(photos * 2),
      48: take.uint32(photos * 2),
      32: take.uint32(photos),
      16: take.uint32(photos),
    },
    pieces: ofCategory.map(() => take.uint32(photos * pieceWords)),
    appearance: take.uint32(looks ? photos * APPEARANCE_WORDS : 0),
    regionAppearance: take.uint32(looks ? photos * categories * REGION_WORDS : 0),
  };
  take.end('the codes');
  return codes;
}

/** @param bytes the whole segment @throws SegmentDamaged */
export function readSegment(bytes: Uint8Array<ArrayBuffer>): { facts: SegmentFacts; codes: SegmentCodes } {
  const head = readHead(bytes);
  return {
    facts: readFacts(bytes),
    codes: readCodes(head, bytes.subarray(SEGMENT_HEADER_BYTES + head.factBytes)),
  };
}
