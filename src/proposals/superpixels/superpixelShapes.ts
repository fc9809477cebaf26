import type { Scratch } from '../arena/scratch.ts';
import { SUPERPIXEL_SHAPES } from './superpixelShapes.arguments.ts';
import { superpixelShapes as superpixelShapesPlainly } from './superpixelShapes.reference.ts';
import type { Superpixels } from './superpixels.ts';

/** Area and box of each superpixel, computed once a photo, so that those of a segment are found from its superpixels alone. */
export interface SuperpixelShapes {
  /** Pixels. // (count,) */
  readonly area: Float32Array;
  /** Tight boxes, pixels, x1 and y1 exclusive. // (count,) each */
  readonly x0: Int32Array;
  readonly y0: Int32Array;
  readonly x1: Int32Array;
  readonly y1: Int32Array;
}

export function superpixelShapes({ width, height, count, labels }: Superpixels, scratch: Scratch): SuperpixelShapes {
  const area = scratch.float32(count);
  const x0 = scratch.int32(count).fill(width);
  const y0 = scratch.int32(count).fill(height);
  const x1 = scratch.int32(count);
  const y1 = scratch.int32(count);
  const starts = scratch.int32(width * height + 1);
  const loop = SUPERPIXEL_SHAPES.on(scratch, { labels, width, height, starts, area, x0, y0, x1, y1 });
  if (loop === null) superpixelShapesPlainly(labels, width, area, x0, y0, x1, y1);
  else loop.run();
  return { area, x0, y0, x1, y1 };
}
