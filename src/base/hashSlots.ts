/** A table is made larger when more than so many of its slots would be in use. */
const FULLEST = 0.75;
const FEWEST = 64;

/** How many slots a table gets for so many entries; any number, since `slotOfHash` spreads hashes over any. */
export function slotsFor(entries: number): number {
  return Math.max(FEWEST, Math.ceil(entries / FULLEST));
}

/** The slot at which the search for a hash begins: hashes spread evenly give slots spread evenly. @param hash 32 bits, not negative */
export function slotOfHash(hash: number, slots: number): number {
  return Math.floor((hash / 2 ** 32) * slots);
}
