import { type GalleryStore, withMark } from './galleryStore.ts';
import { analysisRowOf } from './records/packedProbabilities.ts';
import type { AnalysisRow, PhotoRow, ThumbnailRow } from './records/photoRow.ts';
import { analysisOfPart } from './segments/analysisPart.ts';
import { grouped } from './segments/grouped.ts';
import type { Part } from './segments/packedParts.ts';
import type { TravellingPhoto } from './travellingPhoto.ts';

/** What a segment and what lies beside it say of a photo. */
interface Packed {
  readonly photo: PhotoRow;
  readonly analysis: AnalysisRow | null;
  readonly thumbnail: ThumbnailRow | null;
}

/**
 * Everything of these photos that an exported index holds, in their order; each segment is read once.
 * @throws Error when one is not in the gallery.
 */
export async function travellingPhotos(
  store: GalleryStore,
  ids: readonly string[],
  withThumbnails: boolean,
): Promise<TravellingPhoto[]> {
  await store.shelf.ready();
  const packed = await packedPhotos(store, ids, withThumbnails);
  return store.run(async (database) => {
    const transaction = database.transaction(['photos', 'analyses', 'thumbnails', 'files', 'marks', 'vectors']);
    const stores = {
      photos: transaction.objectStore('photos'),
      analyses: transaction.objectStore('analyses'),
      thumbnails: transaction.objectStore('thumbnails'),
      files: transaction.objectStore('files').index('byPhoto'),
      marks: transaction.objectStore('marks'),
      vectors: transaction.objectStore('vectors'),
    };
    return Promise.all(
      ids.map(async (id): Promise<TravellingPhoto> => {
        const [row, mark, storedAnalysis, storedThumbnail, files, vectors = null] = await Promise.all([
          stores.photos.get(id),
          stores.marks.get(id),
          stores.analyses.get(id),
          withThumbnails ? stores.thumbnails.get(id) : undefined,
          stores.files.getAll(id),
          stores.vectors.get(id),
        ]);
        const beside = packed.get(id);
        const photo = row ?? beside?.photo;
        const analysis = storedAnalysis ? analysisRowOf(storedAnalysis) : beside?.analysis;
        if (!photo || !analysis) throw new Error(`Gallery.travelling: photo ${id} is not in the gallery`);
        const thumbnail = storedThumbnail ?? beside?.thumbnail ?? null;
        return { photo: withMark(photo, mark), analysis, thumbnail, files, vectors };
      }),
    );
  });
}

async function packedPhotos(
  { shelf }: GalleryStore,
  ids: readonly string[],
  withThumbnails: boolean,
): Promise<Map<string, Packed>> {
  const places = ids.flatMap((id) => {
    const place = shelf.place(id);
    return place ? [{ id, place }] : [];
  });
  const found = new Map<string, Packed>();
  for (const inSegment of grouped(places, ({ place }) => `${place.segment}`).values()) {
    const { segment } = inSegment[0]!.place;
    const analyses: readonly Part[] = (await (await shelf.parts(segment, 'analyses'))?.all()) ?? [];
    const thumbnails: readonly Part[] = withThumbnails
      ? ((await (await shelf.parts(segment, 'thumbnails'))?.all()) ?? [])
      : [];
    for (const { id, place } of inSegment) {
      const photo = await shelf.row(id, place);
      if (!photo) continue;
      const [analysis, thumbnail] = [analyses[place.at], thumbnails[place.at]];
      found.set(id, {
        photo,
        analysis: analysis && analysis.bytes.length > 0 ? analysisOfPart(id, analysis.bytes) : null,
        thumbnail:
          thumbnail && thumbnail.bytes.length > 0
            ? { id, type: thumbnail.type, bytes: thumbnail.bytes.slice().buffer }
            : null,
      });
    }
  }
  return found;
}
