import type { PhotoRow } from './schema.ts';

/** A row that has appearance codes; rows of versions before them do not. */
export type SeenRow = PhotoRow & Required<Pick<PhotoRow, 'appearance' | 'regionAppearance'>>;

export function hasLooks(row: PhotoRow): row is SeenRow {
  return row.appearance !== undefined && row.regionAppearance !== undefined;
}
