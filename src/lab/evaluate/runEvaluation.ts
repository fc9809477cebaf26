import { join } from 'node:path';
import type { Worker } from 'node:worker_threads';
import type { SemanticBits } from '../../network/heads/photoAnalysis.ts';
import { labelledUpright } from '../../pipeline/labelled/storedFrame.ts';
import { progressOn } from '../data/progress.ts';
import { readDataset } from '../data/readDataset.ts';
import { openFeatureCache } from '../features/featureCache.ts';
import { type AnalysisFile, type AnalysisPool, openAnalysisPool } from './analysisPool.ts';
import type { AnalysisSettings } from './analysisService.ts';
import type { AnalysedCopy } from './appearanceFigures.ts';
import { editedCopies } from './editedCopies.ts';
import { type EvaluationFigures, evaluationFigures } from './figures.ts';
import { type FloorFigures, itqFloor } from './itqFloor.ts';
import type { EvaluateOptions } from './options.ts';
import type { AnalysedPhoto, PhotoRecord } from './photoRecord.ts';
import { type PlacedPhoto, selectPhotos } from './selectPhotos.ts';

export interface EvaluationRun {
  readonly figures: EvaluationFigures;
  readonly networkVersion: string;
  /** An ITQ code of the frozen features; null where no feature cache was given. */
  readonly floor: Readonly<Record<SemanticBits, FloorFigures>> | null;
  /** Photos that could not be read or analysed, with the reason; they are in no figure. */
  readonly skipped: readonly { readonly file: string; readonly reason: string }[];
}

/**
 * Analyses the photos and takes every measure.
 * @throws Error when a folder or its labels do not fit, or no photo of the database or of the queries can be read.
 */
export async function runEvaluation(
  options: EvaluateOptions,
  startWorker: (settings: AnalysisSettings) => Worker,
): Promise<EvaluationRun> {
  // Folders first: a wrong one is said at once, before a network is loaded.
  const data = readDataset(options.data);
  const queryData = options.queries === null ? null : readDataset(options.queries);
  if (options.features !== null) openFeatureCache(options.features).close();
  const { backbone, models, maps, cache } = options;
  const pool = await openAnalysisPool(options.workers, () => startWorker({ backbone, models, maps, cache }));
  try {
    const { version } = pool.network;
    const categories = pool.network.categories.filter(({ basis }) => basis !== 'detected');
    const names = categories.map(({ name }) => name);
    const selection = selectPhotos(data, queryData, names, options.limit);
    const skipped: { file: string; reason: string }[] = [];
    const analysed = (what: string, photos: readonly PlacedPhoto[], boxes: boolean) =>
      analyseAll(pool, what, photos, boxes, skipped);
    const queries = await analysed('queries', selection.queries, true);
    const database = await analysed('database', selection.database, false);
    const distractors = await analysed('distractors', selection.distractors, false);
    if (database.length === 0 || queries.length === 0)
      throw new Error(`no photo of the ${database.length === 0 ? 'database' : 'queries'} could be analysed`);
    sayFrames(queries);
    const copies = await analyseCopies(pool, selection.queries, queries, skipped);
    const network = { ...pool.network, categories };
    const figures = evaluationFigures(network, database, queries, distractors, copies);
    const floorPhotos = (analysed: readonly EvaluatedPhoto[]) =>
      analysed.map(({ file, photo: { labels } }) => ({ file, labels }));
    const floor =
      options.features === null ? null : itqFloor(options.features, names, floorPhotos(database), floorPhotos(queries));
    return { figures, networkVersion: version, floor, skipped };
  } finally {
    await pool.close();
  }
}

/** Boxes of photos that EXIF turns are easily taken for what they are not: says in which frame they are measured. */
function sayFrames(queries: readonly EvaluatedPhoto[]): void {
  const turned = queries.filter(({ record }) => record.frame.orientation !== 1);
  const upright = turned.filter(({ photo, record }) => labelledUpright(record.frame, photo));
  const stored = turned.length - upright.length;
  if (stored > 0)
    process.stderr.write(
      `EXIF turns ${stored} of the queries: their boxes are taken as pixels of the stored file, before it is turned\n`,
    );
  if (upright.length > 0)
    process.stderr.write(
      `EXIF turns ${upright.length} of the queries whose labels give width and height of the upright photo: their boxes are taken as pixels of that\n`,
    );
}

/** A photo with its analysis and its place on the disk. */
interface EvaluatedPhoto extends AnalysedPhoto {
  readonly file: string;
}

async function analyseAll(
  pool: AnalysisPool,
  what: string,
  photos: readonly PlacedPhoto[],
  boxes: boolean,
  skipped: { file: string; reason: string }[],
): Promise<EvaluatedPhoto[]> {
  const files = photos.map(({ folder, photo }) => ({ path: join(folder, photo.file), boxes }));
  return (await recordsOf(pool, what, files, skipped)).map(({ n, record }) => ({
    photo: photos[n]!.photo,
    record,
    file: files[n]!.path,
  }));
}

/** Edited copies of the queries that could be read. @param selected all of them @param queries the readable ones, in the same order */
async function analyseCopies(
  pool: AnalysisPool,
  selected: readonly PlacedPhoto[],
  queries: readonly AnalysedPhoto[],
  skipped: { file: string; reason: string }[],
): Promise<AnalysedCopy[]> {
  const folders = new Map(selected.map(({ folder, photo }) => [photo, folder]));
  const copies = editedCopies(queries.length);
  const files = copies.map(({ original, edit }) => {
    const { photo } = queries[original]!;
    return { path: join(folders.get(photo)!, photo.file), boxes: false, edit };
  });
  const records = await recordsOf(pool, 'edited copies', files, skipped);
  return records.map(({ n, record }) => ({ original: copies[n]!.original, record }));
}

/** @returns the records of the files that could be analysed, each with its file's place in the list */
async function recordsOf(
  pool: AnalysisPool,
  what: string,
  files: readonly AnalysisFile[],
  skipped: { file: string; reason: string }[],
): Promise<{ readonly n: number; readonly record: PhotoRecord }[]> {
  const progress = progressOn(process.stderr, what, files.length);
  const outcomes = await pool.analyse(files, (_, done) => progress.step(done));
  progress.end();
  return outcomes.flatMap((outcome, n) => {
    if ('record' in outcome) return [{ n, record: outcome.record }];
    const { path: file } = files[n]!;
    process.stderr.write(`skipped ${file}: ${outcome.unreadable}\n`);
    skipped.push({ file, reason: outcome.unreadable });
    return [];
  });
}
