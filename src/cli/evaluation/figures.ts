import { categoryCodes } from '../../codes/categoryCodes.ts';
import { joinCodes, packBooleans, type PackedCodes } from '../../codes/packedCodes.ts';
import { categoryRetrieval, type LabelledCategoryCodes } from '../../evaluation/categoryRetrieval.ts';
import { packedBoxes } from '../../evaluation/dataset.ts';
import { expectedCalibrationError } from '../../evaluation/expectedCalibrationError.ts';
import { gradedWithinCategory } from '../../evaluation/gradedWithinCategory.ts';
import { labelAveragePrecision, type LabelTruth } from '../../evaluation/labelAveragePrecision.ts';
import { localisationFigures, type Localised } from '../../evaluation/localisation.ts';
import { meanMeasure } from '../../evaluation/meanMeasure.ts';
import { proposalRecall, type RecallPhoto } from '../../evaluation/proposalRecall.ts';
import { leaveOneOutRetrieval, semanticRetrieval, type LabelledCodes } from '../../evaluation/semanticRetrieval.ts';
import { tieOrderRetrieval } from '../../evaluation/tieOrderRetrieval.ts';
import { pixelBoxes, pixelFromUnit } from '../../image/box.ts';
import type { LabelledPhoto } from '../../evaluation/dataset.ts';
import type { Category, SemanticBits } from '../../network/network.ts';
import type { PhotoRecord } from './photoRecord.ts';

export interface AnalysedPhoto {
  readonly photo: LabelledPhoto;
  readonly record: PhotoRecord;
}

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

export interface ProposalFigures {
  readonly recall50: number;
  readonly recall70: number;
  readonly recall80: number;
  readonly ar: number;
  readonly abo: number;
}

export interface LabelFigures {
  readonly ap: number;
  readonly gate: number;
  /** Of the photos at or above the gate, how many hold the category; and of those that hold it, how many are. */
  readonly precisionAtGate: number;
  readonly recallAtGate: number;
}

export const PROPOSAL_COUNTS = [100, 500, 1000] as const;

/** The figures of `npm run evaluate`, as its JSON has them. A figure that nothing was there to measure is NaN (null in JSON). */
export interface EvaluationFigures {
  readonly database: number;
  /** Queries with at least one of the categories: the others cannot be judged. */
  readonly queries: number;
  readonly queriesWithoutLabel: number;
  readonly backbone: string;
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
  readonly labels: { readonly map: number; readonly ece: number; readonly perCategory: Readonly<Record<string, LabelFigures>> };
  readonly localisation: { readonly corloc: number; readonly pointing: number };
  readonly proposals: Readonly<Record<(typeof PROPOSAL_COUNTS)[number], ProposalFigures>>;
  /** Medians over the photos, milliseconds. */
  readonly msPerPhoto: { readonly proposals: number; readonly backbone: number; readonly heads: number; readonly total: number };
  /** The same with photos of none of the categories added to the database; null where the data has none. */
  readonly distractors: { readonly added: number; readonly semantic: Readonly<Record<SemanticBits, number>>; readonly category: number } | null;
}

/** All measures of method.md over analysed photos. C categories. */
export function evaluationFigures(
  network: EvaluatedNetwork,
  database: readonly AnalysedPhoto[],
  queries: readonly AnalysedPhoto[],
  distractors: readonly AnalysedPhoto[],
): EvaluationFigures {
  const names = network.categories.map(({ name }) => name);
  const labelled = queries.filter(({ photo }) => photo.labels.some((label) => names.includes(label))).length;
  const retrieval = retrievalFigures(network, names, database, queries);
  return {
    database: database.length,
    queries: labelled,
    queriesWithoutLabel: queries.length - labelled,
    backbone: network.version.split(/[\s+/|,;]/)[0]!,
    ...retrieval,
    labels: labelFigures(network.categories, queries),
    localisation: localisation(names, queries),
    proposals: byCount((count) => {
      const { objects: _, ...recall } = proposalRecall(queries.map(recallPhoto), count);
      return recall;
    }),
    msPerPhoto: medianTimes([...database, ...queries]),
    distractors: distractors.length === 0 ? null : distractorFigures(network, names, [...database, ...distractors], queries, distractors.length),
  };
}

function byBits<T>(of: (bits: SemanticBits) => T): Record<SemanticBits, T> {
  return { 16: of(16), 32: of(32), 48: of(48), 64: of(64) };
}

function byCount<T>(of: (count: number) => T): Record<(typeof PROPOSAL_COUNTS)[number], T> {
  return { 100: of(100), 500: of(500), 1000: of(1000) };
}

function labelSetsOf(names: readonly string[], photos: readonly AnalysedPhoto[]): PackedCodes {
  return packBooleans(names.length, photos.flatMap(({ photo }) => names.map((name) => photo.labels.includes(name))));
}

function semanticCodes(bits: SemanticBits, photos: readonly AnalysedPhoto[], labelSets: PackedCodes): LabelledCodes {
  return { codes: joinCodes(bits, photos.map(({ record }) => record.semanticCodes[bits])), labelSets };
}

function categoryPieces(network: EvaluatedNetwork, photos: readonly AnalysedPhoto[], labelSets: PackedCodes): LabelledCategoryCodes {
  const gates = Float32Array.from(network.categories, ({ gate }) => gate);
  return { codes: categoryCodes(photos.map(({ record }) => record), network.bitsPerCategory, gates), labelSets };
}

function retrievalFigures(network: EvaluatedNetwork, names: readonly string[], database: readonly AnalysedPhoto[], queries: readonly AnalysedPhoto[]) {
  const databaseLabels = labelSetsOf(names, database);
  const queryLabels = labelSetsOf(names, queries);
  const queryPieces = categoryPieces(network, queries, queryLabels);
  const databasePieces = categoryPieces(network, database, databaseLabels);
  const category = categoryRetrieval(databasePieces, queryPieces);
  const { ndcg100, random } = gradedWithinCategory(databasePieces, queryPieces);
  const semantic = (bits: SemanticBits): SemanticFigures => {
    const known = { ...semanticCodes(bits, database, databaseLabels), probabilities: databasePieces.codes.probabilities };
    const asked = { ...semanticCodes(bits, queries, queryLabels), probabilities: queryPieces.codes.probabilities };
    const { queries: _, ...figures } = semanticRetrieval(known, asked);
    return { ...figures, mapTiesOrdered: tieOrderRetrieval(known, asked) };
  };
  const unseen = (bits: SemanticBits): SemanticFigures => {
    const asked = { ...semanticCodes(bits, queries, queryLabels), probabilities: queryPieces.codes.probabilities };
    const { queries: _, ...figures } = leaveOneOutRetrieval(asked);
    return { ...figures, mapTiesOrdered: tieOrderRetrieval(asked, asked, true) };
  };
  return {
    semantic: byBits(semantic),
    unseen: byBits(unseen),
    category: {
      bitsPerCategory: network.bitsPerCategory,
      map: category.map,
      perCategory: Object.fromEntries(names.map((name, c) => [name, category.perCategory[c]!])),
      graded: { ndcg100, random },
    },
  };
}

function distractorFigures(network: EvaluatedNetwork, names: readonly string[], database: readonly AnalysedPhoto[], queries: readonly AnalysedPhoto[], added: number) {
  const { semantic, category } = retrievalFigures(network, names, database, queries);
  return { added, semantic: byBits((bits) => semantic[bits].map), category: category.map };
}

function truthOf(photo: LabelledPhoto, name: string): LabelTruth {
  return photo.labels.includes(name) ? 'present' : photo.difficultLabels.includes(name) ? 'difficult' : 'absent';
}

/** Pairs that are only difficult count neither for AP nor for calibration. */
function labelFigures(categories: readonly Category[], queries: readonly AnalysedPhoto[]): EvaluationFigures['labels'] {
  const said: number[] = [];
  const held: number[] = [];
  const perCategory = categories.map(({ name, gate }, c): [string, LabelFigures] => {
    const truths = queries.map(({ photo }) => truthOf(photo, name));
    const probabilities = queries.map(({ record }) => record.probabilities[c]!);
    let above = 0, rightAbove = 0, present = 0;
    truths.forEach((truth, n) => {
      if (truth === 'difficult') return;
      said.push(probabilities[n]!);
      held.push(Number(truth === 'present'));
      const passes = probabilities[n]! >= gate;
      above += Number(passes);
      present += Number(truth === 'present');
      rightAbove += Number(passes && truth === 'present');
    });
    const ap = labelAveragePrecision(probabilities, truths) ?? NaN;
    return [name, { ap, gate, precisionAtGate: rightAbove / above, recallAtGate: rightAbove / present }];
  });
  return {
    map: meanMeasure(perCategory.map(([, { ap }]) => (Number.isNaN(ap) ? null : ap))).mean,
    ece: expectedCalibrationError(said, held).ece,
    perCategory: Object.fromEntries(perCategory),
  };
}

function localisation(names: readonly string[], queries: readonly AnalysedPhoto[]): EvaluationFigures['localisation'] {
  const pairs = queries.flatMap(({ photo, record }) => {
    const winners = pixelFromUnit(record.winnerBoxes, photo.width, photo.height);
    return names.flatMap((name, category): Localised[] =>
      photo.labels.includes(name)
        ? [{ category, winner: winners.slice(category * 4, category * 4 + 4), truth: packedBoxes(photo.boxes.filter(({ label }) => label === name)) }]
        : [],
    );
  });
  const { corloc, pointing } = localisationFigures(pairs);
  return { corloc, pointing };
}

function recallPhoto({ photo, record }: AnalysedPhoto): RecallPhoto {
  return {
    proposals: pixelFromUnit(record.boxes, photo.width, photo.height),
    objects: pixelBoxes(packedBoxes(photo.boxes.filter(({ difficult }) => !difficult))),
  };
}

function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  const middle = sorted.length / 2;
  return (sorted[Math.floor(middle)]! + sorted[Math.ceil(middle) - 1]!) / 2;
}

function medianTimes(photos: readonly AnalysedPhoto[]): EvaluationFigures['msPerPhoto'] {
  const times = photos.map(({ record }) => record.times);
  return {
    proposals: median(times.map((time) => time.proposalsMs)),
    backbone: median(times.map((time) => time.backboneMs)),
    heads: median(times.map((time) => time.headsMs)),
    total: median(times.map((time) => time.proposalsMs + time.backboneMs + time.headsMs)),
  };
}
