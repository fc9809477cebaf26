import { clampedAspect, type JustifiedLayout, JustifiedRows } from './justifiedRows.ts';

/**
 * Lays out photos in rows, in pieces if wished, each in the time of its own photos. Greedy: a row takes photos until it would be lower than
 * desired; a section begins a new row under a header.
 */
export class JustifiedRowsBuilder {
  readonly #layout: JustifiedLayout;
  readonly #aspects: Float32Array;
  readonly #sections: Uint32Array;
  #starts: Uint32Array;
  #tops: Float64Array;
  #rows = 0;
  #photos = 0;
  #section = 0;
  #y = 0;

  /**
   * @param aspects width / height of each photo // (photos,)
   * @param sections first photo of each section, ascending and each its own // (sections,)
   * @throws RangeError when the width is not positive.
   */
  constructor(aspects: Float32Array, sections: Uint32Array, layout: JustifiedLayout) {
    if (!(layout.width > 0)) {
      throw new RangeError(`JustifiedRowsBuilder: got width ${layout.width}, wanted more than 0`);
    }
    this.#layout = layout;
    this.#aspects = aspects;
    this.#sections = sections;
    const room = sections.length + Math.ceil(aspects.length / 2) + 2;
    this.#starts = new Uint32Array(room);
    this.#tops = new Float64Array(room);
  }

  get done(): boolean {
    return this.#photos === this.#aspects.length;
  }

  /** Lays out `count` more photos, and those up to the end of the row. */
  advance(count = Number.POSITIVE_INFINITY): void {
    const { width, rowHeight, gap, headerHeight } = this.#layout;
    const aspects = this.#aspects;
    const until = Math.min(aspects.length, this.#photos + count);
    while (this.#photos < until) {
      const start = this.#photos;
      if (this.#sections[this.#section] === start) {
        this.#place(start, headerHeight - gap);
        this.#section++;
      }
      const sectionEnd = Math.min(aspects.length, this.#sections[this.#section] ?? aspects.length);
      let end = start;
      let sum = 0;
      let height = rowHeight;
      while (end < sectionEnd) {
        sum += clampedAspect(aspects[end] ?? 1);
        end++;
        height = (width - gap * (end - start - 1)) / sum;
        if (height <= rowHeight) break;
      }
      this.#place(start, Math.min(rowHeight, height));
      this.#photos = end;
    }
  }

  /** What is laid out by now. */
  rows(): JustifiedRows {
    const starts = this.#starts.slice(0, this.#rows + 1);
    const tops = this.#tops.slice(0, this.#rows + 1);
    starts[this.#rows] = this.#photos;
    tops[this.#rows] = this.#y;
    return new JustifiedRows(this.#layout, this.#aspects, starts, tops);
  }

  #place(start: number, height: number): void {
    if (this.#rows + 1 >= this.#starts.length) this.#grow();
    this.#starts[this.#rows] = start;
    this.#tops[this.#rows] = this.#y;
    this.#rows++;
    this.#y += height + this.#layout.gap;
  }

  #grow(): void {
    const [starts, tops] = [this.#starts, this.#tops];
    this.#starts = new Uint32Array(starts.length * 2);
    this.#tops = new Float64Array(tops.length * 2);
    this.#starts.set(starts);
    this.#tops.set(tops);
  }
}

/** All rows at once. @throws as the builder */
export function justifiedRows(
  aspects: Float32Array,
  layout: JustifiedLayout,
  sections: Uint32Array = new Uint32Array(),
): JustifiedRows {
  const builder = new JustifiedRowsBuilder(aspects, sections, layout);
  builder.advance();
  return builder.rows();
}
