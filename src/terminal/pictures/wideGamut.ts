/** Transfer functions (ITU-T H.273) whose curve is sRGB's, and no word on it. */
export const SRGB_CURVE: readonly number[] = [2, 13];

/** Linear light in these primaries (H.273) → linear light in sRGB's, row after row. From the primaries' chromaticities, white D65. */
const TO_SRGB: Readonly<Record<number, readonly number[]>> = {
  // BT.2020
  9: [1.6605, -0.5876, -0.0728, -0.1246, 1.1329, -0.0083, -0.0182, -0.1006, 1.1187],
  // Display P3
  12: [1.2249, -0.2247, 0, -0.0421, 1.0421, 0, -0.0196, -0.0786, 1.0979],
};

const LINEAR = Float64Array.from({ length: 256 }, (_, n) => {
  const value = n / 255;
  return value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4;
});

function encoded(light: number): number {
  const value = Math.min(1, Math.max(0, light));
  return Math.round(255 * (value <= 0.0031308 ? 12.92 * value : 1.055 * value ** (1 / 2.4) - 0.055));
}

/**
 * Pixels in wide primaries with sRGB's curve, as sRGB; null for primaries that are not known.
 * @param rgba // (pixels, 4), 0..255
 */
export function wideToSrgb(rgba: Uint8ClampedArray, primaries: number): Uint8ClampedArray | null {
  const matrix = TO_SRGB[primaries];
  if (matrix === undefined) return null;
  const out = rgba.slice();
  for (let at = 0; at < rgba.length; at += 4) {
    const [r, g, b] = [LINEAR[rgba[at]!]!, LINEAR[rgba[at + 1]!]!, LINEAR[rgba[at + 2]!]!];
    for (let c = 0; c < 3; c++)
      out[at + c] = encoded(matrix[c * 3]! * r + matrix[c * 3 + 1]! * g + matrix[c * 3 + 2]! * b);
  }
  return out;
}
