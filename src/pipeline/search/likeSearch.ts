import { holdsCategory } from '../../base/holdsCategory.ts';
import { REMOVED } from '../../codes/columns/removed.ts';
import { likenessOf } from '../../codes/likeness.ts';
import { firstByScore } from '../../codes/similar/firstByScore.ts';
import { placesByScore } from '../../codes/similar/placesByScore.ts';
import { type RankRows, rankSimilar } from '../../codes/similar/rankSimilar.ts';
import { wantedAndUnwanted } from '../../codes/similar/similarQuery.ts';
import { stableSort } from '../../codes/similar/stableSort.ts';
import { APPEARANCE_BITS } from '../../network/appearance/appearanceBits.ts';
import type { PhotoOrder } from '../api/galleryQuery.ts';
import { type Hits, LIKENESS, type LikeAnswer, type LikeRow } from '../api/hits.ts';
import type { GalleryColumns } from '../library/columns/galleryColumns.ts';
import { SEARCHED_BITS, type SearchColumns } from '../library/columns/searchColumns.ts';
import { type CategoryHits, categoryHits, type MeasuredCategory, measuredCategory } from './categoryHits.ts';
import type { AnalysedExample } from './example.ts';
import type { PhotoOrders } from './photoOrders.ts';

/** Examples that have been analysed, and where to look. C categories. */
export interface LikeAsked {
  readonly like: readonly AnalysedExample[];
  readonly unlike: readonly AnalysedExample[];
  /** Numbers of the examples' own photos. */
  readonly own: ReadonlySet<number>;
  /** 1 for each photo that may be found, by number; null for all. */
  readonly among: Uint8Array | null;
  /** Probability bytes from which a photo holds each category. // (C,) */
  readonly gates: Uint8Array;
  readonly order: PhotoOrder;
  /** So many of each list are enough, in the order `best`; all of them by default. */
  readonly first?: number;
}

export type Likes = Omit<LikeAnswer, 'query' | 'earlier'>;

/** Of a query that holds nothing, in the order of time: so many that look most like it. */
const MOST_BY_LOOKS = 200;

/** Place in `LIKENESS` by the bits in which two appearance codes differ. */
const LIKENESS_BY_BITS = Uint8Array.from({ length: APPEARANCE_BITS + 1 }, (_, bits) =>
  LIKENESS.indexOf(likenessOf(bits)),
);

/** Photos like the examples, by loops over the columns. */
export function searchLike(
  columns: GalleryColumns,
  search: SearchColumns,
  orders: PhotoOrders,
  asked: LikeAsked,
): Likes {
  const { categories, bitsPerCategory } = search.vocabulary;
  const { first = Number.POSITIVE_INFINITY } = asked;
  const some = asked.order === 'best' && first < columns.count;
  const open = openRows(search, asked);
  const chosen = some ? rowsInPlace(open) : rowsByKey(search, orders, open);
  const numberOfRow = search.codes.photos.words(search.codes.rows);
  const firstOnes: RankRows = (scores, greatest, rows) =>
    firstByScore(scores, greatest, first, (a, b) => orders.byKey(numberOfRow[rows[a]!]!, numberOfRow[rows[b]!]!));
  const [wanted] = wantedAndUnwanted({ ...asked, by: 'semantic' });
  const held = Array.from(wanted.keys())
    .filter((c) => holdsCategory(wanted[c]!, asked.gates[c]!))
    .sort((a, b) => wanted[b]! - wanted[a]! || a - b);
  const similarBy = held.length === 0 ? 'looks' : 'semantic';

  const ranked = rankSimilar(search.scan, { ...asked, by: similarBy }, chosen, some ? firstOnes : placesByScore);
  const hits = ({ photos, rows, distances }: CategoryHits, probabilities: Float32Array): Hits => {
    const likeness = new Uint8Array(rows.length);
    for (let i = 0; i < rows.length; i++) likeness[i] = LIKENESS_BY_BITS[ranked.looks[rows[i]!]!]!;
    return { numbers: photos, distances, probabilities, likeness };
  };
  const inOrder = (of: Hits): Hits => (asked.order === 'best' ? of : reordered(of, orders.get(asked.order), columns));
  const similar = hits(ranked, probabilitiesOf(search.scan.shared(wanted), ranked.rows));

  const measured = held.map((category): MeasuredCategory => {
    const holds = ({ probabilities }: AnalysedExample) =>
      holdsCategory(probabilities[category]!, asked.gates[category]!);
    const [like, unlike] = [asked.like.filter(holds), asked.unlike.filter(holds)];
    return measuredCategory(search, { category, like, unlike }, asked.gates[category]!, open);
  });
  const rankHolding = some ? firstOnes : byScoreAndKey(chosen, search.codes.rows);
  const hitsOf = (of: readonly MeasuredCategory[]): Hits => {
    const found = categoryHits(search, of, rankHolding);
    return inOrder(hits(found, leastProbabilities(search, of, found.rows)));
  };
  return {
    revision: columns.revision,
    whole: !some,
    similarBy,
    similarBits: similarBy === 'looks' ? APPEARANCE_BITS : SEARCHED_BITS,
    similar: asked.order === 'best' ? similar : inOrder(timely(similar, similarBy, search, held, asked.gates)),
    together:
      measured.length < 2
        ? null
        : {
            categories: held.map((c) => categories[c]!.name),
            bits: bitsPerCategory * held.length,
            hits: hitsOf(measured),
          },
    rows: measured.map(
      (one): LikeRow => ({
        category: categories[one.category]!.name,
        queryProbability: wanted[one.category]! / 255,
        bits: bitsPerCategory,
        hits: hitsOf([one]),
      }),
    ),
  };
}

/** 255 for each row of a photo that may be found, 0 for others. // (blockRows,) */
function openRows({ codes }: SearchColumns, { among, own }: LikeAsked): Uint8Array {
  const numbers = codes.photos.words(codes.rows);
  const open = new Uint8Array(codes.blockRows);
  for (let row = 0; row < numbers.length; row++) {
    const number = numbers[row]!;
    if (number !== REMOVED && (among === null || among[number] === 1)) open[row] = 255;
  }
  for (const number of own) if (codes.has(number)) open[codes.rowOf(number)] = 0;
  return open;
}

/** Those rows, ascending, which takes no leaps through the memory. */
function rowsInPlace(open: Uint8Array): Uint32Array {
  const rows = new Uint32Array(open.length);
  let count = 0;
  for (let row = 0; row < open.length; row++) if (open[row] !== 0) rows[count++] = row;
  return rows.subarray(0, count);
}

/** The same in the order of the photos' keys. */
function rowsByKey({ codes }: SearchColumns, orders: PhotoOrders, open: Uint8Array): Uint32Array {
  const inOrder = orders.get('key');
  const { rowTable } = codes;
  const rows = new Uint32Array(inOrder.length);
  let count = 0;
  for (let i = 0; i < inOrder.length; i++) {
    const row = rowTable[inOrder[i]!] ?? 0;
    if (row !== 0 && open[row - 1] !== 0) rows[count++] = row - 1;
  }
  return rows.subarray(0, count);
}

/** Ranks all rows that are given, equal ones as they lie in `chosen`. @param rows of the columns */
function byScoreAndKey(chosen: Uint32Array, rows: number): RankRows {
  const placeOf = new Uint32Array(rows);
  for (let place = 0; place < chosen.length; place++) placeOf[chosen[place]!] = place;
  return (scores, greatest, some) => {
    const places = Uint32Array.from(some.keys());
    const byKey = stableSort(
      some.map((row) => placeOf[row]!),
      places,
      chosen.length,
    ).values;
    return stableSort(
      byKey.map((place) => scores[place]!),
      byKey,
      greatest,
    ).values;
  };
}

/** @param bytes by row // (rows,) */
function probabilitiesOf(bytes: Uint8Array, rows: Uint32Array): Float32Array {
  const probabilities = new Float32Array(rows.length);
  for (let i = 0; i < rows.length; i++) probabilities[i] = bytes[rows[i]!]! / 255;
  return probabilities;
}

/** Of each photo the least P_c of the categories. */
function leastProbabilities(
  { codes }: SearchColumns,
  of: readonly MeasuredCategory[],
  rows: Uint32Array,
): Float32Array {
  const least = new Uint8Array(rows.length).fill(255);
  for (const { category } of of) {
    const bytes = codes.probabilities[category]!.bytes(codes.rows);
    for (let i = 0; i < rows.length; i++) {
      const byte = bytes[rows[i]!]!;
      if (byte < least[i]!) least[i] = byte;
    }
  }
  const probabilities = new Float32Array(rows.length);
  for (let i = 0; i < least.length; i++) probabilities[i] = least[i]! / 255;
  return probabilities;
}

function hitsAt(hits: Hits, places: Uint32Array): Hits {
  const at: Hits = {
    numbers: new Uint32Array(places.length),
    distances: new Uint16Array(places.length),
    probabilities: new Float32Array(places.length),
    likeness: new Uint8Array(places.length),
  };
  for (let i = 0; i < places.length; i++) {
    const place = places[i]!;
    at.numbers[i] = hits.numbers[place]!;
    at.distances[i] = hits.distances[place]!;
    at.probabilities[i] = hits.probabilities[place]!;
    at.likeness[i] = hits.likeness[place]!;
  }
  return at;
}

/** The hits in an order of all photos. */
function reordered(hits: Hits, order: Uint32Array, { facts }: GalleryColumns): Hits {
  // Place + 1; 0 for none.
  const placeOf = new Uint32Array(facts.end);
  for (let place = 0; place < hits.numbers.length; place++) placeOf[hits.numbers[place]!] = place + 1;
  const places = order.map((number) => placeOf[number]!).filter((place) => place !== 0);
  return hitsAt(
    hits,
    places.map((place) => place - 1),
  );
}

/**
 * What of the whole gallery counts as a hit where hits are put in the order of time: what looks like an example or holds one of the query's
 * categories; of a query that holds nothing, what looks most like it.
 */
function timely(
  similar: Hits,
  by: LikeAnswer['similarBy'],
  { codes }: SearchColumns,
  held: readonly number[],
  gates: Uint8Array,
): Hits {
  if (by === 'looks') return hitsAt(similar, Uint32Array.from(similar.numbers.subarray(0, MOST_BY_LOOKS).keys()));
  const counts = new Uint8Array(codes.rows);
  for (const c of held) {
    const bytes = codes.probabilities[c]!.bytes(codes.rows);
    for (let row = 0; row < counts.length; row++) if (bytes[row]! >= gates[c]!) counts[row] = 1;
  }
  const places = Uint32Array.from(similar.numbers.keys()).filter(
    (place) => similar.likeness[place] !== 0 || counts[codes.rowOf(similar.numbers[place]!)] === 1,
  );
  return hitsAt(similar, places);
}
