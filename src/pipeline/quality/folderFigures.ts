import { holdsCategory } from '../../base/holdsCategory.ts';
import { pixelFromUnit } from '../../base/image/box.ts';
import { hammingDistances } from '../../codes/hammingDistance.ts';
import { codeAt, joinCodes, type PackedCodes, packBooleans, wordsForBits } from '../../codes/packedCodes.ts';
import type { Category } from '../../network/network.ts';
import type { CalibrationBin, MeasuredPhoto, QualityReport, WorstQuery } from '../api/qualityVerbs.ts';
import { packedBoxes } from '../labelled/dataset.ts';
import { labelledUpright, storedFromUpright } from '../labelled/storedFrame.ts';
import { averagePrecision } from '../measures/averagePrecision.ts';
import { categoryCodes } from '../measures/categoryCodes.ts';
import { categoryRetrieval } from '../measures/categoryRetrieval.ts';
import { confusions } from '../measures/confusions.ts';
import { rankAll } from '../measures/exactSearch.ts';
import { expectedCalibrationError } from '../measures/expectedCalibrationError.ts';
import { labelFigures, truthOf } from '../measures/labelFigures.ts';
import { isCorrectlyLocalised, isPointedAt, type Localised } from '../measures/localisation.ts';
import { leaveOneOutRetrieval } from '../measures/semanticRetrieval.ts';
import { wilsonShare } from '../measures/shareInterval.ts';
import { sharedLabels, tieGroupsByDistance } from '../measures/tieGroups.ts';
import type { RecordedPhoto } from './measuredRecord.ts';

/** A category and its place in the network's values. */
export interface MeasuredCategory {
  readonly category: Category;
  readonly index: number;
}

export type FolderFigures = Pick<
  QualityReport,
  'photos' | 'map' | 'ece' | 'bins' | 'categories' | 'semantic' | 'categoryAware' | 'boxes' | 'confusions' | 'worst'
>;

const SEARCHED_BITS = 64;
const BINS = 10;
const WORST = 12;
const FIRST = 5;

/**
 * All measures of a labelled folder. C categories, those that at least one photo holds; photos search each other, leave one out.
 */
export function folderFigures(
  measured: readonly MeasuredCategory[],
  bitsPerCategory: number,
  recorded: readonly RecordedPhoto[],
): FolderFigures {
  const categories = measured.map(({ category }) => category);
  const told = recorded.map((one) => ({
    photo: one.photo,
    record: { probabilities: Float32Array.from(measured, ({ index }) => one.record.probabilities[index]!) },
  }));
  const truths = recorded.map(({ photo }) => categories.map(({ name }) => truthOf(photo, name)));
  const said = told.map(({ record }) => categories.map(({ gate }, c) => holdsCategory(record.probabilities[c]!, gate)));
  const labels = labelFigures(categories, told);
  const labelSets = packBooleans(
    categories.length,
    truths.flatMap((row) => row.map((truth) => truth === 'present')),
  );
  const codes = joinCodes(
    SEARCHED_BITS,
    recorded.map(({ record }) => record.semanticCode),
  );
  const semantic = leaveOneOutRetrieval({ codes, labelSets });
  const pieces = {
    codes: categoryCodes(
      recorded.map(({ record }, n) => ({
        categoryCodes: piecesOf(record.categoryCodes, measured, wordsForBits(bitsPerCategory)),
        probabilities: told[n]!.record.probabilities,
      })),
      bitsPerCategory,
      Float32Array.from(categories, ({ gate }) => gate),
    ),
    labelSets,
  };
  const byCategory = categoryRetrieval(pieces, pieces, true);
  return {
    photos: recorded.map((one, n) => measuredPhoto(one, measured, truths[n]!, said[n]!)),
    map: orNull(labels.map),
    ece: orNull(labels.ece),
    bins: calibrationBins(truths, told),
    categories: categories.map(({ name, gate }, c) => {
      const count = (of: (n: number) => boolean) =>
        recorded.filter((_, n) => truths[n]![c] !== 'difficult' && of(n)).length;
      const right = count((n) => said[n]![c]! && truths[n]![c] === 'present');
      const present = count((n) => truths[n]![c] === 'present');
      return {
        name,
        photos: present,
        ap: orNull(labels.perCategory[name]!.ap),
        gate,
        precision: wilsonShare(
          right,
          count((n) => said[n]![c]!),
        ),
        recall: wilsonShare(right, present),
      };
    }),
    semantic: { map: orNull(semantic.map), ndcg100: orNull(semantic.ndcg100), queries: semantic.queries },
    categoryAware: { map: orNull(byCategory.map), pairs: byCategory.pairs },
    boxes: boxFigures(measured, recorded),
    confusions: confusions(truths, said).map(({ truth, said: other, photos }) => ({
      truth: categories[truth]!.name,
      said: other === null ? null : categories[other]!.name,
      photos,
    })),
    worst: worstQueries(codes, labelSets),
  };
}

function orNull(value: number): number | null {
  return Number.isNaN(value) ? null : value;
}

function piecesOf(codes: Uint32Array, measured: readonly MeasuredCategory[], words: number): Uint32Array {
  const pieces = new Uint32Array(measured.length * words);
  measured.forEach(({ index }, c) => pieces.set(codes.subarray(index * words, (index + 1) * words), c * words));
  return pieces;
}

function measuredPhoto(
  { photo, id, record }: RecordedPhoto,
  measured: readonly MeasuredCategory[],
  truths: readonly string[],
  said: readonly boolean[],
): MeasuredPhoto {
  const shown = measured.flatMap(({ category, index }, c) => {
    if (!said[c] && truths[c] !== 'present') return [];
    const [x0 = 0, y0 = 0, x1 = 1, y1 = 1] = record.winnerBoxes.subarray(index * 4, index * 4 + 4);
    return [
      { category: category.name, probability: record.probabilities[index]!, held: said[c]!, box: { x0, y0, x1, y1 } },
    ];
  });
  return {
    path: photo.file,
    id,
    labels: photo.labels,
    said: shown.sort((a, b) => b.probability - a.probability),
  };
}

function calibrationBins(
  truths: readonly (readonly string[])[],
  told: readonly { readonly record: { readonly probabilities: Float32Array } }[],
): CalibrationBin[] {
  const probabilities: number[] = [];
  const held: number[] = [];
  truths.forEach((row, n) =>
    row.forEach((truth, c) => {
      if (truth === 'difficult') return;
      probabilities.push(told[n]!.record.probabilities[c]!);
      held.push(Number(truth === 'present'));
    }),
  );
  return expectedCalibrationError(probabilities, held, BINS).bins.map(({ count, confidence, frequency }) => ({
    said: orNull(confidence),
    right: wilsonShare(count === 0 ? 0 : Math.round(frequency * count), count),
  }));
}

/** Of the box that won each category that is there, against the boxes that people drew. */
function boxFigures(measured: readonly MeasuredCategory[], recorded: readonly RecordedPhoto[]): QualityReport['boxes'] {
  const pairs = recorded.flatMap(({ photo, record, frame }): Localised[] => {
    if (frame === null) return [];
    const stored = labelledUpright(frame, photo)
      ? record.winnerBoxes
      : storedFromUpright(record.winnerBoxes, frame.orientation);
    const winners = pixelFromUnit(stored, photo.width, photo.height);
    return measured.flatMap(({ category: { name }, index }, category): Localised[] => {
      const truth = packedBoxes(photo.boxes.filter(({ label }) => label === name));
      return photo.labels.includes(name) && truth.length > 0
        ? [{ category, winner: winners.slice(index * 4, index * 4 + 4), truth }]
        : [];
    });
  });
  if (pairs.length === 0) return null;
  return {
    corloc: wilsonShare(pairs.filter(isCorrectlyLocalised).length, pairs.length),
    pointing: wilsonShare(pairs.filter(isPointedAt).length, pairs.length),
  };
}

/** Photos whose own ranking of the others is worst, by the semantic code; none whose ranking is perfect. */
function worstQueries(codes: PackedCodes, labelSets: PackedCodes): WorstQuery[] {
  const distances = new Uint16Array(codes.count);
  const queries: WorstQuery[] = [];
  for (let photo = 0; photo < codes.count; photo++) {
    const query = codeAt(codes, photo);
    hammingDistances(codes, query, distances);
    const shared = sharedLabels(labelSets, codeAt(labelSets, photo));
    const ap = averagePrecision(tieGroupsByDistance(distances, codes.bits, shared, photo));
    if (ap !== null && ap < 1) queries.push({ photo, ap, first: [] });
  }
  return queries
    .sort((a, b) => a.ap - b.ap || a.photo - b.photo)
    .slice(0, WORST)
    .map((one) => {
      const { indices } = rankAll(codes, codeAt(codes, one.photo));
      return { ...one, first: [...indices.filter((n) => n !== one.photo).slice(0, FIRST)] };
    });
}
