import { resize } from '../../base/image/resize.ts';
import type { RgbImage } from '../../base/image/rgbImage.ts';
import type { DuplicateGroup } from '../api/pipeline.ts';

/** Sides of the reduced pictures that are compared. */
const CELLS = 8;
/** Levels of 255 by which the brightest and the darkest place of a plain picture differ at most: a wall, the sky, an empty page. */
const PLAIN_RANGE = 6;
/** Levels of 255 by which a place of one picture in two sizes or compressions differs at most, in any channel. */
const SAME_LEVELS = 40;

type Cells = Uint8Array;

function isPlain(cells: Cells): boolean {
  let [least, most] = [255, 0];
  for (let at = 0; at < cells.length; at += 3) {
    const grey = (299 * cells[at]! + 587 * cells[at + 1]! + 114 * cells[at + 2]!) / 1000;
    least = Math.min(least, grey);
    most = Math.max(most, grey);
  }
  return most - least <= PLAIN_RANGE;
}

function haveOneLook(a: Cells, b: Cells): boolean {
  return a.every((level, at) => Math.abs(level - b[at]!) <= SAME_LEVELS);
}

/**
 * The groups without photos that are in them by their perceptual hash alone: it compares neighbouring places and knows no colours, so a red
 * wall, a blue sky and a white page have the same one. A plain picture says nothing by which two of them could be told to be one, so it is
 * a near duplicate of none.
 * @param picture a small picture of the photo; null where there is none, and then the hash is believed
 */
export async function withoutLookalikes(
  groups: readonly DuplicateGroup[],
  picture: (id: string) => Promise<RgbImage | null>,
  pathsOf: (id: string) => readonly string[],
): Promise<DuplicateGroup[]> {
  const checked: DuplicateGroup[] = [];
  for (const group of groups) {
    if (group.kind === 'exact') {
      checked.push(group);
      continue;
    }
    const alike: { readonly cells: Cells | null; readonly ids: string[] }[] = [];
    for (const id of group.ids) {
      const image = await picture(id);
      const cells = image && resize(image, CELLS, CELLS).data;
      if (cells !== null && isPlain(cells)) continue;
      const same = alike.find((one) => cells === null || one.cells === null || haveOneLook(cells, one.cells));
      if (same === undefined) alike.push({ cells, ids: [id] });
      else same.ids.push(id);
    }
    for (const { ids } of alike) if (ids.length > 1) checked.push({ kind: 'near', ids, paths: ids.flatMap(pathsOf) });
  }
  return checked;
}
