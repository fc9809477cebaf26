import type { Gallery } from '../../gallery/gallery.ts';
import { bagsOf, type PhotoBags } from '../../network/taught/photoBags.ts';

/** So many photos are held in memory while a category is taught, some 17 MB: all of most galleries. */
const MOST_PHOTOS = 8192;

/** Photos that a category is tried on while it is taught. N of them. */
export interface TeachingSample {
  /** // (N,) */
  readonly ids: readonly string[];
  readonly bags: PhotoBags;
  /** Photos that have vectors, those outside the sample included. */
  readonly all: number;
}

/** The first photos by id, which is a checksum: they are drawn as evenly as by chance, and always the same. @param has whether the photo is in memory */
export async function teachingSample(
  gallery: Pick<Gallery, 'vectors'>,
  version: string,
  dimensions: number,
  has: (id: string) => boolean,
): Promise<TeachingSample> {
  const ids: string[] = [];
  const vectors: Int8Array[] = [];
  let all = 0;
  for await (const rows of gallery.vectors(version))
    for (const row of rows) {
      if (!has(row.id)) continue;
      all++;
      if (ids.length >= MOST_PHOTOS) continue;
      ids.push(row.id);
      vectors.push(row.vectors);
    }
  return { ids, bags: bagsOf(vectors, dimensions), all };
}
