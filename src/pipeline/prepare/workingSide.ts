/** Longer side of the image that the network sees, pixels. */
export const WORKING_SIDE = 384;
