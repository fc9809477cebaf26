/**
 * P_c as the columns hold it. Rounding keeps order, so a photo at or above a gate has a byte at or above the gate's; one less than
 * 1/255 below it may have, too.
 * @param probability 0..1
 */
export function probabilityByte(probability: number): number {
  return Math.round(Math.min(1, Math.max(0, probability)) * 255);
}

/** `// (C,), 0..1` to `// (C,), 0..255` */
export function probabilityBytes(probabilities: ArrayLike<number>): Uint8Array {
  return Uint8Array.from(probabilities, probabilityByte);
}
