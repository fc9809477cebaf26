/** Shares of what is there by which an array grows: small, since what is reserved in vain is memory that nobody gets. */
const SHARE = 32;
const FEWEST = 64;

/**
 * The length that an array gets which is too short: a thirty-second beyond what it has, so that appending stays O(1) on average, or what is
 * wanted at once.
 */
export function grownLength(length: number, wanted: number): number {
  return Math.max(wanted, length + Math.max(FEWEST, Math.ceil(length / SHARE)));
}
