import { seededRandom, shuffled } from '../../network/training/random.ts';
import type { LabelledPhoto } from '../labelled/dataset.ts';
import type { Labels } from '../labelled/readLabels.ts';

/** Their features are kept in memory while the heads are trained, 230 kB a photo. */
export const MOST_PHOTOS = 2000;
/** Of a category; fewer cannot both teach and be held back. */
export const LEAST_PHOTOS = 3;
/** A vocabulary that is larger makes pieces of codes that no search needs. */
export const MOST_CATEGORIES = 100;

/** A photo to train on, with the labels that are trained. */
export interface PlannedPhoto {
  /** Below the folder. */
  readonly path: string;
  readonly labels: readonly string[];
  readonly difficultLabels: readonly string[];
}

/** What a folder is trained on. */
export interface TrainingPlan {
  readonly folder: string;
  readonly layout: string;
  readonly categories: readonly string[];
  readonly photos: readonly PlannedPhoto[];
  /** What of the folder is not used, in sentences for a person. */
  readonly notes: readonly string[];
}

/**
 * Which photos and which categories of a labelled folder are trained: those of its test or val list are left for measuring, a category of
 * too few photos is left out, and of too many photos some are drawn.
 * @throws Error, for a person, when no photo has a label, or there are not two categories of enough photos.
 */
export function trainingPlan(folder: string, { layout, photos }: Labels, notes: readonly string[]): TrainingPlan {
  const all = photos.filter(({ role }) => role !== 'query');
  if (all.length === 0) throw new Error(`${folder} has no photos to train on: all of them are in its test list.`);
  const counts = countsOf(all);
  if (counts.size === 0) throw new Error(`None of the ${all.length} photos of ${folder} has a label.`);
  const [only] = counts.keys();
  if (counts.size === 1)
    throw new Error(
      `${folder} has one category alone, ${only}. Training needs photos of a second one to tell it from.`,
    );
  const enough = [...counts].filter(([, count]) => count >= LEAST_PHOTOS).map(([name]) => name);
  if (enough.length < 2)
    throw new Error(
      `${folder} has too few photos: training needs two categories with at least ${LEAST_PHOTOS} photos each, better twenty.`,
    );
  if (enough.length > MOST_CATEGORIES)
    throw new Error(`${folder} has ${enough.length} categories; at most ${MOST_CATEGORIES} can be trained at a time.`);
  const categories = enough.sort();
  const few = [...counts.keys()].filter((name) => !categories.includes(name)).sort();
  const drawn = drawnPhotos(all);
  return {
    folder,
    layout,
    categories,
    photos: drawn.map(({ file, labels, difficultLabels }) => ({
      path: file,
      labels: labels.filter((name) => categories.includes(name)),
      difficultLabels: difficultLabels.filter((name) => categories.includes(name)),
    })),
    notes: [
      ...notes,
      ...(few.length > 0 ? [`Fewer than ${LEAST_PHOTOS} photos each, so not trained: ${few.join(', ')}.`] : []),
      ...(drawn.length < all.length ? [`${drawn.length} of ${all.length} photos were drawn: more do not fit.`] : []),
    ],
  };
}

/** The plan without the photos that could not be read. @throws Error, for a person, when what is left is too little. */
export function planOfRead(plan: TrainingPlan, read: readonly PlannedPhoto[]): TrainingPlan {
  const counts = countsOf(read);
  const gone = plan.categories.filter((name) => (counts.get(name) ?? 0) === 0);
  const categories = plan.categories.filter((name) => !gone.includes(name));
  if (categories.length < 2)
    throw new Error(
      `Of the ${plan.photos.length} photos of ${plan.folder} only ${read.length} could be read, too few to train on.`,
    );
  return { ...plan, categories, photos: read };
}

function countsOf(photos: readonly Pick<LabelledPhoto, 'labels'>[]): Map<string, number> {
  const counts = new Map<string, number>();
  for (const { labels } of photos) for (const label of labels) counts.set(label, (counts.get(label) ?? 0) + 1);
  return counts;
}

/** At most `MOST_PHOTOS`, in the folder's order, the same each time. */
function drawnPhotos(photos: readonly LabelledPhoto[]): readonly LabelledPhoto[] {
  if (photos.length <= MOST_PHOTOS) return photos;
  const chosen = shuffled(photos.length, seededRandom(1)).slice(0, MOST_PHOTOS).sort();
  return Array.from(chosen, (i) => photos[i]!);
}
