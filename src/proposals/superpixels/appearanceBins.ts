/** Bins of one superpixel's histogram: three planes of colour, then gradients by magnitude and orientation. */
export const COLOUR_BINS = 8;
export const ORIENTATIONS = 4;
export const MAGNITUDES = 4;
/** The first bin of texture; those before it are of colour. */
export const TEXTURE_AT = 3 * COLOUR_BINS;
export const BINS = TEXTURE_AT + ORIENTATIONS * MAGNITUDES;

/** Sums of one superpixel: lightness, a, b and their squares. */
export const MOMENTS = 6;
