import { ID_BYTES } from '../records/photoId.ts';
import { ColumnTaker } from './columnBytes.ts';
import { firstCodes, firstPieces } from './firstFormat.ts';
import {
  APPEARANCE_WORDS,
  REGION_WORDS,
  SEGMENT_HEADER_BYTES,
  type SegmentCodes,
  type SegmentFacts,
  type SegmentPieces,
  wordsOfPieces,
} from './segmentFormat.ts';
import { checksumOf, FIRST_FORMAT, readHead, SegmentDamaged, type SegmentHead } from './segmentHead.ts';
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
export function readCodes(head: SegmentHead, bytes: Uint8Array<ArrayBuffer>): SegmentCodes {
  if (checksumOf(bytes) !== head.codeChecksum) throw new SegmentDamaged("the checksum of a segment's codes is wrong");
  if (head.version === FIRST_FORMAT) return firstCodes(head.shape, bytes);
  const { shape } = head;
  const { photos, categories, pieceWords, looks } = shape;
  const take = new ColumnTaker(bytes);
  const probabilities = Array.from({ length: categories }, () => take.uint8(photos));
  const semantic = {
    64: take.uint32(photos * 2),
    48: take.uint32(photos * 2),
    32: take.uint32(photos),
    16: take.uint32(photos),
  };
  const counts = take.uint32(categories);
  const all = counts.reduce((sum, count) => sum + count, 0);
  const [places, pieces] = [take.uint16(all), take.uint32(all * pieceWords)];
  const lookWords = looks ? REGION_WORDS : 0;
  const regions = take.uint32(all * lookWords);
  const appearance = take.uint32(looks ? photos * APPEARANCE_WORDS : 0);
  take.end('the codes');
  let end = 0;
  const held = Array.from(counts, (count) => {
    const [first, last] = [end, end + count];
    end = last;
    return {
      places: checkedPlaces(places.subarray(first, last), photos),
      pieces: pieces.subarray(first * pieceWords, last * pieceWords),
      looks: regions.subarray(first * lookWords, last * lookWords),
    };
  });
  return { shape, probabilities, semantic, held, appearance };
}

/** @throws SegmentDamaged when they do not ascend, or one is no photo's. */
function checkedPlaces(places: Uint16Array, photos: number): Uint16Array {
  for (let n = 0; n < places.length; n++)
    if (places[n]! >= photos || (n > 0 && places[n]! <= places[n - 1]!))
      throw new SegmentDamaged(`a segment of ${photos} photos has a piece of photo ${places[n]} after others`);
  return places;
}

/**
 * @param bytes the pieces alone; in the first format, the codes
 * @throws SegmentDamaged
 */
export function readPieces(head: SegmentHead, bytes: Uint8Array<ArrayBuffer>): SegmentPieces {
  const { shape, version } = head;
  if (checksumOf(bytes) !== (version === FIRST_FORMAT ? head.codeChecksum : head.pieceChecksum))
    throw new SegmentDamaged("the checksum of a segment's pieces is wrong");
  if (version === FIRST_FORMAT) return firstPieces(shape, bytes);
  const { codes, looks } = wordsOfPieces(shape);
  const take = new ColumnTaker(bytes);
  const words = take.uint32(shape.photos * (codes + looks));
  take.end('the pieces');
  return { shape, words };
}

/** A whole segment. */
export interface WholeSegment {
  readonly facts: SegmentFacts;
  readonly codes: SegmentCodes;
  readonly pieces: SegmentPieces;
}

/** @param bytes the whole segment @throws SegmentDamaged */
export function readSegment(bytes: Uint8Array<ArrayBuffer>): WholeSegment {
  const head = readHead(bytes);
  const codesAt = SEGMENT_HEADER_BYTES + head.factBytes;
  const piecesAt = codesAt + head.codeBytes;
  if (bytes.length !== piecesAt + head.pieceBytes)
    throw new SegmentDamaged(`a segment has ${bytes.length} bytes, wanted ${piecesAt + head.pieceBytes}`);
  const codes = bytes.subarray(codesAt, piecesAt);
  return {
    facts: readFacts(bytes),
    codes: readCodes(head, codes),
    pieces: readPieces(head, head.version === FIRST_FORMAT ? codes : bytes.subarray(piecesAt)),
  };
}
