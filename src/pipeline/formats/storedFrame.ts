/** EXIF's: 1 is upright; 2, 4, 5 and 7 mirror; 5 to 8 exchange width and height. */
export type Orientation = 1 | 2 | 3 | 4 | 5 | 6 | 7 | 8;

/** A photo's file as it is stored, before EXIF turns it: the frame in which people's boxes are given. */
export interface StoredFrame {
  /** Pixels. */
  readonly width: number;
  readonly height: number;
  readonly orientation: Orientation;
}

/** @param value EXIF's number; anything else is upright, as it is for browsers */
export function orientationOf(value: number | undefined): Orientation {
  const known = [1, 2, 3, 4, 5, 6, 7, 8] as const;
  return known.find((orientation) => orientation === value) ?? 1;
}
