/**
 * A small whole number that stands for a photo while the page is open: dense, never given to another photo while the first is there,
 * and not stored. Lists and hits speak in numbers; addresses and verbs on single photos speak in ids.
 */
export type PhotoNumber = number;
