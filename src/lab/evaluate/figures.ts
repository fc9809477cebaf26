import { type PixelBoxes, pixelBoxes, pixelFromUnit, type UnitBoxes } from '../../base/image/box.ts';
import { packedBoxes } from '../../pipeline/labelled/dataset.ts';
import { labelledUpright, storedFromUpright } from '../../pipeline/labelled/storedFrame.ts';
import { type LabelsFigures, labelFigures } from '../../pipeline/measures/labelFigures.ts';
import { type Localised, localisationFigures } from '../../pipeline/measures/localisation.ts';
import { type AnalysedCopy, type AppearanceFigures, appearanceFigures } from './appearanceFigures.ts';
import { proposalRecall, type RecallPhoto } from './measures/proposalRecall.ts';
import type { AnalysedPhoto } from './photoRecord.ts';
import {
  type DistractorFigures,
  distractorFigures,
  type EvaluatedNetwork,
  type RetrievalBlock,
  retrievalFigures,
} from './retrievalFigures.ts';

export interface ProposalFigures {
  readonly recall50: number;
  readonly recall70: number;
  readonly recall80: number;
  readonly ar: number;
  readonly abo: number;
}

export const PROPOSAL_COUNTS = [100, 500, 1000] as const;

/** The figures of `npm run evaluate`, as its JSON has them. A figure that nothing was there to measure is NaN (null in JSON). */
export interface EvaluationFigures extends RetrievalBlock {
  readonly database: number;
  /** Queries with at least one of the categories: the others cannot be judged. */
  readonly queries: number;
  readonly queriesWithoutLabel: number;
  readonly backbone: string;
  readonly labels: LabelsFigures;
  readonly localisation: { readonly corloc: number; readonly pointing: number };
  readonly proposals: Readonly<Record<(typeof PROPOSAL_COUNTS)[number], ProposalFigures>>;
  /** Medians over the photos, milliseconds. */
  readonly msPerPhoto: {
    readonly proposals: number;
    readonly backbone: number;
    readonly heads: number;
    readonly total: number;
  };
  readonly appearance: AppearanceFigures;
  /** null where the data has no such photos. */
  readonly distractors: DistractorFigures | null;
}

/** All measures (`measures/`) over analysed photos. C categories. @param copies edited copies of queries */
export function evaluationFigures(
  network: EvaluatedNetwork,
  database: readonly AnalysedPhoto[],
  queries: readonly AnalysedPhoto[],
  distractors: readonly AnalysedPhoto[],
  copies: readonly AnalysedCopy[],
): EvaluationFigures {
  const names = network.categories.map(({ name }) => name);
  const labelled = queries.filter(({ photo }) => photo.labels.some((label) => names.includes(label))).length;
  return {
    database: database.length,
    queries: labelled,
    queriesWithoutLabel: queries.length - labelled,
    backbone: network.version.split(/[\s/|,;]/)[0]!,
    ...retrievalFigures(network, database, queries),
    labels: labelFigures(network.categories, queries),
    localisation: localisation(names, queries),
    proposals: byCount((count) => {
      const { objects: _, ...recall } = proposalRecall(queries.map(recallPhoto), count);
      return recall;
    }),
    msPerPhoto: medianTimes([...database, ...queries]),
    appearance: appearanceFigures(network.categories, database, queries, copies),
    distractors: distractors.length === 0 ? null : distractorFigures(network, database, queries, distractors),
  };
}

function byCount<T>(of: (count: number) => T): Record<(typeof PROPOSAL_COUNTS)[number], T> {
  return { 100: of(100), 500: of(500), 1000: of(1000) };
}

function localisation(names: readonly string[], queries: readonly AnalysedPhoto[]): EvaluationFigures['localisation'] {
  const pairs = queries.flatMap((query) => {
    const { photo, record } = query;
    const winners = inFrameOfLabels(query, record.winnerBoxes);
    return names.flatMap((name, category): Localised[] =>
      photo.labels.includes(name)
        ? [
            {
              category,
              winner: winners.slice(category * 4, category * 4 + 4),
              truth: packedBoxes(photo.boxes.filter(({ label }) => label === name)),
            },
          ]
        : [],
    );
  });
  const { corloc, pointing } = localisationFigures(pairs);
  return { corloc, pointing };
}

/** Boxes of the upright photo → pixels of the frame in which people drew theirs. */
function inFrameOfLabels({ photo, record: { frame } }: AnalysedPhoto, boxes: UnitBoxes): PixelBoxes {
  const stored = labelledUpright(frame, photo) ? boxes : storedFromUpright(boxes, frame.orientation);
  return pixelFromUnit(stored, photo.width, photo.height);
}

function recallPhoto(query: AnalysedPhoto): RecallPhoto {
  const { photo, record } = query;
  return {
    proposals: inFrameOfLabels(query, record.boxes),
    objects: pixelBoxes(packedBoxes(photo.boxes.filter(({ difficult }) => !difficult))),
  };
}

/** Of what was measured. @param values NaN where nothing was */
function median(values: readonly number[]): number {
  const sorted = values.filter((value) => !Number.isNaN(value)).sort((a, b) => a - b);
  if (sorted.length === 0) return NaN;
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
