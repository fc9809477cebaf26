/**
 * Heights of a list that is higher than a browser can make a box, on the heights that it can scroll. Near both ends a pixel is a pixel; in
 * the middle a pixel of the scrollbar stands for more. Both are distances from the top to the first pixel in sight, and the map is monotone
 * and can be inverted.
 */
export class ScrollMap {
  /** How far the list goes, and how far the browser scrolls; CSS pixels. */
  readonly far: number;
  readonly scrollFar: number;
  /** How far a pixel is a pixel, from each end. */
  readonly #end: number;

  /**
   * @param height of the list
   * @param view of what is in sight
   * @param most the highest box that can be scrolled
   */
  constructor(height: number, view: number, most: number) {
    this.far = Math.max(0, height - view);
    this.scrollFar = Math.min(this.far, Math.max(0, most - view));
    this.#end = this.scrollFar < this.far ? this.scrollFar / 4 : this.scrollFar;
  }

  /** Height of the box that the browser scrolls. */
  boxHeight(view: number): number {
    return this.scrollFar + view;
  }

  /** Of the browser's scroll position, the list's. */
  listAt(scroll: number): number {
    const { far, scrollFar } = this;
    const end = this.#end;
    if (scroll <= 0 || scrollFar === 0) return 0;
    if (scroll >= scrollFar) return far;
    if (scroll <= end) return scroll;
    if (scroll >= scrollFar - end) return far - (scrollFar - scroll);
    return end + ((scroll - end) * (far - 2 * end)) / (scrollFar - 2 * end);
  }

  /** Of the list's position, the browser's. */
  scrollAt(list: number): number {
    const { far, scrollFar } = this;
    const end = this.#end;
    if (list <= 0 || scrollFar === 0) return 0;
    if (list >= far) return scrollFar;
    if (list <= end) return list;
    if (list >= far - end) return scrollFar - (far - list);
    return end + ((list - end) * (scrollFar - 2 * end)) / (far - 2 * end);
  }
}

/** The highest box that a browser lays out to the pixel: beyond 2^24 device pixels its positions lose their last digit. */
export function highestBox(devicePixelRatio: number): number {
  return Math.floor(16_000_000 / Math.max(1, devicePixelRatio));
}
