/** What photos are laid out by. N photos; their order decides between equals, so give them in an order that stays. */
export interface LayoutInput {
  /** Semantic codes of 64 bits. // (N, 2) */
  readonly codes: Uint32Array;
  /** Appearance codes of 128 bits: among photos of like content, those that look alike come together. // (N, 4) */
  readonly looks: Uint32Array;
}

export const CODE_WORDS = 2;
export const LOOKS_WORDS = 4;

/** @throws RangeError when there are not as many codes of one kind as of the other. */
export function photosIn(caller: string, { codes, looks }: LayoutInput): number {
  const photos = codes.length / CODE_WORDS;
  if (!Number.isInteger(photos) || looks.length !== photos * LOOKS_WORDS)
    throw new RangeError(
      `${caller}: got ${codes.length} words of codes and ${looks.length} of looks, wanted ${CODE_WORDS} and ${LOOKS_WORDS} a photo`,
    );
  return photos;
}

/** A photo's place, x and y after one another. // (N, 2) */
export type Places = Float32Array;
