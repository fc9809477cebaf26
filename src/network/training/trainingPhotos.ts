/** Labels of the photos as numbers. P photos, C categories. */
export interface TrainingLabels {
  readonly categories: readonly string[];
  /** 1 where the photo holds the category. // (P, C) */
  readonly labels: Float32Array;
  /** 0 where it holds difficult objects of it alone, which count neither way. // (P, C) */
  readonly counted: Float32Array;
}

export function trainingLabels(
  photos: readonly { readonly labels: readonly string[]; readonly difficultLabels: readonly string[] }[],
  categories: readonly string[],
): TrainingLabels {
  const labels = new Float32Array(photos.length * categories.length);
  const counted = new Float32Array(photos.length * categories.length).fill(1);
  photos.forEach((photo, i) => {
    categories.forEach((category, c) => {
      if (photo.labels.includes(category)) labels[i * categories.length + c] = 1;
      else if (photo.difficultLabels.includes(category)) counted[i * categories.length + c] = 0;
    });
  });
  return { categories, labels, counted };
}

/** Rows `photos` of a (P, C) table, one after the other. */
export function rowsOf(table: Float32Array, width: number, photos: ArrayLike<number>): Float32Array {
  const out = new Float32Array(photos.length * width);
  for (let i = 0; i < photos.length; i++)
    out.set(table.subarray(photos[i]! * width, photos[i]! * width + width), i * width);
  return out;
}
