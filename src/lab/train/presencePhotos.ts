import { join } from 'node:path';
import { COCO_CLASSES, cocoClassOf } from '../../network/backbone/cocoClasses.ts';
import { classPresence } from '../../network/labels/classPresence.ts';
import { contentKeyOfFile } from '../data/contentKey.ts';
import type { Dataset } from '../data/readDataset.ts';
import { openFeatureCache } from '../features/featureCache.ts';
import type { PresencePhoto } from './otherCategories.ts';

/** The detection head's classes that no label of the data set names. */
export function otherClasses(dataset: Dataset): number[] {
  const known = new Set(dataset.photos.flatMap(({ labels }) => labels).map(cocoClassOf));
  return COCO_CLASSES.map((_, k) => k).filter((k) => !known.has(k));
}

/**
 * What the detection head says of each photo of role `extra` that carries COCO's labels.
 * @param maps a folder of NanoDet-g's maps, as `npm run features` writes them
 */
export function presencePhotos(dataset: Dataset, maps: string): PresencePhoto[] {
  const cache = openFeatureCache(maps);
  try {
    return dataset.photos.flatMap(({ role, file, cocoLabels }): PresencePhoto[] => {
      if (role !== 'extra' || cocoLabels === undefined) return [];
      const { maps: scores } = cache.photo(contentKeyOfFile(join(dataset.folder, file)), [
        'scores8',
        'scores16',
        'scores32',
      ]);
      const presence = classPresence(
        Object.values(scores).map(({ values }) => values),
        COCO_CLASSES.length,
      );
      return [{ presence, truths: Uint8Array.from(COCO_CLASSES, (name) => Number(cocoLabels.includes(name))) }];
    });
  } finally {
    cache.close();
  }
}
