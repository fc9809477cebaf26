import type { PhotoRow } from '../schema.ts';
import type { TravellingPhoto } from '../travellingPhoto.ts';
import { markedIfUntrusted } from '../untrustedCodes.ts';
import { countField, type Fields, GalleryFileDamaged, isFields, listField, textField, timeField } from './fields.ts';
import { type GalleryFileHeader, padded, photoLayout } from './galleryFile.ts';

/** SHA-256, hexadecimal. */
const PHOTO_ID = /^[0-9a-f]{64}$/;

/** Takes a photo's arrays from the block's numbers one after the other, each with its own memory. */
class Taker {
  readonly #bytes: Uint8Array<ArrayBuffer>;
  #at = 0;

  constructor(bytes: Uint8Array<ArrayBuffer>) {
    this.#bytes = bytes;
  }

  bytes(length: number): ArrayBuffer {
    const start = this.#bytes.byteOffset + this.#at;
    this.#at += length;
    return this.#bytes.buffer.slice(start, start + length);
  }

  float32(count: number): Float32Array {
    return new Float32Array(this.bytes(count * 4));
  }

  uint32(count: number): Uint32Array {
    return new Uint32Array(this.bytes(count * 4));
  }
}

/**
 * @param where names the photo in messages until its own name is known
 * @throws GalleryFileDamaged naming the first field or array that does not fit.
 */
export function readPhotoBlock(
  header: GalleryFileHeader,
  text: Fields,
  numbers: Uint8Array<ArrayBuffer>,
  where: string,
): TravellingPhoto {
  const id = textField(text, 'id', where);
  if (!PHOTO_ID.test(id))
    throw new GalleryFileDamaged(
      `The index file is damaged: ${where} has the id ${JSON.stringify(id)}, wanted a SHA-256.`,
    );
  const name = textField(text, 'name', where);
  const boxes = countField(text, 'boxes', name, 1);
  const picture = isFields(text['thumbnail']) ? text['thumbnail'] : null;
  const layout = photoLayout(
    header.categories.length,
    header.bitsPerCategory,
    boxes,
    picture ? countField(picture, 'bytes', name, 1) : 0,
    text['looks'] === true,
  );
  const { semantic, thumbnail, proposalProbabilities, ...whole } = layout;
  const words = Object.values({ ...whole, ...semantic }).reduce((sum, count) => sum + count, 0);
  const wanted = padded(words * 4 + proposalProbabilities + thumbnail);
  if (numbers.length !== wanted)
    throw new GalleryFileDamaged(
      `The index file is damaged: ${name} has ${numbers.length} bytes of numbers, wanted ${wanted}.`,
    );
  const take = new Taker(numbers);
  const photo: PhotoRow = {
    id,
    name,
    path: textField(text, 'path', name),
    size: countField(text, 'size', name),
    lastModified: timeField(text, 'lastModified', name),
    addedAt: timeField(text, 'addedAt', name),
    width: countField(text, 'width', name, 1),
    height: countField(text, 'height', name, 1),
    version: header.modelVersion,
    ...engineOf(text['engine'], name),
    corrections: correctionsOf(text['corrections'], name),
    probabilities: shares(take.float32(layout.probabilities), name),
    semanticCodes: {
      16: take.uint32(semantic[16]),
      32: take.uint32(semantic[32]),
      48: take.uint32(semantic[48]),
      64: take.uint32(semantic[64]),
    },
    categoryCodes: take.uint32(layout.categoryCodes),
    fingerprint: take.uint32(layout.fingerprint),
    ...(layout.appearance > 0 && {
      appearance: take.uint32(layout.appearance),
      regionAppearance: take.uint32(layout.regionAppearance),
    }),
  };
  const analysis = {
    id,
    boxes: shares(take.float32(layout.boxes), name),
    objectness: finite(take.float32(layout.objectness), name),
    winners: new Int32Array(take.bytes(layout.winners * 4)),
    proposalProbabilities: new Uint8Array(take.bytes(proposalProbabilities)),
  };
  const stray = analysis.winners.find((winner) => winner < 0 || winner >= boxes);
  if (stray !== undefined)
    throw new GalleryFileDamaged(`The index file is damaged: ${name} has the winner ${stray} of ${boxes} boxes.`);
  return {
    photo: markedIfUntrusted(photo, analysis),
    analysis,
    thumbnail: picture && { id, type: textField(picture, 'type', name), bytes: take.bytes(thumbnail) },
    files: listField(text, 'files', name, (value, at) => {
      const fields = isFields(value) ? value : {};
      return {
        id,
        path: textField(fields, 'path', at),
        size: countField(fields, 'size', at),
        lastModified: timeField(fields, 'lastModified', at),
      };
    }),
  };
}

/** Files written before the engine was recorded do not name it. */
function engineOf(value: unknown, where: string): Pick<PhotoRow, 'engine'> {
  if (value === undefined) return {};
  if (value !== 'webgpu' && value !== 'wasm')
    throw new GalleryFileDamaged(`The index file is damaged: ${where} has the engine ${JSON.stringify(value)}.`);
  return { engine: value };
}

function correctionsOf(value: unknown, where: string): PhotoRow['corrections'] {
  const corrections: Record<string, 'present' | 'absent'> = {};
  for (const [category, verdict] of Object.entries(isFields(value) ? value : {})) {
    if (verdict !== 'present' && verdict !== 'absent') {
      throw new GalleryFileDamaged(
        `The index file is damaged: ${where} has the correction ${JSON.stringify(verdict)} of ${category}.`,
      );
    }
    corrections[category] = verdict;
  }
  return corrections;
}

function finite(values: Float32Array, where: string): Float32Array {
  const stray = values.find((value) => !Number.isFinite(value));
  if (stray !== undefined)
    throw new GalleryFileDamaged(`The index file is damaged: ${where} has an objectness of ${stray}.`);
  return values;
}

/** Numbers from 0 to 1, with some tolerance for rounding. */
function shares(values: Float32Array, where: string): Float32Array {
  const stray = values.find((value) => !(value >= -1e-3 && value <= 1.001));
  if (stray !== undefined)
    throw new GalleryFileDamaged(`The index file is damaged: ${where} has a share of ${stray}, wanted 0 to 1.`);
  return values;
}
