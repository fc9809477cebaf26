/** What rows of hits are laid out by. */
export interface HitLayout {
  /** Hits. */
  readonly count: number;
  /** From here on hits are less sure, under a heading of their own; `count` where all are sure. */
  readonly sure: number;
  /** Hits side by side. */
  readonly columns: number;
  /** Of a row of hits, the gap below it included; CSS pixels. */
  readonly rowHeight: number;
  /** CSS pixels. */
  readonly headingHeight: number;
}

/**
 * Hits in rows of one height: the sure ones, a heading, the less sure ones. Nothing is kept of a row, so an answer may have any number of
 * them. Heights are CSS pixels from the top of the first row.
 */
export class HitRows {
  readonly layout: HitLayout;
  /** Rows, with the heading. */
  readonly count: number;
  readonly height: number;
  /** The heading's place among the rows; −1 where there is none. */
  readonly heading: number;

  constructor(layout: HitLayout) {
    this.layout = layout;
    const { count, sure, columns } = layout;
    const sureRows = Math.ceil(sure / columns);
    const lessSureRows = Math.ceil((count - sure) / columns);
    this.heading = lessSureRows > 0 ? sureRows : -1;
    this.count = sureRows + (lessSureRows > 0 ? 1 + lessSureRows : 0);
    this.height = this.top(this.count);
  }

  top(row: number): number {
    const { rowHeight, headingHeight } = this.layout;
    return this.heading < 0 || row <= this.heading ? row * rowHeight : (row - 1) * rowHeight + headingHeight;
  }

  heightOf(row: number): number {
    return row === this.heading ? this.layout.headingHeight : this.layout.rowHeight;
  }

  /** The row at a height; of heights beyond the rows the first or the last one. */
  rowAt(y: number): number {
    const { rowHeight } = this.layout;
    const within = (row: number) => Math.max(0, Math.min(this.count - 1, row));
    if (this.heading < 0 || y < this.top(this.heading)) return within(Math.floor(y / rowHeight));
    const below = y - this.top(this.heading + 1);
    return below < 0 ? this.heading : within(this.heading + 1 + Math.floor(below / rowHeight));
  }

  /** The row that a hit is in. */
  rowOf(hit: number): number {
    const { sure, columns } = this.layout;
    return hit < sure ? Math.floor(hit / columns) : this.heading + 1 + Math.floor((hit - sure) / columns);
  }

  /** The hits of a row; the heading has none. */
  hitsOf(row: number): { readonly start: number; readonly end: number } {
    const { sure, count, columns } = this.layout;
    if (row === this.heading) return { start: sure, end: sure };
    const isSure = this.heading < 0 || row < this.heading;
    const start = isSure ? row * columns : sure + (row - this.heading - 1) * columns;
    return { start, end: Math.min(isSure ? sure : count, start + columns) };
  }
}
