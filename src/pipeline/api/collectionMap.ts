/** All photos in two dimensions: those with like codes lie together, each in a cell of its own. N photos; the caller owns the arrays. */
export interface CollectionMap {
  /** The gallery's, see `GalleryTotals`. */
  readonly revision: number;
  /** In the order of their ids. // (N,) */
  readonly numbers: Uint32Array;
  /** Column and row, the middle of all at about 0, 0. // (N, 2) */
  readonly cells: Int32Array;
  /** Index of the surest category that each photo holds; −1 where it holds none. // (N,) */
  readonly strongest: Int16Array;
  /** Photos without codes of the version in use, which have no place on the map. */
  readonly leftOut: number;
}
