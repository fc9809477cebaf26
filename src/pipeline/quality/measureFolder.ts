import type { PhotoAnalysis } from '../../network/heads/photoAnalysis.ts';
import type { AnalysedPhoto, AnalyseOptions } from '../analyser/analyser.ts';
import type { PhotoFile } from '../api/photoFile.ts';
import type { QualityReport } from '../api/qualityVerbs.ts';
import { storedFrameOf } from '../formats/storedFrameOf.ts';
import { canonicalCategory } from '../labelled/categoryNames.ts';
import type { LabelledPhoto } from '../labelled/dataset.ts';
import { droppedFolder } from '../labelled/droppedFolder.ts';
import { eachLabelled } from '../labelled/eachLabelled.ts';
import { readLabels } from '../labelled/readLabels.ts';
import { ofNetwork, type Vocabulary } from '../library/galleryRows.ts';
import { folderFigures, type MeasuredCategory } from './folderFigures.ts';
import { type MeasuredRecord, measuredRecord, type RecordedPhoto } from './measuredRecord.ts';

export interface MeasureParts {
  vocabulary(): Promise<Vocabulary>;
  /** The analysis of a photo of the gallery, without a person's words; null where it is not there or of another version. */
  stored(id: string, version: string): Promise<{ analysis: PhotoAnalysis; width: number; height: number } | null>;
  analyse(file: Blob, options: AnalyseOptions): Promise<AnalysedPhoto>;
  contentHash(file: Blob): Promise<string>;
  /** How many photos are worth analysing at a time. */
  ahead(): number;
  /** By content and version: a run that was stopped goes on where it was. */
  readonly remembered: Map<string, Recorded>;
  onProgress(progress: { readonly done: number; readonly failed: number; readonly total: number }): void;
}

/** An analysed photo, whatever its labels. */
export interface Recorded {
  readonly record: MeasuredRecord;
  readonly width: number;
  readonly height: number;
}

/** @throws Error, for a person; Cancelled */
export async function measureFolder(
  parts: MeasureParts,
  dropped: readonly PhotoFile[],
  signal: AbortSignal,
): Promise<Omit<QualityReport, 'key' | 'measuredAt' | 'network'>> {
  const { labels, files } = await droppedFolder(dropped);
  const notes: string[] = [];
  const { layout, photos } = readLabels(labels, (sentence) => notes.push(sentence));
  const { categories, bitsPerCategory, version } = await parts.vocabulary();
  const wanted = photosToMeasure(photos);
  const present = new Set(wanted.flatMap((photo) => photo.labels));
  const named = ofNetwork(categories).map((category) => ({ category, label: canonicalCategory(category.name) }));
  const measured = named.flatMap(({ category, label }, index): (MeasuredCategory & { label: string })[] =>
    present.has(label) ? [{ category: { ...category, name: label }, index, label }] : [],
  );
  const known = new Set(measured.map(({ label }) => label));
  const unknown = [...present].filter((label) => !known.has(label)).sort();
  if (measured.length === 0)
    throw new Error(
      `Facet knows none of the categories of ${labels.name}: ${unknown.slice(0, 8).join(', ') || 'no photo has one'}.`,
    );
  const report = (done: number, failed: number) => parts.onProgress({ done, failed, total: wanted.length });
  report(0, 0);
  const { found, unreadable } = await eachLabelled(wanted, files, {
    pathOf: (photo) => photo.file,
    look: (photo, file) => recordOf(parts, photo, file, version, signal),
    ahead: parts.ahead(),
    signal,
    onProgress: report,
  });
  const recorded = found.map(({ value }) => value);
  if (recorded.length === 0)
    throw new Error(
      `None of the ${wanted.length} photos of ${labels.name} could be read: ${unreadable[0]?.reason ?? ''}`,
    );
  const held = measured.filter(({ label }) => recorded.some(({ photo }) => photo.labels.includes(label)));
  const figures = folderFigures(held, bitsPerCategory, recorded);
  return { folder: labels.name, layout, version, notes, unreadable, unknown, ...figures };
}

/** Those of the test or val list, where the folder has one; photos that belong to neither part are left out. */
function photosToMeasure(photos: readonly LabelledPhoto[]): readonly LabelledPhoto[] {
  const queries = photos.filter(({ role }) => role === 'query');
  return queries.length > 0 ? queries : photos.filter(({ role }) => role !== 'extra');
}

async function recordOf(
  { stored, analyse, contentHash, remembered }: MeasureParts,
  photo: LabelledPhoto,
  file: File,
  version: string,
  signal: AbortSignal,
): Promise<RecordedPhoto> {
  const id = await contentHash(file);
  const key = `${version} ${id}`;
  const analysed = remembered.get(key) ?? (await looked());
  remembered.set(key, analysed);
  const frame = photo.boxes.length > 0 ? await storedFrameOf(file, analysed) : null;
  return { photo, id, record: analysed.record, frame };

  async function looked(): Promise<Recorded> {
    const { analysis, width, height } = (await stored(id, version)) ?? (await analyse(file, { signal }));
    return { record: measuredRecord(analysis), width, height };
  }
}
