import { COCO_CLASSES } from '../../network/backbone/cocoClasses.ts';
import { readDataset } from '../data/readDataset.ts';
import { partFolder } from '../features/joinedCache.ts';
import { type OthersFigures, othersFigures } from './otherCategories.ts';
import { otherClasses, presencePhotos } from './presencePhotos.ts';

/** A category that fewer photos hold is not measured. */
export const LEAST_PHOTOS = 8;

export interface VocabularyFigures {
  readonly others: Pick<OthersFigures, 'map' | 'ece' | 'perCategory'>;
}

/**
 * How well the categories are told that the detection head alone tells.
 * @param maps a folder of `npm run features`; of several backbones each has a folder in it
 * @param backbone its name, or several with `+` between them
 * @returns null where NanoDet-g, whose head it is, is none of them, or the data has too few photos with COCO's labels
 */
export function vocabularyFigures(data: string, maps: string, backbone: string): VocabularyFigures | null {
  const parts = backbone.split('+');
  if (!parts.includes('nanodet-g')) return null;
  const dataset = readDataset(data);
  const photos = presencePhotos(dataset, partFolder(maps, backbone, 'nanodet-g'));
  const classes = otherClasses(dataset);
  const measured = classes.some((k) => photos.filter(({ truths }) => truths[k] === 1).length >= LEAST_PHOTOS);
  if (!measured) return null;
  const { map, ece, perCategory } = othersFigures(photos, COCO_CLASSES, classes, LEAST_PHOTOS);
  return { others: { map, ece, perCategory } };
}
