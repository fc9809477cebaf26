/** One row of a justified grid: photos `start` to `end`, exclusive, all of one height. */
export interface JustifiedRow {
  readonly start: number;
  readonly end: number;
  /** CSS pixels. */
  readonly height: number;
  /** The width of each photo, CSS pixels. // (end − start,) */
  readonly widths: readonly number[];
}

export interface JustifiedLayout {
  /** Width of the grid, CSS pixels. */
  readonly width: number;
  /** The height that rows aim for, CSS pixels. */
  readonly rowHeight: number;
  readonly gap: number;
}

/** Very wide and very tall photos are cropped to this range; otherwise one panorama would make a row a few pixels high. */
const MIN_ASPECT = 0.6;
const MAX_ASPECT = 2.4;

/**
 * Lays photos out in rows that fill the width exactly, each close to the desired height. The last row keeps the desired
 * height and may be short. Greedy: a row takes photos until it would be lower than desired.
 * `aspects` // (photos,), width / height
 * @throws RangeError when the width is not positive.
 */
export function justifiedRows(aspects: readonly number[], { width, rowHeight, gap }: JustifiedLayout): JustifiedRow[] {
  if (!(width > 0)) throw new RangeError(`justifiedRows: got width ${width}, wanted more than 0`);
  const rows: JustifiedRow[] = [];
  let start = 0;
  let sum = 0;
  for (let i = 0; i < aspects.length; i++) {
    sum += clampAspect(aspects[i] ?? 1);
    const free = width - gap * (i - start);
    if (sum * rowHeight >= free) {
      rows.push(row(aspects, start, i + 1, free / sum));
      start = i + 1;
      sum = 0;
    }
  }
  if (start < aspects.length) {
    const free = width - gap * (aspects.length - start - 1);
    rows.push(row(aspects, start, aspects.length, Math.min(rowHeight, free / sum)));
  }
  return rows;
}

function clampAspect(aspect: number): number {
  return Math.min(MAX_ASPECT, Math.max(MIN_ASPECT, aspect));
}

function row(aspects: readonly number[], start: number, end: number, height: number): JustifiedRow {
  return { start, end, height, widths: aspects.slice(start, end).map((aspect) => clampAspect(aspect) * height) };
}

/** The row that photo `index` is in. */
export function rowOf(rows: readonly JustifiedRow[], index: number): number {
  let low = 0;
  let high = rows.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if ((rows[middle]?.start ?? 0) <= index) low = middle;
    else high = middle - 1;
  }
  return low;
}

/** The photo above (−1) or below (+1) photo `index`: the one whose middle is nearest. The same photo at the edge. */
export function neighbourRow(rows: readonly JustifiedRow[], index: number, step: -1 | 1, gap: number): number {
  const from = rows[rowOf(rows, index)];
  const to = rows[rowOf(rows, index) + step];
  if (from === undefined || to === undefined) return index;
  const wanted = middles(from, gap)[index - from.start] ?? 0;
  let best = 0;
  const candidates = middles(to, gap);
  candidates.forEach((middle, i) => {
    if (Math.abs(middle - wanted) < Math.abs((candidates[best] ?? 0) - wanted)) best = i;
  });
  return to.start + best;
}

function middles(one: JustifiedRow, gap: number): number[] {
  let x = 0;
  return one.widths.map((width) => {
    const middle = x + width / 2;
    x += width + gap;
    return middle;
  });
}
