/** What photos have of one category, of those that may hold it: n of N photos. W words a piece, L words of looks. */
export interface HeldPieces {
  /** Which of the photos, ascending. // (n,) */
  readonly places: Uint32Array | Uint16Array;
  /** // (n, W) */
  readonly pieces: Uint32Array;
  /** What the region that won looks like; empty where columns hold none. // (n, L) */
  readonly looks: Uint32Array;
}

/** Of many photos, those of which a category's piece is worth keeping. */
export interface DensePieces {
  /** // (N, W) */
  readonly pieces: Uint32Array;
  /** // (N, L) */
  readonly looks: Uint32Array;
  /** As bytes. // (N,) */
  readonly probabilities: Uint8Array;
}

/** Those with a probability of at least `least`, a byte. */
export function heldPieces({ pieces, looks, probabilities }: DensePieces, least: number): HeldPieces {
  const places = placesFrom(probabilities, least);
  const perPhoto = (column: Uint32Array): number =>
    probabilities.length === 0 ? 0 : column.length / probabilities.length;
  return {
    places,
    pieces: gatheredRows(pieces, places, perPhoto(pieces)),
    looks: gatheredRows(looks, places, perPhoto(looks)),
  };
}

function placesFrom(probabilities: Uint8Array, least: number): Uint32Array {
  const places = new Uint32Array(probabilities.length);
  let count = 0;
  for (let at = 0; at < probabilities.length; at++) if (probabilities[at]! >= least) places[count++] = at;
  return places.slice(0, count);
}

/** Rows of a column, one after the other. @param width words of a row // (rows, width) */
export function gatheredRows(column: Uint32Array, rows: ArrayLike<number>, width: number): Uint32Array {
  const some = new Uint32Array(rows.length * width);
  for (let n = 0; n < rows.length; n++)
    for (let word = 0; word < width; word++) some[n * width + word] = column[rows[n]! * width + word]!;
  return some;
}
