/** Rates from here on are rounded to sixty-fourths: so many bits are turned that a word of them at a time is cheaper. */
const OFTEN = 0.1;
const SIXTY_FOURTH_BITS = 6;

/**
 * Flips each of the first `bits` bits of the packed code at word `at` with probability `rate`. Jumping from flip to flip takes a few
 * random numbers a code instead of one a bit; where flips are many, six make a word of them.
 */
export function flipBits(random: () => number, into: Uint32Array, at: number, bits: number, rate: number): void {
  if (rate >= OFTEN) {
    flipMany(random, into, at, bits, rate);
    return;
  }
  const scale = 1 / Math.log(1 - rate);
  const gap = () => Math.floor(Math.log(1 - random()) * scale);
  for (let bit = gap(); bit < bits; bit += 1 + gap()) into[at + (bit >> 5)]! ^= 1 << (bit & 31);
}

function flipMany(random: () => number, into: Uint32Array, at: number, bits: number, rate: number): void {
  const share = Math.round(rate * 2 ** SIXTY_FOURTH_BITS);
  for (let bit = 0; bit < bits; bit += 32) {
    const within = bits - bit >= 32 ? 0xffffffff : 2 ** (bits - bit) - 1;
    into[at + (bit >> 5)]! ^= oftenSet(random, share) & within;
  }
}

/** A word whose bits are set in `share` of sixty-four cases: each digit of the share halves what was there, and adds a half where it is 1. */
function oftenSet(random: () => number, share: number): number {
  let word = 0;
  for (let digit = 0; digit < SIXTY_FOURTH_BITS; digit++) {
    const half = random() * 2 ** 32;
    word = (share >> digit) & 1 ? word | half : word & half;
  }
  return word;
}
