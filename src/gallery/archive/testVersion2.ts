import type { DistinctPair, TravellingPhoto } from '../travellingPhoto.ts';
import { type Bytes, block, type Numbers } from './block.ts';
import {
  BLOCK_HEADER_BYTES,
  BLOCK_KINDS,
  FILE_HEADER_BYTES,
  FileChecksum,
  GALLERY_MAGIC,
  type GalleryFileHeader,
  photoLayout,
} from './galleryFile.ts';

/** For tests: a photo as it lay in files of versions 1 and 2. @throws RangeError naming the first array whose length does not fit the header. */
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

/** For tests: a file as version 2 was written. */
export function version2File(
  header: Omit<GalleryFileHeader, 'photos'>,
  photos: readonly TravellingPhoto[],
  pairs: readonly DistinctPair[],
): Bytes[] {
  const start = new Uint8Array(FILE_HEADER_BYTES);
  start.set(new TextEncoder().encode(GALLERY_MAGIC));
  start[8] = 2;
  const blocks = [
    block(BLOCK_KINDS.header, { ...header, photos: photos.length }),
    ...photos.map((photo) => photoBlock(header, photo)),
    block(BLOCK_KINDS.distinctPairs, { pairs: pairs.map(({ first, second }) => [first, second]) }),
  ];
  const checksum = new FileChecksum();
  for (const { buffer } of blocks) checksum.add(new Uint32Array(buffer, 0, BLOCK_HEADER_BYTES / 4));
  return [start, ...blocks, block(BLOCK_KINDS.end, { photos: photos.length, checksum: checksum.value })];
}
