/** In the place of a photo's number in the column `photos`: this row is removed, or beyond the last. */
export const REMOVED = 0xffffffff;
