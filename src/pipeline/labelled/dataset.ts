/** Labelled photos, whatever layout they were stored in: what training and evaluation read. */

/** `train`: training set and database; `query`: development queries; `extra` and `other`: in neither. */
export type PhotoRole = 'train' | 'query' | 'extra' | 'other';

/** A human box in pixels of the stored file; near edges in, far edges out. */
export interface LabelledBox {
  readonly label: string;
  readonly x0: number;
  readonly y0: number;
  readonly x1: number;
  readonly y1: number;
  /** Too hard to see to count against anyone; in COCO, a crowd. */
  readonly difficult: boolean;
}

export interface LabelledPhoto {
  readonly id: string;
  /** Path below the data folder, with forward slashes. */
  readonly file: string;
  /** Pixels of the stored file, as the annotations give them. */
  readonly width: number;
  readonly height: number;
  readonly role: PhotoRole;
  /** Categories with at least one object that is not difficult: what relevance and training use. */
  readonly labels: readonly string[];
  /** Categories with difficult objects alone, or objects whose box could not be used: they count neither way. */
  readonly difficultLabels: readonly string[];
  readonly boxes: readonly LabelledBox[];
  /** COCO's names of all that is in the photo, where the data gives them beside other labels. */
  readonly cocoLabels?: readonly string[];
}

/**
 * Labels and difficult labels of a photo, each once, in order of appearance.
 * @param unboxed categories of objects that are there but whose box could not be used: they count neither way
 */
export function labelsOf(
  boxes: readonly LabelledBox[],
  unboxed: readonly string[] = [],
): Pick<LabelledPhoto, 'labels' | 'difficultLabels'> {
  const labels = [...new Set(boxes.filter((box) => !box.difficult).map((box) => box.label))];
  const hard = [...boxes.filter((box) => box.difficult).map((box) => box.label), ...unboxed];
  return { labels, difficultLabels: [...new Set(hard)].filter((label) => !labels.includes(label)) };
}

/** The boxes of some of a photo's objects, packed. // (M, 4), pixels of the stored file */
export function packedBoxes(boxes: readonly LabelledBox[]): Float32Array {
  return Float32Array.from(boxes.flatMap(({ x0, y0, x1, y1 }) => [x0, y0, x1, y1]));
}
