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
  /** Categories with difficult objects alone: they count neither way. */
  readonly difficultLabels: readonly string[];
  readonly boxes: readonly LabelledBox[];
}

/** Labels and difficult labels as the boxes have them, each once, in order of appearance. */
export function labelsOfBoxes(boxes: readonly LabelledBox[]): Pick<LabelledPhoto, 'labels' | 'difficultLabels'> {
  const labels = [...new Set(boxes.filter((box) => !box.difficult).map((box) => box.label))];
  const difficultLabels = [...new Set(boxes.filter((box) => box.difficult).map((box) => box.label))].filter(
    (label) => !labels.includes(label),
  );
  return { labels, difficultLabels };
}

/** The boxes of some of a photo's objects, packed. // (M, 4), pixels of the stored file */
export function packedBoxes(boxes: readonly LabelledBox[]): Float32Array {
  return Float32Array.from(boxes.flatMap(({ x0, y0, x1, y1 }) => [x0, y0, x1, y1]));
}
