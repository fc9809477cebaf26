import { joinCodes, packBooleans, wordsForBits } from '../../codes/packedCodes.ts';
import { APPEARANCE_BITS } from '../../network/appearance/appearanceBits.ts';
import type { SemanticBits } from '../../network/heads/photoAnalysis.ts';
import type { Category } from '../../network/network.ts';
import { categoryCodes } from '../../pipeline/measures/categoryCodes.ts';
import { categoryRetrieval, type LabelledCategoryCodes } from '../../pipeline/measures/categoryRetrieval.ts';
import { gradedWithinCategory } from '../../pipeline/measures/gradedWithinCategory.ts';
import { leaveOneOutRetrieval, semanticRetrieval } from '../../pipeline/measures/semanticRetrieval.ts';
import { type ShownOrderFigures, type ShownPhotos, shownOrder } from './measures/shownOrder.ts';
import { type ProbableCodes, tieOrderRetrieval } from './measures/tieOrderRetrieval.ts';
import type { AnalysedPhoto, PhotoRecord } from './photoRecord.ts';

/** What the analyses came from. */
export interface EvaluatedNetwork {
  readonly version: string;
  /** Those that are measured: the first of the analyses' own. */
  readonly categories: readonly Category[];
  readonly bitsPerCategory: number;
}

export interface SemanticFigures {
  readonly map: number;
  readonly wmap: number;
  readonly acg100: number;
  readonly ndcg100: number;
  /** mAP of an order by code: what looks alike first, ties in distance by looks. Not the order of the page, see `shownOrder`. */
  readonly mapTiesOrdered: number;
}

/** The retrieval blocks of the JSON. */
export interface RetrievalBlock {
  readonly semantic: Readonly<Record<SemanticBits, SemanticFigures>>;
  /** The queries search each other, leave one out: no photo of them was trained on. */
  readonly unseen: Readonly<Record<SemanticBits, SemanticFigures>>;
  /** What the app makes of the longest code, of its probabilities and of looks. */
  readonly order: { readonly known: ShownOrderFigures; readonly unseen: ShownOrderFigures };
  readonly category: {
    readonly bitsPerCategory: number;
    readonly map: number;
    readonly perCategory: Readonly<Record<string, number>>;
    /** Order within a category by further shared labels, against a random order. */
    readonly graded: { readonly ndcg100: number; readonly random: number };
    /** By one layer for all categories, as a taught category has it, in the place of a layer for each. */
    readonly shared: { readonly bitsPerCategory: number; readonly map: number; readonly ndcg100: number };
  };
}

/** The same with photos of none of the categories added to the database. */
export interface DistractorFigures {
  readonly added: number;
  readonly semantic: Readonly<Record<SemanticBits, number>>;
  readonly category: number;
}

/** The app searches by this length. */
const LONGEST: SemanticBits = 64;
/** Of the code that every category has, see `winnerSigns`. */
const SHARED_BITS = 64;

function byBits<T>(of: (bits: SemanticBits) => T): Record<SemanticBits, T> {
  return { 16: of(16), 32: of(32), 48: of(48), 64: of(64) };
}

interface SearchedPhotos {
  readonly pieces: LabelledCategoryCodes;
  readonly sharedPieces: LabelledCategoryCodes;
  readonly semantic: (bits: SemanticBits) => ProbableCodes & ShownPhotos;
}

function searchedPhotos(
  { categories, bitsPerCategory }: EvaluatedNetwork,
  photos: readonly AnalysedPhoto[],
): SearchedPhotos {
  const gates = Float32Array.from(categories, ({ gate }) => gate);
  const labelSets = packBooleans(
    categories.length,
    photos.flatMap(({ photo }) => categories.map(({ name }) => photo.labels.includes(name))),
  );
  const piecesOf = (bits: number, of: (record: PhotoRecord) => Uint32Array): LabelledCategoryCodes => ({
    codes: categoryCodes(
      photos.map(({ record }) => ({
        categoryCodes: of(record).subarray(0, categories.length * wordsForBits(bits)),
        probabilities: record.probabilities.subarray(0, categories.length),
      })),
      bits,
      gates,
    ),
    labelSets,
  });
  // The order that the app shows looks at all that the network tells.
  const all = photos[0]?.record.probabilities.length ?? 0;
  const probabilities = Array.from({ length: all }, (_, c) =>
    Float32Array.from(photos, ({ record }) => record.probabilities[c]!),
  );
  const looks = joinCodes(
    APPEARANCE_BITS,
    photos.map(({ record }) => record.appearance),
  );
  return {
    pieces: piecesOf(bitsPerCategory, ({ categoryCodes }) => categoryCodes),
    sharedPieces: piecesOf(SHARED_BITS, ({ winnerSigns }) => winnerSigns),
    semantic: (bits) => ({
      codes: joinCodes(
        bits,
        photos.map(({ record }) => record.semanticCodes[bits]),
      ),
      labelSets,
      probabilities,
      looks,
    }),
  };
}

export function retrievalFigures(
  network: EvaluatedNetwork,
  database: readonly AnalysedPhoto[],
  queries: readonly AnalysedPhoto[],
): RetrievalBlock {
  const known = searchedPhotos(network, database);
  const asked = searchedPhotos(network, queries);
  const category = categoryRetrieval(known.pieces, asked.pieces);
  const { ndcg100, random } = gradedWithinCategory(known.pieces, asked.pieces);
  return {
    semantic: byBits((bits) => {
      const { queries: _, ...figures } = semanticRetrieval(known.semantic(bits), asked.semantic(bits));
      return { ...figures, mapTiesOrdered: tieOrderRetrieval(known.semantic(bits), asked.semantic(bits)) };
    }),
    unseen: byBits((bits) => {
      const { queries: _, ...figures } = leaveOneOutRetrieval(asked.semantic(bits));
      return { ...figures, mapTiesOrdered: tieOrderRetrieval(asked.semantic(bits), asked.semantic(bits), true) };
    }),
    order: {
      known: shownOrder(known.semantic(LONGEST), asked.semantic(LONGEST)),
      unseen: shownOrder(asked.semantic(LONGEST), asked.semantic(LONGEST), true),
    },
    category: {
      bitsPerCategory: network.bitsPerCategory,
      map: category.map,
      perCategory: Object.fromEntries(network.categories.map(({ name }, c) => [name, category.perCategory[c]!])),
      graded: { ndcg100, random },
      shared: {
        bitsPerCategory: SHARED_BITS,
        map: categoryRetrieval(known.sharedPieces, asked.sharedPieces).map,
        ndcg100: gradedWithinCategory(known.sharedPieces, asked.sharedPieces).ndcg100,
      },
    },
  };
}

export function distractorFigures(
  network: EvaluatedNetwork,
  database: readonly AnalysedPhoto[],
  queries: readonly AnalysedPhoto[],
  distractors: readonly AnalysedPhoto[],
): DistractorFigures {
  const known = searchedPhotos(network, [...database, ...distractors]);
  const asked = searchedPhotos(network, queries);
  return {
    added: distractors.length,
    semantic: byBits((bits) => semanticRetrieval(known.semantic(bits), asked.semantic(bits)).map),
    category: categoryRetrieval(known.pieces, asked.pieces).map,
  };
}
