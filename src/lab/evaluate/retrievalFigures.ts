import { categoryCodes } from '../../codes/categoryCodes.ts';
import { joinCodes, packBooleans } from '../../codes/packedCodes.ts';
import type { SemanticBits } from '../../network/heads/photoAnalysis.ts';
import type { Category } from '../../network/network.ts';
import { categoryRetrieval, type LabelledCategoryCodes } from './measures/categoryRetrieval.ts';
import { gradedWithinCategory } from './measures/gradedWithinCategory.ts';
import { leaveOneOutRetrieval, semanticRetrieval } from './measures/semanticRetrieval.ts';
import { type ProbableCodes, tieOrderRetrieval } from './measures/tieOrderRetrieval.ts';
import type { AnalysedPhoto } from './photoRecord.ts';

/** What the analyses came from. */
export interface EvaluatedNetwork {
  readonly version: string;
  readonly categories: readonly Category[];
  readonly bitsPerCategory: number;
}

export interface SemanticFigures {
  readonly map: number;
  readonly wmap: number;
  readonly acg100: number;
  readonly ndcg100: number;
  /** mAP of the order that the app shows: ties in distance by the expected number of shared labels. */
  readonly mapTiesOrdered: number;
}

/** The retrieval blocks of the JSON. */
export interface RetrievalBlock {
  readonly semantic: Readonly<Record<SemanticBits, SemanticFigures>>;
  /** The queries search each other, leave one out: no photo of them was trained on. */
  readonly unseen: Readonly<Record<SemanticBits, SemanticFigures>>;
  readonly category: {
    readonly bitsPerCategory: number;
    readonly map: number;
    readonly perCategory: Readonly<Record<string, number>>;
    /** Order within a category by further shared labels, against a random order. */
    readonly graded: { readonly ndcg100: number; readonly random: number };
  };
}

/** The same with photos of none of the categories added to the database. */
export interface DistractorFigures {
  readonly added: number;
  readonly semantic: Readonly<Record<SemanticBits, number>>;
  readonly category: number;
}

function byBits<T>(of: (bits: SemanticBits) => T): Record<SemanticBits, T> {
  return { 16: of(16), 32: of(32), 48: of(48), 64: of(64) };
}

interface SearchedPhotos {
  readonly pieces: LabelledCategoryCodes;
  readonly semantic: (bits: SemanticBits) => ProbableCodes;
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
  const codes = categoryCodes(
    photos.map(({ record }) => record),
    bitsPerCategory,
    gates,
  );
  return {
    pieces: { codes, labelSets },
    semantic: (bits) => ({
      codes: joinCodes(
        bits,
        photos.map(({ record }) => record.semanticCodes[bits]),
      ),
      labelSets,
      probabilities: codes.probabilities,
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
    category: {
      bitsPerCategory: network.bitsPerCategory,
      map: category.map,
      perCategory: Object.fromEntries(network.categories.map(({ name }, c) => [name, category.perCategory[c]!])),
      graded: { ndcg100, random },
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
