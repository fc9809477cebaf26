import { type RgbImage, rgbImage } from './rgbImage.ts';

/**
 * A first, cheap reduction of a large photo by a whole factor: the mean of each factor×factor box of pixels, in whole
 * numbers, so that every browser gets the same bytes. The one resize does the rest. Works strip by strip, so that a photo of
 * 100 megapixels never lies in memory twice.
 */
export class BoxReduction {
  readonly #factor: number;
  readonly #sourceWidth: number;
  readonly #sourceHeight: number;
  readonly #width: number;
  readonly #height: number;
  readonly #data: Uint8Array;
  #nextRow = 0;

  /** @throws RangeError when the factor is not a positive whole number. */
  constructor(sourceWidth: number, sourceHeight: number, factor: number) {
    if (!Number.isInteger(factor) || factor < 1)
      throw new RangeError(`BoxReduction: got a factor of ${factor}, wanted a positive whole number`);
    this.#factor = factor;
    this.#sourceWidth = sourceWidth;
    this.#sourceHeight = sourceHeight;
    this.#width = Math.ceil(sourceWidth / factor);
    this.#height = Math.ceil(sourceHeight / factor);
    this.#data = new Uint8Array(this.#width * this.#height * 3);
  }

  /**
   * The next rows from the top. A box that the photo's far edge cuts is averaged over the pixels that it has.
   * @param rgba // (rows, sourceWidth, 4); `rows` a multiple of the factor, but for the last strip
   * @throws RangeError when the strip's length does not fit or it ends inside a box.
   */
  add(rgba: Uint8Array | Uint8ClampedArray): void {
    const factor = this.#factor;
    const sourceWidth = this.#sourceWidth;
    const rows = rgba.length / (sourceWidth * 4);
    const end = this.#nextRow + rows;
    if (!Number.isInteger(rows) || end > this.#sourceHeight || (end < this.#sourceHeight && rows % factor !== 0)) {
      throw new RangeError(
        `BoxReduction.add: got ${rgba.length} bytes at row ${this.#nextRow}, wanted whole boxes of rows of ${sourceWidth} pixels`,
      );
    }
    if (factor === 1) {
      withoutAlpha(rgba, this.#data, this.#nextRow * sourceWidth * 3);
      this.#nextRow = end;
      return;
    }
    const sums = new Uint32Array(this.#width * 3);
    for (let top = 0; top < rows; top += factor) {
      const bottom = Math.min(rows, top + factor);
      sums.fill(0);
      for (let y = top; y < bottom; y++) addRow(sums, rgba, y * sourceWidth * 4, sourceWidth, factor);
      meanRow(sums, this.#data, ((this.#nextRow + top) / factor) * this.#width * 3, {
        across: factor,
        down: bottom - top,
        sourceWidth,
      });
    }
    this.#nextRow = end;
  }

  /** @throws RangeError when rows are missing. */
  result(): RgbImage {
    if (this.#nextRow !== this.#sourceHeight)
      throw new RangeError(`BoxReduction.result: got ${this.#nextRow} rows, wanted ${this.#sourceHeight}`);
    return rgbImage(this.#width, this.#height, this.#data);
  }
}

// A row is a call: see resize.ts.

/** Most photos are not reduced here. */
function withoutAlpha(rgba: Uint8Array | Uint8ClampedArray, data: Uint8Array, at: number): void {
  for (let from = 0, to = at; from < rgba.length; from += 4, to += 3) {
    data[to] = rgba[from]!;
    data[to + 1] = rgba[from + 1]!;
    data[to + 2] = rgba[from + 2]!;
  }
}

/** Adds one row of pixels to the sums of its boxes. // sums (boxes, 3) */
function addRow(
  sums: Uint32Array,
  rgba: Uint8Array | Uint8ClampedArray,
  at: number,
  sourceWidth: number,
  factor: number,
): void {
  for (let x = 0, from = at, to = 0; x < sourceWidth; to += 3) {
    const right = Math.min(sourceWidth, x + factor);
    let r = 0,
      g = 0,
      b = 0;
    for (; x < right; x++, from += 4) {
      r += rgba[from]!;
      g += rgba[from + 1]!;
      b += rgba[from + 2]!;
    }
    sums[to]! += r;
    sums[to + 1]! += g;
    sums[to + 2]! += b;
  }
}

/** Means of a row of boxes, rounded to the nearest, halves up. */
function meanRow(
  sums: Uint32Array,
  data: Uint8Array,
  at: number,
  { across, down, sourceWidth }: { readonly across: number; readonly down: number; readonly sourceWidth: number },
): void {
  for (let i = 0; i < sums.length; i++) {
    const area = Math.min(across, sourceWidth - Math.floor(i / 3) * across) * down;
    data[at + i] = Math.floor((2 * sums[i]! + area) / (2 * area));
  }
}

/**
 * The factor for a photo that will be resized to a longer side of `longer`: at least three times as many pixels a side are
 * left to the resize, whose filter is the better one.
 */
export function reductionFactor(width: number, height: number, longer: number): number {
  return Math.max(1, Math.floor(Math.max(width, height) / (3 * longer)));
}
