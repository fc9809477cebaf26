/** Red, green, blue. */
export type Colour = readonly [number, number, number];

/**
 * A BMP that is not compressed, its rows from the bottom to the top. sharp writes none.
 * @param pixelOf index into the palette, or, without a palette, the value of 24 bits a pixel: 0xRRGGBB
 */
export function bmp(
  width: number,
  height: number,
  pixelOf: (x: number, y: number) => number,
  palette?: { readonly bits: 1 | 4 | 8; readonly colours: readonly Colour[] },
): Uint8Array {
  const { bits, colours } = palette ?? { bits: 24, colours: [] };
  const row = Math.ceil((width * bits) / 32) * 4;
  const pixels = 54 + colours.length * 4;
  const file = Buffer.alloc(pixels + row * height);
  file.write('BM');
  file.writeUInt32LE(file.length, 2);
  file.writeUInt32LE(pixels, 10);
  file.writeUInt32LE(40, 14);
  file.writeInt32LE(width, 18);
  file.writeInt32LE(height, 22);
  file.writeUInt16LE(1, 26);
  file.writeUInt16LE(bits, 28);
  file.writeUInt32LE(colours.length, 46);
  colours.forEach(([red, green, blue], n) => file.set([blue, green, red, 0], 54 + n * 4));
  for (let y = 0; y < height; y++) {
    for (let x = 0; x < width; x++) {
      const value = pixelOf(x, height - 1 - y);
      const bit = x * bits;
      const at = pixels + y * row + (bit >> 3);
      if (bits === 24) file.set([value & 255, (value >> 8) & 255, value >> 16], at);
      else file[at]! |= value << (8 - bits - (bit & 7));
    }
  }
  return new Uint8Array(file);
}
