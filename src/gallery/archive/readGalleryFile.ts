import { bytesOfId, ID_BYTES } from '../records/photoId.ts';
import { PhotoIds } from '../records/photoIds.ts';
import type { TaughtRow } from '../records/taughtRow.ts';
import { PackedParts } from '../segments/packedParts.ts';
import type { DistinctPair, TravellingPhoto } from '../travellingPhoto.ts';
import { countField, type Fields, GalleryFileDamaged, isFields, listField, numberField, textField } from './fields.ts';
import {
  checkAnalyses,
  checkedColumns,
  type FileSegment,
  readingSegment,
  travellersOf,
  vectorsOfSegment,
} from './fileSegment.ts';
import {
  BLOCK_HEADER_BYTES,
  BLOCK_KINDS,
  checksumOf,
  FILE_HEADER_BYTES,
  FileChecksum,
  GALLERY_FORMAT_VERSION,
  GALLERY_MAGIC,
  type GalleryFileHeader,
  READABLE_FORMAT_VERSIONS,
} from './galleryFile.ts';
import { readPhotoBlock } from './readPhotoBlock.ts';
import { taughtOfText } from './taughtText.ts';

/** A block of the file whose checksum is right. */
interface Block {
  readonly kind: number;
  /** Kind, bytes of the text, bytes of the numbers, checksum. */
  readonly head: Uint32Array;
  readonly text: Fields;
  /** Empty where they were not asked for. */
  readonly numbers: Uint8Array<ArrayBuffer>;
  readonly inFile: Blob;
  /** Of the block after it. */
  readonly next: number;
}

/** What follows the header. */
export type GalleryFileContents =
  | { readonly kind: 'photo'; readonly travelling: TravellingPhoto }
  | { readonly kind: 'segment'; readonly segment: FileSegment }
  | { readonly kind: 'taught'; readonly taught: readonly TaughtRow[] }
  | { readonly kind: 'distinctPairs'; readonly pairs: readonly DistinctPair[] };

export type GalleryFilePart =
  | { readonly kind: 'taught'; readonly taught: readonly TaughtRow[] }
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

/** Whether the whole file was read and checked before; then what lies beside segments is not read again. */
export type Checked = 'checked before' | 'unchecked';

async function blockAt(file: Blob, start: number, checked: Checked = 'unchecked'): Promise<Block> {
  const head = new Uint32Array((await bytesAt(file, start, BLOCK_HEADER_BYTES)).buffer);
  const [kind, textBytes, numberBytes, checksum] = head;
  const length = textBytes! + numberBytes!;
  if (length > LARGEST_BLOCK || textBytes! % 8 !== 0 || numberBytes! % 8 !== 0) {
    throw new GalleryFileDamaged(
      `The index file is damaged: the block at byte ${start} says that it has ${textBytes} + ${numberBytes} bytes.`,
    );
  }
  const next = start + BLOCK_HEADER_BYTES + length;
  const inFile = file.slice(next - numberBytes!, next);
  const beside = kind === BLOCK_KINDS.analyses || kind === BLOCK_KINDS.thumbnails || kind === BLOCK_KINDS.vectors;
  if (checked === 'checked before' && beside) return { kind, head, text: {}, numbers: new Uint8Array(0), inFile, next };
  const bytes = await bytesAt(file, start + BLOCK_HEADER_BYTES, length);
  if (checksumOf(bytes) !== checksum)
    throw new GalleryFileDamaged(`The index file is damaged: the checksum of the block at byte ${start} is wrong.`);
  const text = fieldsOf(bytes.subarray(0, textBytes), start);
  return { kind: kind!, head, text, numbers: bytes.slice(textBytes), inFile, next };
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
      `The index file has format version ${version}; this page reads versions ${READABLE_FORMAT_VERSIONS.slice(0, -1).join(', ')} and ${GALLERY_FORMAT_VERSION}.`,
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
  for await (const part of readContents(file)) {
    if (part.kind !== 'segment') yield part;
    else
      for (const travelling of await travellersOf(part.segment, Array(part.segment.facts.photos).keys()))
        yield { kind: 'photo', travelling };
  }
}

/** The same with whole segments as they are. @throws as `readParts` */
export async function* readContents(file: Blob, checked: Checked = 'unchecked'): AsyncGenerator<GalleryFileContents> {
  const { header, next: first, head: headOfFirst } = await readHeader(file);
  const checksum = new FileChecksum();
  checksum.add(headOfFirst);
  const ids = new PhotoIds();
  let photos = 0;
  // What the file says of itself may be wrong; no photo takes less than its id.
  if (checked === 'unchecked') ids.reserve(Math.min(header.photos, Math.ceil(file.size / ID_BYTES)));
  for (let at = first; ; ) {
    const block = await blockAt(file, at, checked);
    const { kind, text, next } = block;
    const heads = [block.head];
    let end = next;
    switch (kind) {
      case BLOCK_KINDS.photo: {
        const travelling = readPhotoBlock(header, text, block.numbers, `photo ${photos + 1}`);
        photos++;
        if (checked === 'unchecked') once(ids, bytesOfId(travelling.photo.id), travelling.photo.name);
        yield { kind: 'photo', travelling };
        break;
      }
      case BLOCK_KINDS.segment: {
        const { segment, beside } = await segmentAt(file, header, block, checked);
        const { facts } = segment;
        photos += facts.photos;
        if (checked === 'unchecked')
          for (let n = 0; n < facts.photos; n++) once(ids, facts.ids, facts.text.names[n]!, n * ID_BYTES);
        yield { kind: 'segment', segment };
        heads.push(...beside.map(({ head }) => head));
        end = beside.at(-1)!.next;
        break;
      }
      case BLOCK_KINDS.taught:
        yield { kind: 'taught', taught: taughtOfText(text) };
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
    for (const head of heads) checksum.add(head);
    at = end;
  }
}

/** @throws GalleryFileDamaged when the photo came before. @param id its 32 bytes begin at `at` */
function once(ids: PhotoIds, id: Uint8Array, name: string, at = 0): void {
  if (ids.numberOfBytes(id, at) !== null)
    throw new GalleryFileDamaged(`The index file is damaged: it holds ${name} twice.`);
  ids.add(id, at);
}

/** A segment's block, and those beside it. @throws GalleryFileDamaged */
async function segmentAt(
  file: Blob,
  header: GalleryFileHeader,
  block: Block,
  checked: Checked,
): Promise<{ segment: FileSegment; beside: readonly Block[] }> {
  const analyses = await besideAt(file, block.next, BLOCK_KINDS.analyses, checked);
  const thumbnails =
    block.text['thumbnails'] === true ? await besideAt(file, analyses.next, BLOCK_KINDS.thumbnails, checked) : null;
  const vectors =
    block.text['vectors'] === true
      ? await besideAt(file, (thumbnails ?? analyses).next, BLOCK_KINDS.vectors, checked)
      : null;
  return readingSegment(async () => {
    const segment = {
      ...checkedColumns(header, block.numbers),
      columns: block.inFile,
      analyses: analyses.inFile,
      thumbnails: thumbnails === null ? null : thumbnails.inFile,
      vectors: vectors === null ? null : vectors.inFile,
    };
    if (checked === 'unchecked') await checkAnalyses(segment, analyses.numbers);
    if (checked === 'unchecked' && thumbnails)
      await PackedParts.open(new Blob([thumbnails.numbers]), segment.facts.photos);
    if (checked === 'unchecked') await vectorsOfSegment(segment, Array(segment.facts.photos).keys());
    return { segment, beside: [analyses, ...(thumbnails ? [thumbnails] : []), ...(vectors ? [vectors] : [])] };
  });
}

async function besideAt(file: Blob, at: number, kind: number, checked: Checked): Promise<Block> {
  const block = await blockAt(file, at, checked);
  if (block.kind !== kind)
    throw new GalleryFileDamaged(
      `The index file is damaged: the block at byte ${at} is of kind ${block.kind}, wanted ${kind}.`,
    );
  return block;
}

function pairOf(value: unknown, where: string): DistinctPair {
  if (!Array.isArray(value) || value.length !== 2)
    throw new GalleryFileDamaged(`The index file is damaged: ${where} is not a pair.`);
  const [first, second]: unknown[] = value;
  return { first: textField({ first }, 'first', where), second: textField({ second }, 'second', where) };
}
