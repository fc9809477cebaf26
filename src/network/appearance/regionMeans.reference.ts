/** Boxes are made at least this wide and high, in cells, so that one of no area takes the cell that it lies in. */
export const LEAST_SIDE = 1 / 1024;

/**
 * The interval as `regionMeans` takes it: inside the map and at least `LEAST_SIDE` long.
 * @param near @param far edges in cells @param size cells of the axis
 */
function fitted(near: number, far: number, size: number): [near: number, far: number] {
  const from = Math.min(Math.max(near, 0), size - LEAST_SIDE);
  return [from, Math.max(Math.min(far, size), from + LEAST_SIDE)];
}

/** How much of cell `i`, from i to i + 1, lies between the edges, 0..1. */
function covered(i: number, near: number, far: number): number {
  return Math.max(0, Math.min(far, i + 1) - Math.max(near, i));
}

/**
 * Mean of each channel over each box; a cell counts by the share of it that the box covers.
 * @param map // (height, width, depth)
 * @param boxes // (N, 4), shares of the photo
 * @returns // (N, depth)
 */
export function regionMeansReference(
  map: Float32Array,
  height: number,
  width: number,
  depth: number,
  boxes: Float32Array,
): Float32Array {
  const means = new Float32Array((boxes.length / 4) * depth);
  for (let n = 0; n < boxes.length / 4; n++) {
    const [x0, x1] = fitted(boxes[n * 4]! * width, boxes[n * 4 + 2]! * width, width);
    const [y0, y1] = fitted(boxes[n * 4 + 1]! * height, boxes[n * 4 + 3]! * height, height);
    const sums = new Float64Array(depth);
    for (let y = 0; y < height; y++) {
      for (let x = 0; x < width; x++) {
        const share = covered(y, y0, y1) * covered(x, x0, x1);
        for (let c = 0; c < depth; c++) sums[c]! += share * map[(y * width + x) * depth + c]!;
      }
    }
    for (let c = 0; c < depth; c++) means[n * depth + c] = sums[c]! / ((x1 - x0) * (y1 - y0));
  }
  return means;
}
