import { joinCodes, type PackedCodes } from '../../codes/packedCodes.ts';
import { APPEARANCE_BITS, REGION_APPEARANCE_BITS } from '../../network/appearance/appearanceBits.ts';
import type { Category } from '../../network/network.ts';
import { type OriginalPlaces, placesOfOriginals } from './measures/placeOfOriginal.ts';
import type { AnalysedPhoto, PhotoRecord } from './photoRecord.ts';

/** An edited copy of a query, analysed. */
export interface AnalysedCopy {
  /** Place of its original among the queries. */
  readonly original: number;
  readonly record: PhotoRecord;
}

/** How well edited copies find their originals. NaN where nothing was there to measure. */
export interface AppearanceFigures extends OriginalPlaces {
  readonly copies: number;
  /** The searched photos: all queries. */
  readonly among: number;
  /** The database is searched as well. */
  readonly withDatabase: OriginalPlaces & { readonly among: number };
  /** The same by the longest semantic code in place of the appearance code. */
  readonly semantic: OriginalPlaces;
  /** Winners' regions that both the copy and its original keep, among the regions that any query keeps. */
  readonly regions: OriginalPlaces & { readonly copies: number; readonly among: number };
  /** Codes, semantic and appearance together, that are different, over the number of queries. */
  readonly distinct: number;
  /** The same of the semantic codes alone. */
  readonly distinctSemantic: number;
}

const SEMANTIC_BITS = 64;

/** @param queries with or without a label */
export function appearanceFigures(
  categories: readonly Category[],
  database: readonly AnalysedPhoto[],
  queries: readonly AnalysedPhoto[],
  copies: readonly AnalysedCopy[],
): AppearanceFigures {
  const originals = copies.map(({ original }) => original);
  const looks = copies.map(({ record }) => record.appearance);
  const searched = [...queries, ...database];
  const semantic = (record: PhotoRecord): Uint32Array => record.semanticCodes[SEMANTIC_BITS];
  return {
    copies: copies.length,
    among: queries.length,
    ...placesOfOriginals(appearances(queries), looks, originals),
    withDatabase: { among: searched.length, ...placesOfOriginals(appearances(searched), looks, originals) },
    semantic: placesOfOriginals(
      joinCodes(
        SEMANTIC_BITS,
        queries.map(({ record }) => semantic(record)),
      ),
      copies.map(({ record }) => semantic(record)),
      originals,
    ),
    regions: regionFigures(categories, queries, copies),
    distinct: shareDistinct(queries.map(({ record }) => [...semantic(record), ...record.appearance])),
    distinctSemantic: shareDistinct(queries.map(({ record }) => [...semantic(record)])),
  };
}

function appearances(photos: readonly AnalysedPhoto[]): PackedCodes {
  return joinCodes(
    APPEARANCE_BITS,
    photos.map(({ record }) => record.appearance),
  );
}

function shareDistinct(codes: readonly (readonly number[])[]): number {
  return new Set(codes.map((words) => words.join())).size / codes.length;
}

/** The code of category c's winning region. // (2,) */
function regionCode({ regionAppearance }: PhotoRecord, category: number): Uint32Array {
  const words = REGION_APPEARANCE_BITS / 32;
  return regionAppearance.subarray(category * words, (category + 1) * words);
}

/** A region is searched among all regions of the queries whose category is above its gate, of whatever category. */
function regionFigures(
  categories: readonly Category[],
  queries: readonly AnalysedPhoto[],
  copies: readonly AnalysedCopy[],
): AppearanceFigures['regions'] {
  const kept = new Map<string, number>();
  const codes: Uint32Array[] = [];
  queries.forEach(({ record }, photo) => {
    categories.forEach(({ gate }, c) => {
      if (record.probabilities[c]! < gate) return;
      kept.set(`${photo} ${c}`, codes.length);
      codes.push(regionCode(record, c));
    });
  });
  const pairs = copies.flatMap(({ original, record }) =>
    categories.flatMap(({ gate }, c) => {
      const place = kept.get(`${original} ${c}`);
      return place === undefined || record.probabilities[c]! < gate ? [] : [{ place, code: regionCode(record, c) }];
    }),
  );
  return {
    copies: pairs.length,
    among: codes.length,
    ...placesOfOriginals(
      joinCodes(REGION_APPEARANCE_BITS, codes),
      pairs.map(({ code }) => code),
      pairs.map(({ place }) => place),
    ),
  };
}
