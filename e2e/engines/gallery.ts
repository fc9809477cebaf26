import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { CodeColumns } from '../../src/codes/columns/codeColumns.ts';
import { tieKey } from '../../src/codes/columns/tieKey.ts';
import { CodeSearch } from '../../src/codes/nearest/codeSearch.ts';
import type { TravellingPhoto } from '../../src/gallery/travellingPhoto.ts';
import { storedScenes } from '../../src/lab/synthesise/sceneCodes.ts';
import { synthesised } from '../../src/lab/synthesise/synthesised.ts';
import { composedTopics } from '../../src/lab/synthesise/topics.ts';
import { openIndexFile } from '../../src/terminal/indexFile/openedIndexFile.ts';
import { writeIndexFile } from '../../src/terminal/indexFile/writeIndexFile.ts';

/** An index file and what the page's own search says of it. */
export interface EngineGallery {
  readonly folder: string;
  readonly path: string;
  readonly photos: readonly TravellingPhoto[];
  /** Ids and distances by the semantic code, nearest first, ties by id. */
  nearest(query: Uint32Array, k: number): Neighbour[];
  within(query: Uint32Array, radius: number): Neighbour[];
  /** By the category's piece, of those that hold it. */
  nearestWith(category: number, query: Uint32Array, k: number): Neighbour[];
  /** By looks. */
  nearestLooks(query: Uint32Array, k: number): Neighbour[];
}

export type Neighbour = readonly [id: string, distance: number];

export const CATEGORIES = ['cat', 'dog', "photographer's chair", 'potted plant', 'Kraftfahrzeug ½'].map((name, c) => ({
  name,
  gate: 0.3 + 0.1 * c,
}));

/** Names that people and programs give files, and that a table's text has to keep. */
const PATHS = ['it\'s \\ "here".jpg', 'a\tb\nc\rd.jpg', '\\N', '\\.', '{1,2}', 'Übung – 写真 🐈.jpg', ''];

function searchOf(bits: number, photos: readonly TravellingPhoto[], codeOf: (photo: TravellingPhoto) => Uint32Array) {
  const columns = new CodeColumns({ bits, keyed: true });
  const keys = photos.flatMap(({ photo: { id } }) => [tieKey(id).low, tieKey(id).high]);
  columns.addAll({
    photos: Uint32Array.from(photos.keys()),
    keys: Uint32Array.from(keys),
    codes: Uint32Array.from(photos.flatMap((photo) => [...codeOf(photo)])),
  });
  const search = new CodeSearch(columns);
  const named = (found: ReturnType<CodeSearch['nearest']>): Neighbour[] =>
    Array.from(found.photos, (n, i) => [photos[n]!.photo.id, found.distances[i]!]);
  return {
    nearest: (query: Uint32Array, k: number) => named(search.nearest(query, k)),
    within: (query: Uint32Array, radius: number) => named(search.within(query, radius)),
  };
}

/** Synthetic photos, some under names that are hard to write down. */
export async function engineGallery(count: number): Promise<EngineGallery> {
  const folder = mkdtempSync(join(tmpdir(), 'facet-engines-'));
  const path = join(folder, 'gallery.facet');
  const layout = { categories: CATEGORIES, bitsPerCategory: 32 };
  const topics = composedTopics(storedScenesOf(layout.categories.length), layout, 1);
  const drawn = synthesised({ ...layout, photos: count, seed: 1, modelVersion: 'v', topics });
  function* renamed(): Generator<TravellingPhoto> {
    let n = 0;
    for (const one of drawn) {
      const named = PATHS[n++];
      if (named === undefined) yield one;
      else
        yield {
          ...one,
          photo: { ...one.photo, name: named, path: `${n}/${named}` },
          files: [...one.files, { ...one.files[0]!, path: `${n}/other ${named}` }],
        };
    }
  }
  writeIndexFile(path, { ...layout, modelVersion: 'v', photos: count, exportedAt: 0 }, renamed());
  const photos: TravellingPhoto[] = [];
  for await (const photo of (await openIndexFile(path)).photos()) photos.push(photo);
  const semantic = searchOf(64, photos, ({ photo }) => photo.semanticCodes[64]);
  const looks = searchOf(128, photos, ({ photo }) => photo.appearance!);
  const pieces = CATEGORIES.map(({ gate }, c) =>
    searchOf(
      32,
      photos.filter(({ photo }) => photo.probabilities[c]! >= gate),
      ({ photo }) => photo.categoryCodes.subarray(c, c + 1),
    ),
  );
  return {
    folder,
    path,
    photos,
    ...semantic,
    nearestLooks: looks.nearest,
    nearestWith: (category, query, k) => pieces[category]!.nearest(query, k),
  };
}

/** The drawn scenes' codes, of their first categories. */
function storedScenesOf(categories: number): ReturnType<typeof storedScenes> {
  const all = { categories: Array.from({ length: 20 }, (_, c) => ({ name: `${c}`, gate: 0.5 })), bitsPerCategory: 32 };
  return storedScenes(all).map((scene) => ({
    ...scene,
    probabilities: scene.probabilities.slice(0, categories),
    categoryCodes: scene.categoryCodes.slice(0, categories),
    regionAppearance: scene.regionAppearance.slice(0, categories * 2),
  }));
}
