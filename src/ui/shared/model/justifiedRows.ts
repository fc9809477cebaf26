export interface JustifiedLayout {
  /** Width of the grid, CSS pixels. */
  readonly width: number;
  /** The height that rows aim for, CSS pixels. */
  readonly rowHeight: number;
  readonly gap: number;
  /** Height of a section's header, the gap below it included; CSS pixels. */
  readonly headerHeight: number;
}

/** Very wide and very tall photos are cropped to this range; otherwise one panorama would make a row a few pixels high. */
const MIN_ASPECT = 0.6;
const MAX_ASPECT = 2.4;

/** A photo's aspect as it is shown. */
export function clampedAspect(aspect: number): number {
  return Math.min(MAX_ASPECT, Math.max(MIN_ASPECT, aspect));
}

/**
 * Photos in rows that fill the width exactly, each close to the desired height; the last row of a section keeps the desired height and may
 * be short. A header is a row without photos. Two numbers a row are kept, so that a million photos take a few megabytes; what else a row
 * is made of is computed for those in sight.
 */
export class JustifiedRows {
  readonly layout: JustifiedLayout;
  /** How many rows there are, headers included. */
  readonly count: number;
  /** How many photos are laid out. */
  readonly photos: number;
  /** Width / height of each photo. // (≥ photos,) */
  readonly #aspects: Float32Array;
  /** First photo of each row; a header has that of the row below it. // (count + 1,) */
  readonly #starts: Uint32Array;
  /** CSS pixels from the top of the grid. // (count + 1,) */
  readonly #tops: Float64Array;

  constructor(layout: JustifiedLayout, aspects: Float32Array, starts: Uint32Array, tops: Float64Array) {
    this.layout = layout;
    this.count = tops.length - 1;
    this.photos = starts.at(-1) ?? 0;
    this.#aspects = aspects;
    this.#starts = starts;
    this.#tops = tops;
  }

  /** Of all rows, the gap after the last one left out; CSS pixels. */
  get height(): number {
    return Math.max(0, this.top(this.count) - (this.count === 0 ? 0 : this.layout.gap));
  }

  top(row: number): number {
    return this.#tops[row] ?? 0;
  }

  /** Without the gap below it, CSS pixels. */
  heightOf(row: number): number {
    return this.top(row + 1) - this.top(row) - this.layout.gap;
  }

  /** First photo of a row. */
  start(row: number): number {
    return this.#starts[row] ?? this.photos;
  }

  /** Of a row of photos the photo after its last; of a header `start`. */
  end(row: number): number {
    return this.start(row + 1);
  }

  isHeader(row: number): boolean {
    return this.start(row) === this.end(row);
  }

  /** The width of each photo of a row, CSS pixels. // (end − start,) */
  widths(row: number): number[] {
    const height = this.heightOf(row);
    return Array.from(
      this.#aspects.subarray(this.start(row), this.end(row)),
      (aspect) => clampedAspect(aspect) * height,
    );
  }

  /** The row at a height, the gap below it included; the first or last one outside of the grid. */
  rowAt(y: number): number {
    return lastAtMost(this.#tops, y, this.count - 1);
  }

  /** The row that a photo is in; a header is never found, since the row below it starts with the same photo. */
  rowOf(photo: number): number {
    return lastAtMost(this.#starts, photo, this.count - 1);
  }

  /** The photo above (−1) or below (+1) a photo: the one whose middle is nearest. The same photo at the edge. */
  neighbour(photo: number, step: -1 | 1): number {
    const from = this.rowOf(photo);
    let to = from + step;
    if (to >= 0 && to < this.count && this.isHeader(to)) to += step;
    return to < 0 || to >= this.count ? photo : this.nearestIn(to, photo);
  }

  /** The photo in a row of photos whose middle is nearest to that of another photo. */
  nearestIn(row: number, photo: number): number {
    const from = this.rowOf(photo);
    const to = this.isHeader(row) ? row + 1 : row;
    const wanted = this.#middles(from)[photo - this.start(from)] ?? 0;
    const candidates = this.#middles(to);
    let best = 0;
    candidates.forEach((middle, i) => {
      if (Math.abs(middle - wanted) < Math.abs((candidates[best] ?? 0) - wanted)) best = i;
    });
    return this.start(to) + best;
  }

  #middles(row: number): number[] {
    let x = 0;
    return this.widths(row).map((width) => {
      const middle = x + width / 2;
      x += width + this.layout.gap;
      return middle;
    });
  }
}

/** The last index up to `last` whose value is at most `wanted`; 0 where there is none. `ascending` */
function lastAtMost(ascending: Uint32Array | Float64Array, wanted: number, last: number): number {
  let low = 0;
  let high = Math.max(0, last);
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if ((ascending[middle] ?? 0) <= wanted) low = middle;
    else high = middle - 1;
  }
  return low;
}
