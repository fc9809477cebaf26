/**
 * Boxes and their frames. A frame is a brand: a box in pixels and a box in feature-map cells are different types,
 * and there is one conversion for each pair that the pipeline needs.
 *
 * In every frame a box is (x0, y0, x1, y1) with the near edge in and the far edge out: its area is (x1 − x0)·(y1 − y0),
 * and a box that covers a whole 384×288 photo is (0, 0, 384, 288) in pixels and (0, 0, 1, 1) in the unit frame.
 */
declare const frame: unique symbol;

/** N boxes packed one after the other. // (N, 4), x0 y0 x1 y1 */
type Boxes<F extends string> = Float32Array & { readonly [frame]: F };

/** Pixels of the image that the boxes were found on. */
export type PixelBoxes = Boxes<'pixel'>;
/** Shares of the photo's width and height, 0..1. */
export type UnitBoxes = Boxes<'unit'>;
/** Cells of one feature map, fractional: 0..w, 0..h. */
export type CellBoxes = Boxes<'cell'>;

function branded<F extends string>(caller: string, coords: Float32Array): Boxes<F> {
  if (coords.length % 4 !== 0) {
    throw new RangeError(`${caller}: got ${coords.length} numbers, wanted four for each box`);
  }
  // The brand exists in types alone; this is the one place that gives it.
  return coords as Boxes<F>;
}

export function pixelBoxes(coords: Float32Array): PixelBoxes {
  return branded('pixelBoxes', coords);
}

export function unitBoxes(coords: Float32Array): UnitBoxes {
  return branded('unitBoxes', coords);
}

export function cellBoxes(coords: Float32Array): CellBoxes {
  return branded('cellBoxes', coords);
}

export function boxCount(boxes: PixelBoxes | UnitBoxes | CellBoxes): number {
  return boxes.length / 4;
}

function scaled<F extends string>(caller: string, boxes: Float32Array, scaleX: number, scaleY: number): Boxes<F> {
  const out = new Float32Array(boxes.length);
  for (let i = 0; i < boxes.length; i += 4) {
    out[i] = boxes[i]! * scaleX;
    out[i + 1] = boxes[i + 1]! * scaleY;
    out[i + 2] = boxes[i + 2]! * scaleX;
    out[i + 3] = boxes[i + 3]! * scaleY;
  }
  return branded(caller, out);
}

/** Pixels of a width×height image → shares of it. */
export function unitFromPixel(boxes: PixelBoxes, width: number, height: number): UnitBoxes {
  return scaled('unitFromPixel', boxes, 1 / width, 1 / height);
}

/** Shares of a photo → pixels of a width×height image of it. */
export function pixelFromUnit(boxes: UnitBoxes, width: number, height: number): PixelBoxes {
  return scaled('pixelFromUnit', boxes, width, height);
}

/** Shares of a photo → fractional cells of a mapWidth×mapHeight feature map that covers it exactly. */
export function cellFromUnit(boxes: UnitBoxes, mapWidth: number, mapHeight: number): CellBoxes {
  return scaled('cellFromUnit', boxes, mapWidth, mapHeight);
}

/** Area of the overlap over area of the union of box `i` of `a` and box `j` of `b`, 0..1; 0 where both are empty. */
export function boxIou(a: Float32Array, i: number, b: Float32Array, j: number): number {
  const p = i * 4;
  const q = j * 4;
  const ax0 = a[p]!,
    ay0 = a[p + 1]!,
    ax1 = a[p + 2]!,
    ay1 = a[p + 3]!;
  const bx0 = b[q]!,
    by0 = b[q + 1]!,
    bx1 = b[q + 2]!,
    by1 = b[q + 3]!;
  const w = Math.min(ax1, bx1) - Math.max(ax0, bx0);
  const h = Math.min(ay1, by1) - Math.max(ay0, by0);
  if (w <= 0 || h <= 0) return 0;
  const overlap = w * h;
  return overlap / ((ax1 - ax0) * (ay1 - ay0) + (bx1 - bx0) * (by1 - by0) - overlap);
}
