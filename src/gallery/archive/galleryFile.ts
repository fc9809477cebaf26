import { fnv1a } from '../../base/weights/fingerprint.ts';
import { wordsForBits } from '../../codes/packedCodes.ts';
import { APPEARANCE_BITS, REGION_APPEARANCE_BITS } from '../../network/appearance/appearanceBits.ts';

/**
 * The gallery's index as one file: what was found in the photos and, if a person wants, their thumbnails; never a photo itself.
 *
 * | bytes | holds |
 * |---|---|
 * | 0 | magic "FACETGAL" |
 * | 8 | format version (u32), zero (u32) |
 * | 16 | blocks, one after the other: a header, the photos, the pairs that are not duplicates, an end |
 *
 * A block, so that neither side ever holds more than one:
 *
 * | bytes | holds |
 * |---|---|
 * | 0 | kind: 1 header, 2 photo, 3 distinct pairs, 4 end, 5 segment, 6 analyses, 7 thumbnails, 8 vectors, 9 taught; bytes of the text, bytes of the numbers, checksum of both (u32 each) |
 * | 16 | text: JSON in UTF-8, padded with spaces to a multiple of 8 bytes |
 * | … | numbers, padded with zeros to a multiple of 8 bytes |
 *
 * | kind | text | numbers |
 * |---|---|---|
 * | header | `modelVersion`, `categories` (`name`, `gate`), `bitsPerCategory`, `photos` (how many), `exportedAt` | none |
 * | segment | `photos` (how many), `thumbnails` and `vectors` (whether they follow) | some thousand photos as the gallery itself stores them, see `segments/segmentFormat.ts` |
 * | analyses | nothing | of the photos of the segment before it, see `segments/packedParts.ts` and `segments/analysisPart.ts` |
 * | thumbnails | nothing | likewise, where there are any |
 * | vectors | nothing | likewise, where there are any, see `segments/vectorPart.ts` |
 * | taught | `categories`: what a person taught, see `taughtText.ts`; absent where there is nothing | none |
 * | distinct pairs | `pairs`: [first, second] each | none |
 * | end | `photos`: how many there were; `checksum`: over the heads of all blocks before it (absent in old files) | none |
 *
 * Versions 1 and 2 have a block for each photo in the place of segments:
 *
 * | kind | text | numbers |
 * |---|---|---|
 * | photo | the small fields of `PhotoRow`, `files` (paths), `boxes` (how many, M), `looks` (whether there are appearance codes; absent in version 1), `thumbnail` (`type`, `bytes`) or null | probabilities // (C,) f32; semantic codes of 16, 32, 48, 64 bits // (1 + 1 + 2 + 2,) u32; category codes // (C · W,) u32; fingerprint // (2,) u32; with `looks` the appearance codes of the photo // (4,) u32 and of the winners' regions // (C · 2,) u32; boxes // (M, 4) f32; objectness // (M,) f32; winners // (C,) i32; probabilities of the boxes // (M, C) u8; the thumbnail's bytes |
 *
 * C categories, W = bitsPerCategory / 32 rounded up. Numbers are little-endian, as every machine that runs a browser stores
 * them. The checksum is FNV-1a over text and numbers as u32 words. The end block tells a file that was cut short between two
 * blocks from a whole one, and its own checksum, over the heads of all blocks in their order, one that lost, repeated or exchanged blocks.
 */
export const GALLERY_MAGIC = 'FACETGAL';
export const GALLERY_FORMAT_VERSION = 5;
/**
 * Version 1 had no appearance codes, versions 1 and 2 no segments, 3 neither packed probabilities nor vectors, and 3 and 4 segments of the
 * first format; all are read.
 */
export const READABLE_FORMAT_VERSIONS: readonly number[] = [1, 2, 3, 4, GALLERY_FORMAT_VERSION];
export const FILE_HEADER_BYTES = 16;
export const BLOCK_HEADER_BYTES = 16;
export const BLOCK_KINDS = {
  header: 1,
  photo: 2,
  distinctPairs: 3,
  end: 4,
  segment: 5,
  analyses: 6,
  thumbnails: 7,
  vectors: 8,
  taught: 9,
} as const;

/** What all photos of a file have in common. */
export interface GalleryFileHeader {
  /** Names backbone, heads and proposals; codes of two models are never compared. */
  readonly modelVersion: string;
  /** // (C,) */
  readonly categories: readonly { readonly name: string; readonly gate: number }[];
  readonly bitsPerCategory: number;
  readonly photos: number;
  /** Milliseconds since 1970. */
  readonly exportedAt: number;
}

export function padded(bytes: number): number {
  return Math.ceil(bytes / 8) * 8;
}

/** FNV-1a over 32-bit words; `bytes` starts at a multiple of 4 and is that long. */
export function checksumOf(bytes: Uint8Array): number {
  return fnv1a([new Uint32Array(bytes.buffer, bytes.byteOffset, bytes.byteLength >> 2)]);
}

/** The checksum over a whole file: FNV-1a over the heads of its blocks, each of which has the checksum of its contents in it. */
export class FileChecksum {
  #value = 0;

  /** @param head kind, bytes of the text, bytes of the numbers, checksum */
  add(head: Uint32Array): void {
    this.#value = fnv1a([Uint32Array.of(this.#value), head]);
  }

  get value(): number {
    return this.#value;
  }
}

/** How many numbers of each kind a photo block holds, in order. */
export function photoLayout(
  categories: number,
  bitsPerCategory: number,
  boxes: number,
  thumbnailBytes: number,
  looks: boolean,
) {
  return {
    probabilities: categories,
    semantic: { 16: 1, 32: 1, 48: 2, 64: 2 },
    categoryCodes: categories * wordsForBits(bitsPerCategory),
    fingerprint: 2,
    appearance: looks ? wordsForBits(APPEARANCE_BITS) : 0,
    regionAppearance: looks ? categories * wordsForBits(REGION_APPEARANCE_BITS) : 0,
    boxes: boxes * 4,
    objectness: boxes,
    winners: categories,
    proposalProbabilities: boxes * categories,
    thumbnail: thumbnailBytes,
  } as const;
}
