import type { PhotoEdit } from '../../data/editedCopy.ts';
import { DRAWN_COPIES } from './appearanceConfig.ts';

type Box = [x0: number, y0: number, x1: number, y1: number];

/** An edit, with regions that are in the photo and in its copy. */
export interface DrawnCopy {
  readonly edit: PhotoEdit;
  /** In shares of the photo. */
  readonly regions: readonly Box[];
  /** About the same places in shares of the copy. */
  readonly inCopy: readonly Box[];
}

/** @param random uniform in [0, 1) */
export function drawnCopy(random: () => number): DrawnCopy {
  const { edits, regionsPerCopy } = DRAWN_COPIES;
  const between = ([low, high]: readonly [number, number]): number => low + random() * (high - low);
  const width = between(edits.keptSide);
  const height = Math.min(1, width + edits.unevenSides * (random() - 0.5) * 2);
  const [x, y] = [random() * (1 - width), random() * (1 - height)];
  const edit: PhotoEdit = {
    crop: [x, y, x + width, y + height],
    mirrored: random() < 0.5,
    brightness: between(edits.brightness),
    colour: between(edits.colour),
    quality: Math.round(between(edits.quality)),
  };
  const regions = Array.from({ length: regionsPerCopy }, () => regionInside(edit.crop, between));
  return { edit, regions, inCopy: regions.map((region) => seenInCopy(moved(region, between), edit)) };
}

function regionInside([x0, y0, x1, y1]: PhotoEdit['crop'], between: (range: readonly [number, number]) => number): Box {
  const [w, h] = [between(DRAWN_COPIES.regionSide) * (x1 - x0), between(DRAWN_COPIES.regionSide) * (y1 - y0)];
  const [x, y] = [between([x0, x1 - w]), between([y0, y1 - h])];
  return [x, y, x + w, y + h];
}

function moved([x0, y0, x1, y1]: Box, between: (range: readonly [number, number]) => number): Box {
  const by = (side: number): number => side * between([-DRAWN_COPIES.regionJitter, DRAWN_COPIES.regionJitter]);
  const [w, h] = [x1 - x0, y1 - y0];
  return [x0 + by(w), y0 + by(h), x1 + by(w), y1 + by(h)];
}

/** A box of the photo, in shares of the copy that the edit makes; cut off at its border. */
export function seenInCopy([x0, y0, x1, y1]: Box, { crop, mirrored }: PhotoEdit): Box {
  const share = (value: number, low: number, high: number): number =>
    Math.min(Math.max((value - low) / (high - low), 0), 1);
  const [left, right] = [share(x0, crop[0], crop[2]), share(x1, crop[0], crop[2])];
  const [top, bottom] = [share(y0, crop[1], crop[3]), share(y1, crop[1], crop[3])];
  return mirrored ? [1 - right, top, 1 - left, bottom] : [left, top, right, bottom];
}
