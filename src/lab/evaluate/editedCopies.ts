import { seededRandom } from '../../base/seededRandom.ts';
import type { PhotoEdit } from '../data/editedCopy.ts';

/** An edit of one of the photos. */
export interface EditedPhoto {
  /** Its place in the list. */
  readonly original: number;
  readonly edit: PhotoEdit;
}

/** So many copies are looked for, of as many photos. */
export const EDITED_COPIES = 200;

/** The same photos and the same edits on every machine. */
const SEED = 80;

/** Share of each side that the crop keeps. */
const KEPT_SIDE = 0.8;
const BRIGHTNESS = 0.2;
const COLOUR = 0.3;
const JPEG_QUALITY = 75;

/**
 * The edits whose originals a search has to find: 80 % of each side from a random place, every other one mirrored, 20 % brighter or darker,
 * 30 % more or less colour, saved as JPEG of quality 75. Always the full amount, up or down, so that no edit is nearly none.
 * @param photos how many there are
 * @returns in the order of the photos, at most one of each
 */
export function editedCopies(photos: number, most: number = EDITED_COPIES): EditedPhoto[] {
  const random = seededRandom(SEED);
  const drawn = Array.from({ length: photos }, (_, original) => ({ original, draw: random() }))
    .sort((a, b) => a.draw - b.draw)
    .slice(0, most)
    .sort((a, b) => a.original - b.original);
  const either = (amount: number): number => (random() < 0.5 ? 1 - amount : 1 + amount);
  return drawn.map(({ original }, n) => {
    const [x0, y0] = [random() * (1 - KEPT_SIDE), random() * (1 - KEPT_SIDE)];
    return {
      original,
      edit: {
        crop: [x0, y0, x0 + KEPT_SIDE, y0 + KEPT_SIDE],
        mirrored: n % 2 === 1,
        brightness: either(BRIGHTNESS),
        colour: either(COLOUR),
        quality: JPEG_QUALITY,
      },
    };
  });
}
