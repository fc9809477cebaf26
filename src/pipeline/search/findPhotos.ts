import { ExpressionSearch, UNSATISFIED } from '../../codes/expressionSearch.ts';
import { stableSort } from '../../codes/similar/stableSort.ts';
import type { Found } from '../api/found.ts';
import type { GalleryColumns } from '../library/columns/galleryColumns.ts';
import type { SearchColumns } from '../library/columns/searchColumns.ts';
import { type BoundChip, chipExpression, loweredGates, measuredObjects } from './chipExpression.ts';
import { MOST_LESS_SURE } from './find.reference.ts';
import { HeldCounts } from './heldCounts.ts';
import { NameIndex } from './nameIndex.ts';
import { photoFilter } from './photoFilter.ts';
import { PhotoOrders } from './photoOrders.ts';
import type { ResolvedQuery } from './resolvedQuery.ts';

/** Photos with their scores by `ExpressionSearch`: distance · 256 + 255 − confidence. */
interface ScoredPhotos {
  readonly photos: Uint32Array;
  readonly scores: Uint32Array;
}

const NONE: ScoredPhotos = { photos: new Uint32Array(0), scores: new Uint32Array(0) };

/** Finds photos by loops over the columns; the rule is `findPlainly`'s. What it keeps follows the columns at O(1) a photo. */
export class PhotoFinder {
  readonly orders: PhotoOrders;
  readonly counts: HeldCounts;
  readonly #columns: GalleryColumns;
  readonly #names: NameIndex;
  #expressions: { readonly of: SearchColumns; readonly search: ExpressionSearch } | null = null;

  constructor(columns: GalleryColumns) {
    this.#columns = columns;
    this.orders = new PhotoOrders(columns.facts);
    this.counts = new HeldCounts(columns);
    this.#names = new NameIndex(columns.facts);
    for (const watcher of [this.orders, this.counts, this.#names]) columns.watch(watcher);
  }

  find(query: ResolvedQuery): Found {
    const { chips } = query;
    const mask = photoFilter(this.#columns, this.#names, query);
    const sure = this.#sure(query, mask);
    const counts = this.counts.among(sure.photos, query.gates.sure);
    const emptied = sure.photos.length === 0 && chips.length > 0;
    const emptiedBy = emptied ? this.#emptiedBy(query, mask) : null;
    const { photos, scores } = joined(sure, this.#lessSure(query, mask, sure.photos));

    const { takenAt, width, height } = this.#columns.facts;
    const aspects = new Float32Array(photos.length);
    const times = new Float64Array(photos.length);
    const distances = measuredObjects(chips) > 0 ? new Float32Array(photos.length) : null;
    const probabilities = chips.length > 0 ? new Float32Array(photos.length) : null;
    const bits = measuredObjects(chips) * query.bitsPerCategory;
    for (let i = 0; i < photos.length; i++) {
      const number = photos[i]!;
      aspects[i] = width[number]! / height[number]!;
      times[i] = takenAt[number]!;
      if (distances !== null) distances[i] = (scores[i]! >>> 8) / bits;
      if (probabilities !== null) probabilities[i] = (255 - (scores[i]! & 255)) / 255;
    }
    const { revision } = this.#columns;
    const sureCount = sure.photos.length;
    return { revision, numbers: photos, sure: sureCount, aspects, times, distances, probabilities, counts, emptiedBy };
  }

  /** 1 for each photo that the query surely finds. // (end,), by number */
  sureMask(query: ResolvedQuery): Uint8Array {
    const mask = photoFilter(this.#columns, this.#names, query);
    if (query.chips.length === 0) return mask;
    const sure = new Uint8Array(mask.length);
    for (const number of this.#satisfying(query.chips, query.gates.sure, this.orders.get('key'), mask).photos)
      sure[number] = 1;
    return sure;
  }

  #sure({ chips, gates, order }: ResolvedQuery, mask: Uint8Array): ScoredPhotos {
    if (chips.length === 0) {
      const photos = marked(this.orders.get(order === 'best' ? 'newest' : order), mask);
      return { photos, scores: new Uint32Array(photos.length) };
    }
    const found = this.#satisfying(chips, gates.sure, this.orders.get(order === 'best' ? 'key' : order), mask);
    return order === 'best' ? sorted(found, (score) => score) : found;
  }

  #lessSure({ chips, gates }: ResolvedQuery, mask: Uint8Array, sure: Uint32Array): ScoredPhotos {
    if (chips.length === 0) return NONE;
    const others = mask.slice();
    for (const number of sure) others[number] = 0;
    const lowered = loweredGates(chips, gates.sure, gates.lessSure);
    const found = this.#satisfying(chips, lowered, this.orders.get('key'), others);
    const { photos, scores } = sorted(found, (score) => score & 255);
    return { photos: photos.slice(0, MOST_LESS_SURE), scores: scores.slice(0, MOST_LESS_SURE) };
  }

  /** Photos of the mask that satisfy the chips, in the order. */
  #satisfying(chips: readonly BoundChip[], gates: Uint8Array, order: Uint32Array, mask: Uint8Array): ScoredPhotos {
    const expression = chipExpression(chips, gates.length);
    const search = this.#expressionSearch();
    if (expression === null || search === null) return NONE;
    const byRow = search.scores(expression, gates);
    const { rowTable, rows } = search.columns;
    const numbers = search.columns.photos.words(rows);
    // Rows are read in their order, and of the order of all photos only who satisfies: a table of bytes stays in a core's cache.
    const satisfies = new Uint8Array(mask.length);
    for (let row = 0; row < rows; row++) {
      const number = numbers[row]!;
      if (byRow[row]! !== UNSATISFIED && number < mask.length) satisfies[number] = mask[number]!;
    }
    const photos = marked(order, satisfies);
    const scores = new Uint32Array(photos.length);
    for (let i = 0; i < scores.length; i++) scores[i] = byRow[rowTable[photos[i]!]! - 1]!;
    return { photos, scores };
  }

  #expressionSearch(): ExpressionSearch | null {
    const of = this.#columns.search;
    if (of === null) return null;
    if (this.#expressions?.of !== of) this.#expressions = { of, search: new ExpressionSearch(of.codes) };
    return this.#expressions.search;
  }

  #emptiedBy({ chips, gates }: ResolvedQuery, mask: Uint8Array): number | null {
    const freed = chips.map((_, i) => {
      const others = chips.toSpliced(i, 1);
      if (others.length === 0) return mask.reduce((sum, one) => sum + one, 0);
      return this.#satisfying(others, gates.sure, this.orders.get('key'), mask).photos.length;
    });
    const most = Math.max(...freed);
    return most === 0 ? null : freed.indexOf(most);
  }
}

/** Of the photos those that are marked, in their order. @param marks 1 by number */
function marked(photos: Uint32Array, marks: Uint8Array): Uint32Array {
  const kept = new Uint32Array(photos.length);
  let count = 0;
  for (let i = 0; i < photos.length; i++) if (marks[photos[i]!] === 1) kept[count++] = photos[i]!;
  return kept.slice(0, count);
}

/** The photos by a part of their scores, equal ones as they are. */
function sorted({ photos, scores }: ScoredPhotos, by: (score: number) => number): ScoredPhotos {
  const keys = new Uint32Array(scores.length);
  let greatest = 0;
  for (let i = 0; i < keys.length; i++) {
    keys[i] = by(scores[i]!);
    if (keys[i]! > greatest) greatest = keys[i]!;
  }
  const places = new Uint32Array(scores.length);
  for (let i = 0; i < places.length; i++) places[i] = i;
  const inOrder = stableSort(keys, places, greatest).values;
  const byScore = { photos: new Uint32Array(photos.length), scores: new Uint32Array(photos.length) };
  for (let i = 0; i < places.length; i++) {
    byScore.photos[i] = photos[inOrder[i]!]!;
    byScore.scores[i] = scores[inOrder[i]!]!;
  }
  return byScore;
}

function joined(first: ScoredPhotos, then: ScoredPhotos): ScoredPhotos {
  const photos = new Uint32Array(first.photos.length + then.photos.length);
  const scores = new Uint32Array(photos.length);
  photos.set(first.photos);
  photos.set(then.photos, first.photos.length);
  scores.set(first.scores);
  scores.set(then.scores, first.photos.length);
  return { photos, scores };
}
