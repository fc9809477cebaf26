import { existsSync, mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { GalleryFileHeader } from '../../../gallery/archive/galleryFile.ts';
import type { TravellingPhoto } from '../../../gallery/travellingPhoto.ts';
import { openIndexFile } from '../../../terminal/indexFile/openedIndexFile.ts';
import { storedScenes } from '../../synthesise/sceneCodes.ts';
import { synthesised } from '../../synthesise/synthesised.ts';
import { synthesiseFile } from '../../synthesise/synthesiseFile.ts';
import { composedTopics } from '../../synthesise/topics.ts';
import type { BuiltPage } from './builtPage.ts';
import { OpenGallery } from './openGallery.ts';
import { seededUpload } from './seededUpload.ts';

const FOLDER = '.facet/bench';
const SEED = 1;

export interface BenchGallery {
  /** The path of an index file of today's format, made where there is none. */
  file(): string;
  photos(): Iterable<TravellingPhoto>;
  /** Of one of its photos. */
  readonly id: string;
  /** A category that many photos hold. */
  readonly category: string;
}

/** What the page's own network knows, as an index file of one photo says it: an older one is not opened by today's code. */
async function headerOf(page: BuiltPage): Promise<Omit<GalleryFileHeader, 'photos'>> {
  const folder = mkdtempSync(join(tmpdir(), 'facet-header-'));
  const open = await OpenGallery.open(page, join(folder, 'profile'));
  try {
    await open.add([await seededUpload(SEED)]);
    const path = join(folder, 'one.facet');
    await open.export(path);
    return (await openIndexFile(path)).header;
  } finally {
    await open.close();
    rmSync(folder, { recursive: true, force: true });
  }
}

/** The synthetic gallery for a built page, of its model; the same photos for every page. */
export async function galleryFor(page: BuiltPage, photos: number): Promise<BenchGallery> {
  const { modelVersion, categories, bitsPerCategory } = await headerOf(page);
  const layout = { categories, bitsPerCategory };
  const options = {
    ...layout,
    photos,
    seed: SEED,
    modelVersion,
    topics: composedTopics(storedScenes(layout), layout, SEED),
  };
  mkdirSync(FOLDER, { recursive: true });
  const path = join(FOLDER, `${photos}-${modelVersion.replace(/\W+/g, '-')}.facet`);
  const [first] = synthesised(options);
  return {
    file: () => {
      if (!existsSync(path)) synthesiseFile(path, options, () => {});
      return path;
    },
    photos: () => synthesised(options),
    id: first!.photo.id,
    category: categories[0]!.name,
  };
}
