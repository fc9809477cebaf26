import { binCells, binCount, edgeParts } from './spatialPyramidPool.reference.ts';

/**
 * Spatial pyramid pooling by a table of range maxima (sparse table; Bender & Farach-Colton, LATIN 2000): table (i, j) holds at
 * each cell the maximum of the 2^i × 2^j cells from there, and any bin is the maximum of four of its entries, whatever its size.
 * The same numbers as the plain loops of the reference.
 */
class RangeMaxima {
  /** Tables by i · 16 + j, made when first asked for. // (height, width, depth) each; the last rows and columns hold what is left */
  private readonly tables: Float32Array[] = [];

  constructor(
    map: Float32Array,
    private readonly height: number,
    private readonly width: number,
    private readonly depth: number,
  ) {
    this.tables[0] = map;
  }

  /** Maxima of 2^i rows by 2^j columns. */
  table(i: number, j: number): Float32Array {
    const made = this.tables[i * 16 + j];
    if (made !== undefined) return made;
    const smaller = i > 0 ? this.table(i - 1, j) : this.table(0, j - 1);
    const rows = this.height - (1 << i) + 1;
    const columns = this.width - (1 << j) + 1;
    const step = (i > 0 ? this.width << (i - 1) : 1 << (j - 1)) * this.depth;
    const table = new Float32Array(smaller.length);
    for (let y = 0; y < rows; y++) {
      const start = y * this.width * this.depth;
      for (let at = start; at < start + columns * this.depth; at++) {
        const a = smaller[at]!;
        const b = smaller[at + step]!;
        table[at] = a > b ? a : b;
      }
    }
    this.tables[i * 16 + j] = table;
    return table;
  }
}

/** Same parameters and result as `spatialPyramidPoolReference`. */
export function rangeMaximaPool(
  map: Float32Array,
  height: number,
  width: number,
  depth: number,
  boxes: Float32Array,
  levels: readonly number[],
): Float32Array {
  const maxima = new RangeMaxima(map, height, width, depth);
  const pooled = new Float32Array((boxes.length / 4) * binCount(levels) * depth);
  let out = 0;
  for (let box = 0; box < boxes.length; box += 4) {
    const x0 = edgeParts(boxes[box]!, width);
    const y0 = edgeParts(boxes[box + 1]!, height);
    const x1 = edgeParts(boxes[box + 2]!, width);
    const y1 = edgeParts(boxes[box + 3]!, height);
    for (const n of levels) {
      for (let by = 0; by < n; by++) {
        const [top, bottom] = binCells(y0, y1, by, n, height);
        const i = 31 - Math.clz32(bottom - top);
        const low = bottom - (1 << i);
        for (let bx = 0; bx < n; bx++) {
          const [left, right] = binCells(x0, x1, bx, n, width);
          const j = 31 - Math.clz32(right - left);
          const far = right - (1 << j);
          const table = maxima.table(i, j);
          let p = (top * width + left) * depth;
          let q = (top * width + far) * depth;
          let r = (low * width + left) * depth;
          let s = (low * width + far) * depth;
          for (const end = out + depth; out < end; out++) {
            const a = table[p++]!,
              b = table[q++]!,
              c = table[r++]!,
              d = table[s++]!;
            const above = a > b ? a : b;
            const below = c > d ? c : d;
            pooled[out] = above > below ? above : below;
          }
        }
      }
    }
  }
  return pooled;
}
