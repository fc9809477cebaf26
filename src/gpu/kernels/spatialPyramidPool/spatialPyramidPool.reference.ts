/**
 * Spatial pyramid pooling (He et al., ECCV 2014, section 3) of boxes on one feature map: each level splits a box in n×n bins
 * and keeps the maximum of each channel in each bin.
 *
 * Box edges are rounded to 1/1024 cell first and clamped to the map; from there on all is integer arithmetic, so that every
 * backend picks the same cells. Bin k of n of an axis [a, b) covers the cells floor(a + k(b−a)/n) to ceil(a + (k+1)(b−a)/n),
 * far edge out, at least one cell: no cell that the bin touches is left out, and neighbouring bins may share one.
 */

/** Parts of a cell that box edges are rounded to. */
export const EDGE_PARTS = 1024;

/** Values that one box gives for each channel: Σ n². */
export function binCount(levels: readonly number[]): number {
  return levels.reduce((sum, n) => sum + n * n, 0);
}

/** An edge in 1/1024 cells, clamped to 0..size cells; the sum is rounded to float32 as in WGSL. */
export function edgeParts(edge: number, size: number): number {
  return Math.min(Math.max(Math.floor(Math.fround(edge * EDGE_PARTS + 0.5)), 0), size * EDGE_PARTS);
}

/** Cells [first, last) of bin `k` of `n` on the axis [a, b), edges in 1/1024 cells, of a map of `size` cells. */
export function binCells(a: number, b: number, k: number, n: number, size: number): [first: number, last: number] {
  const length = Math.max(b - a, 0);
  const unit = n * EDGE_PARTS;
  const first = Math.min(Math.floor((a * n + k * length) / unit), size - 1);
  const last = Math.min(Math.ceil((a * n + (k + 1) * length) / unit), size);
  return [first, Math.max(last, first + 1)];
}

/**
 * @param map // (height, width, depth)
 * @param boxes // (N, 4), x0 y0 x1 y1 in cells, far edge out
 * @returns // (N, Σ n² · depth): level after level, bins row by row, channels last
 */
export function spatialPyramidPoolReference(
  map: Float32Array,
  height: number,
  width: number,
  depth: number,
  boxes: Float32Array,
  levels: readonly number[],
): Float32Array {
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
        for (let bx = 0; bx < n; bx++) {
          const [left, right] = binCells(x0, x1, bx, n, width);
          const bin = pooled.subarray(out, out + depth).fill(-Infinity);
          out += depth;
          for (let y = top; y < bottom; y++) {
            for (let x = left; x < right; x++) {
              const cell = (y * width + x) * depth;
              for (let c = 0; c < depth; c++) bin[c] = Math.max(bin[c]!, map[cell + c]!);
            }
          }
        }
      }
    }
  }
  return pooled;
}
