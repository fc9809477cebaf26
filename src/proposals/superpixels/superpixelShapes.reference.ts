/**
 * Counts the pixels of each superpixel and stretches its box over them.
 * @param labels // (height·width,)
 * @param area zeros at first // (superpixels,)
 * @param x0, y0, x1, y1 at first `width`, the height, 0 and 0 // (superpixels,) each
 */
export function superpixelShapes(
  labels: Int32Array,
  width: number,
  area: Float32Array,
  x0: Int32Array,
  y0: Int32Array,
  x1: Int32Array,
  y1: Int32Array,
): void {
  for (let y = 0, i = 0; i < labels.length; y++) {
    for (let x = 0; x < width; x++, i++) {
      const v = labels[i]!;
      area[v]!++;
      if (x < x0[v]!) x0[v] = x;
      if (x >= x1[v]!) x1[v] = x + 1;
      if (y < y0[v]!) y0[v] = y;
      if (y >= y1[v]!) y1[v] = y + 1;
    }
  }
}
