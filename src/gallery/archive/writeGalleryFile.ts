import type { DistinctPair, TravellingPhoto } from '../travellingPhoto.ts';
import {
  BLOCK_HEADER_BYTES,
  BLOCK_KINDS,
  checksumOf,
  FILE_HEADER_BYTES,
  FileChecksum,
  GALLERY_FORMAT_VERSION,
  GALLERY_MAGIC,
  type GalleryFileHeader,
  padded,
  photoLayout,
} from './galleryFile.ts';

type Bytes = Uint8Array<ArrayBuffer>;
type Numbers = Float32Array | Uint32Array | Int32Array | Uint8Array;

function block(kind: number, text: object, numbers: readonly Numbers[] = []): Bytes {
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

/** @throws RangeError naming the first array whose length does not fit the header. */
export function photoBlock(
  header: Pick<GalleryFileHeader, 'categories' | 'bitsPerCategory'>,
  travelling: TravellingPhoto,
): Bytes {
  const { photo, analysis, thumbnail, files } = travelling;
  const boxes = analysis.objectness.length;
  const { appearance = new Uint32Array(0), regionAppearance = new Uint32Array(0) } = photo;
  const looks = appearance.length > 0;
  const layout = photoLayout(
    header.categories.length,
    header.bitsPerCategory,
    boxes,
    thumbnail?.bytes.byteLength ?? 0,
    looks,
  );
  const { semanticCodes } = photo;
  const arrays: readonly (readonly [name: string, array: Numbers, wanted: number])[] = [
    ['probabilities', photo.probabilities, layout.probabilities],
    ['semantic codes of 16 bits', semanticCodes[16], layout.semantic[16]],
    ['semantic codes of 32 bits', semanticCodes[32], layout.semantic[32]],
    ['semantic codes of 48 bits', semanticCodes[48], layout.semantic[48]],
    ['semantic codes of 64 bits', semanticCodes[64], layout.semantic[64]],
    ['category codes', photo.categoryCodes, layout.categoryCodes],
    ['fingerprint', photo.fingerprint, layout.fingerprint],
    ['the appearance code', appearance, layout.appearance],
    ["the regions' appearance codes", regionAppearance, layout.regionAppearance],
    ['boxes', analysis.boxes, layout.boxes],
    ['objectness', analysis.objectness, layout.objectness],
    ['winners', analysis.winners, layout.winners],
    ['probabilities of the boxes', analysis.proposalProbabilities, layout.proposalProbabilities],
    ['thumbnail', new Uint8Array(thumbnail?.bytes ?? new ArrayBuffer(0)), layout.thumbnail],
  ];
  for (const [name, array, wanted] of arrays) {
    if (array.length !== wanted)
      throw new RangeError(`photoBlock: got ${array.length} numbers of ${name} for ${photo.name}, wanted ${wanted}`);
  }
  const { id, name, path, size, lastModified, addedAt, width, height, engine, corrections } = photo;
  const text = {
    id,
    name,
    path,
    size,
    lastModified,
    addedAt,
    width,
    height,
    ...(engine && { engine }),
    corrections,
    boxes,
    looks,
    files: files.map((file) => ({ path: file.path, size: file.size, lastModified: file.lastModified })),
    thumbnail: thumbnail && { type: thumbnail.type, bytes: thumbnail.bytes.byteLength },
  };
  return block(
    BLOCK_KINDS.photo,
    text,
    arrays.map(([, array]) => array),
  );
}

/**
 * Writes a file's blocks in their order: the start, the photos, the end. It counts them and keeps the checksum over all.
 * @throws from `photo` as `photoBlock`.
 */
export class GalleryFileWriter {
  readonly #header: Omit<GalleryFileHeader, 'photos'>;
  readonly #checksum = new FileChecksum();
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

  photo(travelling: TravellingPhoto): Bytes {
    const bytes = this.#counted(photoBlock(this.#header, travelling));
    this.#photos++;
    return bytes;
  }

  end(pairs: readonly DistinctPair[]): Bytes[] {
    const told = this.#counted(
      block(BLOCK_KINDS.distinctPairs, { pairs: pairs.map(({ first, second }) => [first, second]) }),
    );
    return [told, block(BLOCK_KINDS.end, { photos: this.#photos, checksum: this.#checksum.value })];
  }

  #counted(bytes: Bytes): Bytes {
    this.#checksum.add(new Uint32Array(bytes.buffer, 0, BLOCK_HEADER_BYTES / 4));
    return bytes;
  }
}
