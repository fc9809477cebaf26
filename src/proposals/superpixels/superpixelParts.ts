import type { Scratch } from '../arena/scratch.ts';
import { KEEP_LARGEST_PARTS } from './superpixelParts.arguments.ts';
import { keepLargestParts as keepLargestPartsPlainly } from './superpixelParts.reference.ts';

/**
 * Makes every label connected: see superpixelParts.reference.ts.
 * @param labels 0..labelCount−1, overwritten // (height·width,)
 * @returns how many labels are left
 */
export function keepLargestParts(
  labels: Int32Array,
  width: number,
  height: number,
  labelCount: number,
  scratch: Scratch,
): number {
  const size = width * height;
  // Parts of pixels for the reference; for the loop, starts of runs and, after them, the end of the last.
  const part = scratch.int32(size + 1);
  const work = {
    joined: scratch.int32(size),
    pixels: scratch.int32(size),
    queue: scratch.int32(size),
    largest: scratch.int32(labelCount),
    largestSize: scratch.int32(labelCount),
    closed: scratch.int32(labelCount),
  };
  const loop = KEEP_LARGEST_PARTS.on(scratch, { labels, width, height, labelCount, starts: part, ...work });
  return loop === null ? keepLargestPartsPlainly(labels, width, height, labelCount, { part, ...work }) : loop.run();
}
