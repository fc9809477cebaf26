import type { PhotoRow } from '../../../gallery/schema.ts';

/** What the library keeps in memory of every photo, whatever version its codes are of. */
export interface PhotoFacts
  extends Pick<
    PhotoRow,
    'id' | 'name' | 'path' | 'size' | 'lastModified' | 'addedAt' | 'width' | 'height' | 'version' | 'corrections'
  > {
  /** Capture time by its EXIF block, else the file's own time; milliseconds since 1970. */
  readonly takenAt: number;
  /** Make and model; null where the file does not say. */
  readonly camera: string | null;
  readonly pictured: boolean;
  readonly favourite: boolean;
}

export function factsOf(row: PhotoRow): PhotoFacts {
  const { id, name, path, size, lastModified, addedAt, width, height, version, corrections } = row;
  return {
    id,
    name,
    path,
    size,
    lastModified,
    addedAt,
    width,
    height,
    version,
    corrections,
    takenAt: row.takenAt ?? lastModified,
    camera: row.camera ?? null,
    pictured: row.picture !== 'none',
    favourite: row.favourite === true,
  };
}
