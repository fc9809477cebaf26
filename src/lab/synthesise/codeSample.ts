import { wordsForBits } from '../../codes/packedCodes.ts';
import type { GalleryFileHeader } from '../../gallery/archive/galleryFile.ts';
import type { PhotoRow } from '../../gallery/schema.ts';
import { APPEARANCE_BITS, REGION_APPEARANCE_BITS } from '../../network/appearance/appearanceBits.ts';

/** Everything of a photo that searching compares: what synthetic photos are drawn like. */
export type CodeSample = Required<
  Pick<PhotoRow, 'probabilities' | 'semanticCodes' | 'categoryCodes' | 'appearance' | 'regionAppearance'>
>;

/** What a sample's arrays depend on. */
export type CodeLayout = Pick<GalleryFileHeader, 'categories' | 'bitsPerCategory'>;

/** Words of each array, in the order in which a sample is stored; probabilities lie after them, a float each. */
function wordCounts(categories: number, bitsPerCategory: number): number[] {
  return [
    1,
    1,
    2,
    2,
    categories * wordsForBits(bitsPerCategory),
    wordsForBits(APPEARANCE_BITS),
    categories * wordsForBits(REGION_APPEARANCE_BITS),
    categories,
  ];
}

function sum(counts: readonly number[]): number {
  return counts.reduce((total, count) => total + count, 0);
}

/** A sample as text: its words in base64. */
export function sampleText(sample: CodeSample): string {
  const { semanticCodes, categoryCodes, appearance, regionAppearance, probabilities } = sample;
  const arrays = [
    semanticCodes[16],
    semanticCodes[32],
    semanticCodes[48],
    semanticCodes[64],
    categoryCodes,
    appearance,
    regionAppearance,
    probabilities,
  ];
  return Buffer.concat(arrays.map((array) => Buffer.from(array.buffer, array.byteOffset, array.byteLength))).toString(
    'base64',
  );
}

/**
 * Of a network that knows more categories than the layout, the first ones.
 * @throws Error when the text was made by a network with fewer categories, or other lengths of codes.
 */
export function sampleOf(text: string, { categories, bitsPerCategory }: CodeLayout): CodeSample {
  const bytes = Uint8Array.from(Buffer.from(text, 'base64'));
  const alone = sum(wordCounts(0, bitsPerCategory));
  const stored = (bytes.length / 4 - alone) / (sum(wordCounts(1, bitsPerCategory)) - alone);
  if (!Number.isInteger(stored) || stored < categories.length)
    throw new Error(
      `sampleOf: got ${bytes.length} bytes, wanted those of ${categories.length} categories: make the samples again (--scenes)`,
    );
  const counts = wordCounts(stored, bitsPerCategory);
  let at = 0;
  const next = (n: number): ArrayBuffer => {
    const start = at;
    at += counts[n]! * 4;
    return bytes.buffer.slice(start, at);
  };
  const words = (n: number): Uint32Array => new Uint32Array(next(n));
  const ofFirst = (n: number): Uint32Array => {
    const all = words(n);
    return all.slice(0, (all.length / stored) * categories.length);
  };
  return {
    semanticCodes: { 16: words(0), 32: words(1), 48: words(2), 64: words(3) },
    categoryCodes: ofFirst(4),
    appearance: words(5),
    regionAppearance: ofFirst(6),
    probabilities: new Float32Array(next(7)).slice(0, categories.length),
  };
}

export function copyOf(sample: CodeSample): CodeSample {
  const { semanticCodes, categoryCodes, appearance, regionAppearance, probabilities } = sample;
  return {
    semanticCodes: {
      16: semanticCodes[16].slice(),
      32: semanticCodes[32].slice(),
      48: semanticCodes[48].slice(),
      64: semanticCodes[64].slice(),
    },
    categoryCodes: categoryCodes.slice(),
    appearance: appearance.slice(),
    regionAppearance: regionAppearance.slice(),
    probabilities: probabilities.slice(),
  };
}
