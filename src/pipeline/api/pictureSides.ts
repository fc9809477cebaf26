/** Longer side of the pictures that are stored for the grid, pixels. */
export const THUMBNAIL_SIDE = 512;
/** Of the larger pictures that a person may ask for: what a screen shows. */
export const PREVIEW_SIDE = 1600;
