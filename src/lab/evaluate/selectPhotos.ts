import { seededRandom } from '../../base/seededRandom.ts';
import { COCO_SPLITS } from '../../pipeline/labelled/cocoDataset.ts';
import type { LabelledPhoto } from '../../pipeline/labelled/dataset.ts';
import type { Dataset } from '../data/readDataset.ts';

/** A photo and the folder it lies in. */
export interface PlacedPhoto {
  readonly folder: string;
  readonly photo: LabelledPhoto;
}

export interface Selection {
  readonly database: readonly PlacedPhoto[];
  readonly queries: readonly PlacedPhoto[];
  /** Photos that hold none of the categories and are in neither list; added to the database they must not hurt. */
  readonly distractors: readonly PlacedPhoto[];
}

/** `--limit` samples with this seed, so that a number means the same photos on every machine. */
const SAMPLE_SEED = 2016;

/**
 * Who is searched and who searches. Database = photos of role `train`, queries = photos of role `query`; with a folder of
 * queries, every photo of it is a query and `train` and `query` photos of the data are the database.
 * @param limit at most so many of each list: a seeded sample, in the order of the file
 * @throws Error naming the folder that has nobody to search or to be searched.
 */
export function selectPhotos(
  data: Dataset,
  queries: Dataset | null,
  categories: readonly string[],
  limit: number,
): Selection {
  const known = new Set(categories);
  const placed = (dataset: Dataset, keep: (photo: LabelledPhoto) => boolean): PlacedPhoto[] =>
    sample(dataset.photos.filter(keep), limit).map((photo) => ({ folder: dataset.folder, photo }));
  const selection = {
    database: placed(data, ({ role }) => role === 'train' || (queries !== null && role === 'query')),
    queries: queries ? placed(queries, () => true) : placed(data, ({ role }) => role === 'query'),
    distractors: placed(
      data,
      ({ role, labels, difficultLabels }) =>
        role === 'extra' && ![...labels, ...difficultLabels].some((label) => known.has(label)),
    ),
  };
  if (selection.database.length === 0)
    throw new Error(`${data.folder} has no photos of role train, so there is no database${howToSay(data)}`);
  if (selection.queries.length === 0)
    throw new Error(
      `${(queries ?? data).folder} has no photos ${queries ? 'at all' : 'of role query'}, so there are no queries${queries ? '' : howToSay(data)}`,
    );
  return selection;
}

/** How the layout tells roles, as the rest of a sentence. */
function howToSay({ layout }: Dataset): string {
  switch (layout) {
    case 'coco':
      return `: ${COCO_SPLITS}`;
    case 'pascal-voc':
      return ': photos listed in ImageSets/Main/test.txt (or val.txt) are queries, the others the database';
    case 'csv':
      return ': a column "split" of the table says it, train, val or test';
    case 'folders':
      return ': folders called train, val and test, with those that are named after categories in them, say it';
    case 'facet':
      return ': the field "role" of an entry of annotations.json says it, "train" or "query"';
  }
}

/** A seeded sample without replacement; the order of `photos` is kept. */
function sample<T>(photos: readonly T[], limit: number): readonly T[] {
  if (photos.length <= limit) return photos;
  const random = seededRandom(SAMPLE_SEED);
  const ranked = photos.map((photo, at) => ({ photo, at, draw: random() }));
  return ranked
    .sort((a, b) => a.draw - b.draw)
    .slice(0, limit)
    .sort((a, b) => a.at - b.at)
    .map(({ photo }) => photo);
}
