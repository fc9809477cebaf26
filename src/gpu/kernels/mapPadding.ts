/** Cells added before and after one side of a map. */
export type SidePadding = readonly [before: number, after: number];

/** Rows are added above and below, columns to the left and right. */
export interface MapPadding {
  readonly rows: SidePadding;
  readonly columns: SidePadding;
}

/**
 * TensorFlow's SAME: just enough that a side of n gives ⌈n / stride⌉, half of it before and the odd cell after. So a window of 3 at
 * stride 2 adds (0, 1) to an even side and (1, 1) to an odd one, where most other frameworks add (1, 1) to both.
 * Source: tensorflow/core/framework/common_shape_fns.cc, GetWindowedOutputSizeVerbose.
 */
export function samePadding(side: number, kernel: number, stride: number): SidePadding {
  const all = Math.max(0, (Math.ceil(side / stride) - 1) * stride + kernel - side);
  return [Math.floor(all / 2), Math.ceil(all / 2)];
}
