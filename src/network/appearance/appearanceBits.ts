/** Length of the code of what the whole photo looks like, in bits. */
export const APPEARANCE_BITS = 128;
/** Length of the code of what the region of one category's winner looks like, in bits. */
export const REGION_APPEARANCE_BITS = 64;
