/**
 * How many photos a large gallery has in the tests. Enough that a loop over what is drawn, or over every photo as an object, would be seen;
 * a machine with time tries more: FACET_MANY_PHOTOS=100000, or 1000000.
 */
export const MANY_PHOTOS = Number(process.env['FACET_MANY_PHOTOS'] ?? 20_000);
