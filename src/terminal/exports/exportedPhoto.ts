import type { PhotoRow } from '../../gallery/schema.ts';
import type { TravellingPhoto } from '../../gallery/travellingPhoto.ts';

/** What other engines get of a photo: a row of text, numbers and codes. */
export interface ExportedPhoto extends Pick<PhotoRow, 'id' | 'name' | 'path' | 'size' | 'width' | 'height'> {
  /** All at which it lies, its own first. */
  readonly paths: readonly string[];
  /** By its EXIF block, else the file's own time; milliseconds since 1970. */
  readonly takenAt: number;
  readonly camera: string | null;
  readonly favourite: boolean;
  /** Calibrated. // (C,), 0..1 */
  readonly probabilities: Float32Array;
  /** 64 bits. // (2,) */
  readonly semantic: Uint32Array;
  /** // (C · W,) */
  readonly categoryCodes: Uint32Array;
  /** 128 bits; null in photos of before there were such codes. // (4,) */
  readonly appearance: Uint32Array | null;
  /** Perceptual hash, 64 bits. // (2,) */
  readonly fingerprint: Uint32Array;
}

export function exportedPhoto({ photo, files }: TravellingPhoto): ExportedPhoto {
  const { id, name, path, size, width, height, probabilities, categoryCodes, fingerprint } = photo;
  return {
    id,
    name,
    path,
    size,
    width,
    height,
    probabilities,
    categoryCodes,
    fingerprint,
    paths: [...new Set([path, ...files.map((file) => file.path)])],
    takenAt: photo.takenAt ?? photo.lastModified,
    camera: photo.camera ?? null,
    favourite: photo.favourite === true,
    semantic: photo.semanticCodes[64],
    appearance: photo.appearance ?? null,
  };
}

/** Bits in the order in which they are numbered, bit 0 first. */
export function bitText(words: Uint32Array, bits: number, start = 0): string {
  let text = '';
  for (let bit = 0; bit < bits; bit++) text += (words[start + (bit >> 5)]! >>> (bit & 31)) & 1;
  return text;
}

/** Eight bits a byte, bit 0 the lowest of the first byte. */
export function codeBytes(words: Uint32Array): Uint8Array {
  return new Uint8Array(words.buffer, words.byteOffset, words.byteLength).slice();
}
