/** What is laid over an opened photo. */
export const SEEINGS = ['objects', 'proposals', 'superpixels', 'pyramid', 'heat'] as const;

export type Seeing = (typeof SEEINGS)[number];
