import { wordsForBits } from '../../codes/packedCodes.ts';
import type { TaughtRow } from '../records/taughtRow.ts';
import { analysisPart } from '../segments/analysisPart.ts';
import { grouped } from '../segments/grouped.ts';
import { NO_PART, packedParts } from '../segments/packedParts.ts';
import { SEGMENT_PHOTOS } from '../segments/segmentFormat.ts';
import { segmentKeyOf, segmentOfRows, shapeOf } from '../segments/segmentOfRows.ts';
import { vectorPart } from '../segments/vectorPart.ts';
import type { DistinctPair, TravellingPhoto } from '../travellingPhoto.ts';
import { type Bytes, block } from './block.ts';
import {
  BLOCK_HEADER_BYTES,
  BLOCK_KINDS,
  FILE_HEADER_BYTES,
  FileChecksum,
  GALLERY_FORMAT_VERSION,
  GALLERY_MAGIC,
  type GalleryFileHeader,
} from './galleryFile.ts';
import { taughtText } from './taughtText.ts';

/** Bytes of pictures and analyses from which on a segment is written, however few its photos are. */
const SEGMENT_BYTES = 32 * 2 ** 20;

/**
 * Writes an index file: the start, the photos, the end. Photos are gathered until a segment is full, so that most calls give no bytes. It
 * works on plain data, wherever JavaScript runs; the bytes are to be written one after the other.
 */
export class GalleryFileWriter {
  readonly #header: Omit<GalleryFileHeader, 'photos'>;
  readonly #checksum = new FileChecksum();
  #gathered: TravellingPhoto[] = [];
  #gatheredBytes = 0;
  #photos = 0;

  constructor(header: Omit<GalleryFileHeader, 'photos'>) {
    this.#header = header;
  }

  /** @param photos how many will follow */
  start(photos: number): Bytes {
    const first = this.#counted(block(BLOCK_KINDS.header, { ...this.#header, photos }));
    const bytes = new Uint8Array(FILE_HEADER_BYTES + first.length);
    bytes.set(new TextEncoder().encode(GALLERY_MAGIC));
    new Uint32Array(bytes.buffer, 8, 1)[0] = GALLERY_FORMAT_VERSION;
    bytes.set(first, FILE_HEADER_BYTES);
    return bytes;
  }

  /** @returns what is to be written now, often nothing @throws RangeError naming the first array whose length does not fit the header. */
  photo(travelling: TravellingPhoto): Bytes {
    this.#check(travelling);
    this.#gathered.push(travelling);
    this.#gatheredBytes += (travelling.thumbnail?.bytes.byteLength ?? 0) + travelling.analysis.boxes.byteLength * 2;
    this.#photos++;
    const full = this.#gathered.length >= SEGMENT_PHOTOS || this.#gatheredBytes >= SEGMENT_BYTES;
    return full ? joined(this.#segments()) : new Uint8Array(0);
  }

  end(pairs: readonly DistinctPair[], taught: readonly TaughtRow[] = []): Bytes[] {
    const last = this.#segments();
    if (taught.length > 0) last.push(this.#counted(block(BLOCK_KINDS.taught, taughtText(taught))));
    const told = this.#counted(
      block(BLOCK_KINDS.distinctPairs, { pairs: pairs.map(({ first, second }) => [first, second]) }),
    );
    return [...last, told, block(BLOCK_KINDS.end, { photos: this.#photos, checksum: this.#checksum.value })];
  }

  /** Those of one shape lie together: photos with appearance codes, and photos of before there were any. */
  #segments(): Bytes[] {
    const groups = grouped(this.#gathered, ({ photo }) => segmentKeyOf(photo));
    this.#gathered = [];
    this.#gatheredBytes = 0;
    return [...groups.values()].flatMap((photos) => this.#segment(photos));
  }

  #segment(photos: readonly TravellingPhoto[]): Bytes[] {
    const pictured = photos.some(({ thumbnail }) => thumbnail !== null);
    const told = photos.some(({ vectors }) => vectors);
    const columns = segmentOfRows(
      photos.map(({ photo: { picture: _, ...photo }, thumbnail, files }) => ({
        photo: thumbnail ? photo : { ...photo, picture: 'none' },
        files,
      })),
    );
    const analyses = packedParts(
      photos.map(({ photo, analysis }) => analysisPart({ probabilities: photo.probabilities, ...analysis })),
    );
    const blocks = [
      block(BLOCK_KINDS.segment, { photos: photos.length, thumbnails: pictured, vectors: told }, [columns]),
      block(BLOCK_KINDS.analyses, {}, [analyses]),
    ];
    if (pictured) {
      const parts = photos.map(({ thumbnail }) =>
        thumbnail ? { type: thumbnail.type, bytes: new Uint8Array(thumbnail.bytes) } : NO_PART,
      );
      blocks.push(block(BLOCK_KINDS.thumbnails, {}, [packedParts(parts)]));
    }
    if (told) {
      const parts = photos.map(({ vectors }) => vectorPart(vectors ?? null));
      blocks.push(block(BLOCK_KINDS.vectors, {}, [packedParts(parts)]));
    }
    return blocks.map((bytes) => this.#counted(bytes));
  }

  #check({ photo, analysis }: TravellingPhoto): void {
    const { modelVersion, categories, bitsPerCategory } = this.#header;
    const shape = shapeOf(photo);
    const boxes = analysis.objectness.length;
    const wanted: readonly (readonly [what: string, got: number | string, wanted: number | string])[] = [
      ['the version', photo.version, modelVersion],
      ['probabilities', shape.categories, categories.length],
      ['words a piece', shape.pieceWords, categories.length === 0 ? 0 : wordsForBits(bitsPerCategory)],
      ['numbers of boxes', analysis.boxes.length, boxes * 4],
      ['winners', analysis.winners.length, categories.length],
      ['probabilities of the boxes', analysis.proposalProbabilities.length, boxes * categories.length],
    ];
    for (const [what, got, needed] of wanted)
      if (got !== needed)
        throw new RangeError(`GalleryFileWriter.photo: got ${got} ${what} for ${photo.name}, wanted ${needed}`);
  }

  #counted(bytes: Bytes): Bytes {
    this.#checksum.add(new Uint32Array(bytes.buffer, 0, BLOCK_HEADER_BYTES / 4));
    return bytes;
  }
}

function joined(parts: readonly Bytes[]): Bytes {
  const bytes = new Uint8Array(parts.reduce((sum, { length }) => sum + length, 0));
  let at = 0;
  for (const part of parts) {
    bytes.set(part, at);
    at += part.length;
  }
  return bytes;
}
