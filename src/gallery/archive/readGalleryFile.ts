import type { DistinctPair, TravellingPhoto } from '../travellingPhoto.ts';
import { countField, type Fields, GalleryFileDamaged, isFields, listField, numberField, textField } from './fields.ts';
import {
  BLOCK_HEADER_BYTES,
  BLOCK_KINDS,
  checksumOf,
  FILE_HEADER_BYTES,
  FileChecksum,
  GALLERY_MAGIC,
  type GalleryFileHeader,
  READABLE_FORMAT_VERSIONS,
} from './galleryFile.ts';
import { readPhotoBlock } from './readPhotoBlock.ts';

/** A block of the file whose checksum is right. */
interface Block {
  readonly kind: number;
  /** Kind, bytes of the text, bytes of the numbers, checksum. */
  readonly head: Uint32Array;
  readonly text: Fields;
  readonly numbers: Uint8Array<ArrayBuffer>;
  /** Of the block after it. */
  readonly next: number;
}

export type GalleryFilePart =
  | { readonly kind: 'photo'; readonly travelling: TravellingPhoto }
  | { readonly kind: 'distinctPairs'; readonly pairs: readonly DistinctPair[] };

/** No photo's block comes near this size; a damaged length must not allocate all the memory there is. */
const LARGEST_BLOCK = 2 ** 27;

async function bytesAt(file: Blob, start: number, length: number): Promise<Uint8Array<ArrayBuffer>> {
  if (start + length > file.size) {
    throw new GalleryFileDamaged(
      `The index file is cut short: it ends at byte ${file.size}, in the middle of what begins at byte ${start}.`,
    );
  }
  return new Uint8Array(await read(file, start, start + length));
}

async function read(file: Blob, start: number, end: number): Promise<ArrayBuffer> {
  try {
    return await file.slice(start, end).arrayBuffer();
  } catch (cause) {
    throw new GalleryFileDamaged(
      'The index file can no longer be read: it was moved, changed or deleted since it was chosen.',
      { cause },
    );
  }
}

/** @param start of the block, for the message */
function fieldsOf(text: Uint8Array, start: number): Fields {
  let fields: unknown;
  try {
    fields = JSON.parse(new TextDecoder().decode(text));
  } catch (cause) {
    throw new GalleryFileDamaged(`The index file is damaged: the text at byte ${start} is not JSON.`, { cause });
  }
  if (!isFields(fields))
    throw new GalleryFileDamaged(`The index file is damaged: the text at byte ${start} has no fields.`);
  return fields;
}

async function blockAt(file: Blob, start: number): Promise<Block> {
  const head = new Uint32Array((await bytesAt(file, start, BLOCK_HEADER_BYTES)).buffer);
  const [kind, textBytes, numberBytes, checksum] = head;
  const length = textBytes! + numberBytes!;
  if (length > LARGEST_BLOCK || textBytes! % 8 !== 0 || numberBytes! % 8 !== 0) {
    throw new GalleryFileDamaged(
      `The index file is damaged: the block at byte ${start} says that it has ${textBytes} + ${numberBytes} bytes.`,
    );
  }
  const bytes = await bytesAt(file, start + BLOCK_HEADER_BYTES, length);
  if (checksumOf(bytes) !== checksum)
    throw new GalleryFileDamaged(`The index file is damaged: the checksum of the block at byte ${start} is wrong.`);
  const text = fieldsOf(bytes.subarray(0, textBytes), start);
  return { kind: kind!, head, text, numbers: bytes.slice(textBytes), next: start + BLOCK_HEADER_BYTES + length };
}

interface ReadHeader {
  readonly header: GalleryFileHeader;
  /** Where the next block begins. */
  readonly next: number;
  readonly head: Uint32Array;
}

/**
 * What all photos of the file have in common.
 * @throws GalleryFileDamaged when the file is not one of Facet's, has another format version, or is damaged at its start.
 */
export async function readHeader(file: Blob): Promise<ReadHeader> {
  const start = new Uint8Array(await read(file, 0, FILE_HEADER_BYTES));
  const magic = String.fromCharCode(...start.subarray(0, 8));
  if (magic !== GALLERY_MAGIC) {
    throw new GalleryFileDamaged(
      file.size === 0
        ? 'The file is empty.'
        : `This is not an index of Facet's: it begins with ${JSON.stringify(magic)}, wanted "${GALLERY_MAGIC}".`,
    );
  }
  const version = new Uint32Array((await bytesAt(file, 8, 4)).buffer)[0];
  if (version === undefined || !READABLE_FORMAT_VERSIONS.includes(version)) {
    throw new GalleryFileDamaged(
      `The index file has format version ${version}; this page reads versions ${READABLE_FORMAT_VERSIONS.join(' and ')}.`,
    );
  }
  const { kind, head, text, next } = await blockAt(file, FILE_HEADER_BYTES);
  if (kind !== BLOCK_KINDS.header)
    throw new GalleryFileDamaged(
      `The index file is damaged: it begins with a block of kind ${kind}, wanted the header.`,
    );
  const where = 'the header';
  return {
    header: {
      modelVersion: textField(text, 'modelVersion', where),
      categories: listField(text, 'categories', where, (value, at) => {
        const fields = isFields(value) ? value : {};
        return { name: textField(fields, 'name', at), gate: numberField(fields, 'gate', at) };
      }),
      bitsPerCategory: countField(text, 'bitsPerCategory', where, 1),
      photos: countField(text, 'photos', where),
      exportedAt: numberField(text, 'exportedAt', where),
    },
    next,
    head,
  };
}

/**
 * The photos of a file and what a person said about them, one after the other.
 * @throws GalleryFileDamaged at the first block that does not fit; everything yielded before it does.
 */
export async function* readParts(file: Blob): AsyncGenerator<GalleryFilePart> {
  const { header, next: first, head: headOfFirst } = await readHeader(file);
  const checksum = new FileChecksum();
  checksum.add(headOfFirst);
  const ids = new Set<string>();
  let photos = 0;
  for (let at = first; ; ) {
    const { kind, head, text, numbers, next } = await blockAt(file, at);
    switch (kind) {
      case BLOCK_KINDS.photo:
        photos++;
        yield { kind: 'photo', travelling: once(readPhotoBlock(header, text, numbers, `photo ${photos}`), ids) };
        break;
      case BLOCK_KINDS.distinctPairs:
        yield { kind: 'distinctPairs', pairs: listField(text, 'pairs', 'the distinct pairs', pairOf) };
        break;
      case BLOCK_KINDS.end: {
        const wanted = countField(text, 'photos', 'the end');
        if (wanted !== photos || wanted !== header.photos) {
          throw new GalleryFileDamaged(
            `The index file is damaged: it holds ${photos} photos, wanted ${header.photos}.`,
          );
        }
        // Files of before it do not have one.
        if (text['checksum'] !== undefined && text['checksum'] !== checksum.value)
          throw new GalleryFileDamaged('The index file is damaged: the checksum over all of its blocks is wrong.');
        if (next !== file.size)
          throw new GalleryFileDamaged(`The index file is damaged: ${file.size - next} bytes follow its end.`);
        return;
      }
      default:
        throw new GalleryFileDamaged(`The index file is damaged: the block at byte ${at} is of kind ${kind}.`);
    }
    checksum.add(head);
    at = next;
  }
}

/** @throws GalleryFileDamaged when the photo came before. */
function once(travelling: TravellingPhoto, ids: Set<string>): TravellingPhoto {
  const { id, name } = travelling.photo;
  if (ids.has(id)) throw new GalleryFileDamaged(`The index file is damaged: it holds ${name} twice.`);
  ids.add(id);
  return travelling;
}

function pairOf(value: unknown, where: string): DistinctPair {
  if (!Array.isArray(value) || value.length !== 2)
    throw new GalleryFileDamaged(`The index file is damaged: ${where} is not a pair.`);
  const [first, second]: unknown[] = value;
  return { first: textField({ first }, 'first', where), second: textField({ second }, 'second', where) };
}
