import { probabilityByte } from '../../codes/columns/probabilityByte.ts';
import { Dictionary } from '../records/dictionary.ts';
import { bytesOfId, ID_BYTES } from '../records/photoId.ts';
import type { FileRow, PhotoRow } from '../records/photoRow.ts';
import { joinedColumns } from './columnBytes.ts';
import { joinedSegment } from './joinedSegment.ts';
import {
  APPEARANCE_WORDS,
  ENGINES,
  NO_OFFSET,
  PICTURED,
  type SegmentShape,
  type SegmentText,
  wordsOfPieces,
} from './segmentFormat.ts';

/** A photo that goes into a segment, and the paths at which it was seen besides its own. */
export interface SegmentPhoto {
  readonly photo: PhotoRow;
  readonly files: readonly FileRow[];
}

export function shapeOf(row: PhotoRow): Omit<SegmentShape, 'photos'> {
  const categories = row.probabilities.length;
  return {
    categories,
    pieceWords: categories === 0 ? 0 : row.categoryCodes.length / categories,
    looks: row.appearance !== undefined && row.regionAppearance !== undefined,
  };
}

/** Photos of one key can lie in one segment. */
export function segmentKeyOf(row: PhotoRow): string {
  const { categories, pieceWords, looks } = shapeOf(row);
  return `${row.version}\n${categories} ${pieceWords} ${looks}`;
}

/**
 * The photos as a segment, in their order; the probabilities are rounded to bytes.
 * @param photos of one version and shape, see `segmentKeyOf`; at least one
 * @throws RangeError naming the first array that does not fit.
 */
export function segmentOfRows(photos: readonly SegmentPhoto[]): Uint8Array<ArrayBuffer> {
  const first = photos[0];
  if (first === undefined) throw new RangeError('segmentOfRows: got no photos, wanted at least one');
  const shape = { photos: photos.length, ...shapeOf(first.photo) };
  const key = segmentKeyOf(first.photo);
  const stray = photos.find(({ photo }) => segmentKeyOf(photo) !== key);
  if (stray !== undefined)
    throw new RangeError(
      `segmentOfRows: got ${JSON.stringify(segmentKeyOf(stray.photo))} among ${JSON.stringify(key)}`,
    );
  const rows = photos.map(({ photo }) => photo);
  return joinedSegment(
    factBytes(photos),
    {
      probabilities: probabilityColumns(rows, shape.categories),
      semantic: {
        64: wholeColumn('semantic codes of 64 bits', rows, 2, ({ semanticCodes }) => semanticCodes[64]),
        48: wholeColumn('semantic codes of 48 bits', rows, 2, ({ semanticCodes }) => semanticCodes[48]),
        32: wholeColumn('semantic codes of 32 bits', rows, 1, ({ semanticCodes }) => semanticCodes[32]),
        16: wholeColumn('semantic codes of 16 bits', rows, 1, ({ semanticCodes }) => semanticCodes[16]),
      },
      appearance: shape.looks
        ? wholeColumn('appearance', rows, APPEARANCE_WORDS, ({ appearance }) => appearance!)
        : new Uint32Array(0),
    },
    { shape, words: pieceWords(rows, shape) },
  );
}

function factBytes(photos: readonly SegmentPhoto[]): Uint8Array<ArrayBuffer> {
  const rows = photos.map(({ photo }) => photo);
  const [folders, cameras] = [new Dictionary(), new Dictionary()];
  cameras.numberOf('');
  const ids = new Uint8Array(rows.length * ID_BYTES);
  rows.forEach(({ id }, n) => bytesOfId(id, ids, n * ID_BYTES));
  const columns = [
    ids,
    Float64Array.from(rows, ({ size }) => size),
    Float64Array.from(rows, ({ lastModified }) => lastModified),
    Float64Array.from(rows, ({ addedAt }) => addedAt),
    Float64Array.from(rows, ({ takenAt }) => takenAt ?? Number.NaN),
    Uint32Array.from(rows, ({ width }) => width),
    Uint32Array.from(rows, ({ height }) => height),
    Uint32Array.from(rows, ({ name, path }) => folders.numberOf(folderOf(name, path) ?? '')),
    wholeColumn('fingerprint', rows, 2, ({ fingerprint }) => fingerprint),
    Uint16Array.from(rows, ({ camera }) => cameras.numberOf(camera ?? '')),
    Int16Array.from(rows, ({ takenOffset }) => takenOffset ?? NO_OFFSET),
    Uint8Array.from(rows, ({ engine }) => ENGINES.indexOf(engine)),
    Uint8Array.from(rows, ({ picture }) => (picture === 'none' ? 0 : PICTURED)),
  ];
  const text: SegmentText = {
    version: rows[0]!.version,
    names: rows.map(({ name }) => name),
    folders: folders.texts,
    cameras: cameras.texts,
    paths: rows.flatMap(({ name, path }, n) => (folderOf(name, path) === null ? [[n, path] as const] : [])),
    places: rows.flatMap(({ place }, n) => (place ? [[n, place.latitude, place.longitude] as const] : [])),
    corrections: rows.flatMap(({ corrections }, n) =>
      Object.keys(corrections).length > 0 ? [[n, corrections] as const] : [],
    ),
    recoded: rows.flatMap(({ recoded, version }, n) =>
      recoded?.version === version ? [[n, [...recoded.flips]] as const] : [],
    ),
    favourites: rows.flatMap(({ favourite }, n) => (favourite ? [n] : [])),
    files: photos.flatMap(({ photo, files }, n) =>
      files
        .filter(({ path }) => path !== photo.path)
        .map(({ path, size, lastModified }) => [n, path, size, lastModified] as const),
    ),
  };
  const written = new TextEncoder().encode(JSON.stringify(text));
  return joinedColumns([...columns, Uint32Array.of(written.length, 0), written]);
}

/** The path up to the name; null where it does not end with the name. */
function folderOf(name: string, path: string): string | null {
  return path.endsWith(name) ? path.slice(0, path.length - name.length) : null;
}

/** By category, P_c of each photo as a byte. // C × (N,) */
function probabilityColumns(rows: readonly PhotoRow[], categories: number): Uint8Array[] {
  const columns = Array.from({ length: categories }, () => new Uint8Array(rows.length));
  rows.forEach(({ probabilities }, n) => {
    for (let c = 0; c < categories; c++) columns[c]![n] = probabilityByte(probabilities[c]!);
  });
  return columns;
}

/** See `SegmentPieces`. */
function pieceWords(rows: readonly PhotoRow[], shape: SegmentShape): Uint32Array {
  const { codes, looks } = wordsOfPieces(shape);
  const words = new Uint32Array(rows.length * (codes + looks));
  rows.forEach(({ name, categoryCodes, regionAppearance }, n) => {
    checkWords('pieces', name, categoryCodes.length, codes);
    words.set(categoryCodes, n * (codes + looks));
    if (!shape.looks || regionAppearance === undefined) return;
    checkWords("regions' appearance", name, regionAppearance.length, looks);
    words.set(regionAppearance, n * (codes + looks) + codes);
  });
  return words;
}

/** @throws RangeError when a photo has not so many words. */
function wholeColumn(
  what: string,
  rows: readonly PhotoRow[],
  words: number,
  of: (row: PhotoRow) => Uint32Array,
): Uint32Array {
  const column = new Uint32Array(rows.length * words);
  rows.forEach((row, n) => {
    const values = of(row);
    checkWords(what, row.name, values.length, words);
    column.set(values, n * words);
  });
  return column;
}

function checkWords(what: string, name: string, got: number, wanted: number): void {
  if (got !== wanted) throw new RangeError(`segmentOfRows: got ${got} words of ${what} for ${name}, wanted ${wanted}`);
}
