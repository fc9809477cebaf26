import { probabilityByte } from '../../codes/columns/probabilityByte.ts';
import type { NumberedSummary } from '../api/found.ts';
import { PHOTO_FLAGS } from './columns/factColumns.ts';
import type { GalleryColumns } from './columns/galleryColumns.ts';
import type { SearchColumns } from './columns/searchColumns.ts';

/** What the page shows of a photo; null where there is none of that number. @param categories C, of the vocabulary in use */
export function numberedSummary(columns: GalleryColumns, number: number, categories: number): NumberedSummary | null {
  if (!columns.has(number)) return null;
  const { facts, search } = columns;
  const flags = facts.flags[number]!;
  const camera = facts.cameras.text(facts.camera[number]!);
  return {
    number,
    outdated: search !== null && !search.has(number),
    id: columns.idOf(number),
    name: facts.names.get(number),
    path: facts.path(number),
    width: facts.width[number]!,
    height: facts.height[number]!,
    size: facts.size[number]!,
    lastModified: facts.lastModified[number]!,
    addedAt: facts.addedAt[number]!,
    takenAt: facts.takenAt[number]!,
    camera: camera === '' ? null : camera,
    favourite: (flags & PHOTO_FLAGS.favourite) !== 0,
    pictured: (flags & PHOTO_FLAGS.pictured) !== 0,
    probabilities: search?.has(number) ? shown(search, number) : new Float32Array(categories),
  };
}

/** One that passes its gate as a byte is at the gate at least, so that the page, which compares numbers, sees it pass, too. */
function shown(search: SearchColumns, number: number): Float32Array {
  return search.probabilities(number).map((probability, c) => {
    const { gate } = search.vocabulary.categories[c]!;
    return probabilityByte(probability) >= probabilityByte(gate) ? Math.max(gate, probability) : probability;
  });
}
