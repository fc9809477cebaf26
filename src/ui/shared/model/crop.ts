import type { Region } from '../../../pipeline/api/pipeline.ts';

export interface CropOptions {
  /** Width / height of the photo. */
  readonly photoAspect: number;
  /** Width / height of the frame that the crop fills. */
  readonly frameAspect: number;
  /** Room left around the region, as a share of its sides. */
  readonly margin: number;
  /** How many times larger than the whole photo in the frame the crop may be at most: a thumbnail has few pixels. */
  readonly largestZoom: number;
}

/**
 * The part of a photo that fills a frame with a region in its middle: as shares of the photo's sides, inside the photo, of the frame's shape.
 * A region that is larger than the frame allows is cut off on both sides alike.
 */
export function cropAround(region: Region, { photoAspect, frameAspect, margin, largestZoom }: CropOptions): Region {
  // In heights of the photo: it is 1 high and `photoAspect` wide.
  const tallest = Math.min(1, photoAspect / frameAspect);
  const wanted =
    Math.max(region.y1 - region.y0, ((region.x1 - region.x0) * photoAspect) / frameAspect) * (1 + 2 * margin);
  const height = Math.min(tallest, Math.max(wanted, tallest / largestZoom));
  const width = (height * frameAspect) / photoAspect;
  const x0 = placed((region.x0 + region.x1) / 2, width);
  const y0 = placed((region.y0 + region.y1) / 2, height);
  return { x0, y0, x1: x0 + width, y1: y0 + height };
}

/** Where a span of this length begins that has its middle as near to `middle` as 0..1 allows. */
function placed(middle: number, length: number): number {
  return Math.min(Math.max(0, middle - length / 2), Math.max(0, 1 - length));
}

/** Style of a picture that is as large as its frame's crop asks for, in percent of the frame. */
export function croppedStyle({ x0, y0, x1, y1 }: Region): {
  readonly left: string;
  readonly top: string;
  readonly width: string;
  readonly height: string;
} {
  const [width, height] = [x1 - x0, y1 - y0];
  return {
    left: `${(-x0 / width) * 100}%`,
    top: `${(-y0 / height) * 100}%`,
    width: `${100 / width}%`,
    height: `${100 / height}%`,
  };
}

/** Where a region of the photo lies in the crop, as shares of the frame; it may reach over the edges. */
export function withinCrop(region: Region, crop: Region): Region {
  const [width, height] = [crop.x1 - crop.x0, crop.y1 - crop.y0];
  return {
    x0: (region.x0 - crop.x0) / width,
    y0: (region.y0 - crop.y0) / height,
    x1: (region.x1 - crop.x0) / width,
    y1: (region.y1 - crop.y0) / height,
  };
}
