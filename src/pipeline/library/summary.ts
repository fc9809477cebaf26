import type { PhotoRow } from '../../gallery/schema.ts';
import type { Category } from '../../network/network.ts';
import type { PhotoSummary } from '../api/pipeline.ts';
import { correctedProbabilities } from './galleryRows.ts';

/** What the grid needs of a stored photo. */
export function photoSummary(row: PhotoRow, categories: readonly Category[]): PhotoSummary {
  const { id, name, path, width, height, size, lastModified, addedAt } = row;
  return {
    id,
    name,
    path,
    width,
    height,
    size,
    lastModified,
    addedAt,
    takenAt: row.takenAt ?? lastModified,
    camera: row.camera ?? null,
    favourite: row.favourite === true,
    pictured: row.picture !== 'none',
    probabilities: correctedProbabilities(row, categories),
  };
}
