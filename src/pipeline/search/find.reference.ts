import { foldedText } from '../../base/foldedText.ts';
import { byTieKey, type TieKey } from '../../codes/columns/tieKey.ts';
import { judged } from '../../codes/scan/expressionScan.reference.ts';
import type { SearchExpression } from '../../codes/searchExpression.ts';
import { chipExpression, loweredGates, measuredObjects } from './chipExpression.ts';
import { nameKey } from './nameKey.ts';
import type { ResolvedQuery } from './resolvedQuery.ts';

/** All that finding asks of a photo. C categories. */
export interface PlainPhoto {
  readonly number: number;
  readonly id: string;
  readonly key: TieKey;
  readonly name: string;
  readonly path: string;
  readonly camera: string | null;
  readonly takenAt: number;
  readonly favourite: boolean;
  /** Null of a photo of an older version: it is in no answer that asks for categories. */
  readonly codes: { readonly pieces: Uint32Array; readonly probabilities: Uint8Array } | null;
}

export interface PlainlyFound {
  readonly numbers: readonly number[];
  readonly sure: number;
  readonly distances: readonly number[] | null;
  readonly probabilities: readonly number[] | null;
  readonly counts: readonly number[];
  readonly emptiedBy: number | null;
}

export const MOST_LESS_SURE = 200;

/** Whether everything but the chips holds. */
function passes(photo: PlainPhoto, query: ResolvedQuery): boolean {
  const { sure } = query.gates;
  const text = foldedText(photo.path);
  const name = foldedText(photo.name);
  return (
    query.words.every((word) => text.includes(word) || name.includes(word)) &&
    photo.path.startsWith(query.folder) &&
    (query.camera === undefined || photo.camera === query.camera) &&
    (query.taken === undefined || (photo.takenAt >= query.taken.from && photo.takenAt < query.taken.until)) &&
    (query.unrecognised !== true || photo.codes?.probabilities.every((p, c) => p < sure[c]!) === true) &&
    (query.favourites !== true || photo.favourite) &&
    (query.album === null || query.album.has(photo.id))
  );
}

interface Judged {
  readonly photo: PlainPhoto;
  readonly satisfied: boolean;
  readonly distance: number;
  readonly confidence: number;
}

function satisfying(photos: readonly PlainPhoto[], expression: SearchExpression | null, gates: Uint8Array): Judged[] {
  return photos
    .flatMap((photo): Judged[] => {
      if (expression === null) return [{ photo, satisfied: true, distance: 0, confidence: 255 }];
      if (photo.codes === null) return [];
      return [{ photo, ...judged({ photo: photo.number, key: photo.key, ...photo.codes }, expression, gates) }];
    })
    .filter(({ satisfied }) => satisfied);
}

/** What `find` gives, by plain loops over all photos: its specification. */
export function findPlainly(photos: readonly PlainPhoto[], query: ResolvedQuery): PlainlyFound {
  const { chips, gates } = query;
  const categories = gates.sure.length;
  const order = query.order === 'best' && chips.length === 0 ? 'newest' : query.order;
  const passed = photos.filter((photo) => passes(photo, query));
  const byKey = (a: Judged, b: Judged) => byTieKey(a.photo.key, b.photo.key);
  const surest = (a: Judged, b: Judged) => b.confidence - a.confidence || byKey(a, b);
  const orders: Record<typeof order, (a: Judged, b: Judged) => number> = {
    best: (a, b) => a.distance - b.distance || surest(a, b),
    newest: (a, b) => b.photo.takenAt - a.photo.takenAt || byKey(a, b),
    oldest: (a, b) => a.photo.takenAt - b.photo.takenAt || byKey(a, b),
    name: (a, b) => {
      const [x, y] = [nameKey(a.photo.name), nameKey(b.photo.name)];
      return x < y ? -1 : x > y ? 1 : byKey(a, b);
    },
  };
  const sure = satisfying(passed, chipExpression(chips, categories), gates.sure).sort(orders[order]);
  const without = (i: number) =>
    satisfying(passed, chipExpression(chips.toSpliced(i, 1), categories), gates.sure).length;

  const lowered = loweredGates(chips, gates.sure, gates.lessSure);
  const taken = new Set(sure.map(({ photo }) => photo.number));
  const lessSure =
    chips.length === 0
      ? []
      : satisfying(passed, chipExpression(chips, categories), lowered)
          .filter(({ photo }) => !taken.has(photo.number))
          .sort(surest)
          .slice(0, MOST_LESS_SURE);
  const all = [...sure, ...lessSure];

  const objects = measuredObjects(chips);
  const freed = chips.map((_, i) => without(i));
  const most = Math.max(0, ...freed);
  return {
    numbers: all.map(({ photo }) => photo.number),
    sure: sure.length,
    distances: objects > 0 ? all.map(({ distance }) => distance / (objects * query.bitsPerCategory)) : null,
    probabilities: chips.length > 0 ? all.map(({ confidence }) => confidence / 255) : null,
    counts: Array.from(
      { length: categories },
      (_, c) => sure.filter(({ photo }) => (photo.codes?.probabilities[c] ?? -1) >= gates.sure[c]!).length,
    ),
    emptiedBy: sure.length > 0 || most === 0 ? null : freed.indexOf(most),
  };
}
