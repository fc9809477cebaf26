import type { PhotoAnalysis } from '../../network/heads/photoAnalysis.ts';
import type { AnalysedPhoto, AnalyseOptions } from '../analyser/analyser.ts';
import { asError, throwIfCancelled, UnreadablePhoto } from '../api/errors.ts';
import type { PhotoFile } from '../api/photoFile.ts';
import type { QualityReport } from '../api/qualityVerbs.ts';
import { storedFrameOf } from '../formats/storedFrameOf.ts';
import { canonicalCategory } from '../labelled/categoryNames.ts';
import type { LabelledPhoto } from '../labelled/dataset.ts';
import { droppedFolder } from '../labelled/droppedFolder.ts';
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
  const unreadable: { path: string; reason: string }[] = [];
  const recorded: RecordedPhoto[] = [];
  const report = () => parts.onProgress({ done: recorded.length, failed: unreadable.length, total: wanted.length });
  report();
  const left = [...wanted.entries()];
  const found = new Map<number, RecordedPhoto>();
  const work = async (): Promise<void> => {
    for (let next = left.shift(); next; next = left.shift()) {
      throwIfCancelled(signal);
      const [place, photo] = next;
      try {
        const one = await recordOf(parts, photo, files.get(photo.file), version, signal);
        found.set(place, one);
        recorded.push(one);
      } catch (thrown) {
        const { name, message } = asError(thrown);
        if (name !== 'UnreadablePhoto') throw thrown;
        unreadable.push({ path: photo.file, reason: message });
      }
      report();
    }
  };
  await Promise.all(Array.from({ length: Math.max(1, parts.ahead()) }, work));
  if (recorded.length === 0)
    throw new Error(
      `None of the ${wanted.length} photos of ${labels.name} could be read: ${unreadable[0]?.reason ?? ''}`,
    );
  // In the folder's order, whichever was done first.
  const inOrder = wanted.flatMap((_, place) => found.get(place) ?? []);
  const held = measured.filter(({ label }) => inOrder.some(({ photo }) => photo.labels.includes(label)));
  const figures = folderFigures(held, bitsPerCategory, inOrder);
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
  file: File | undefined,
  version: string,
  signal: AbortSignal,
): Promise<RecordedPhoto> {
  if (file === undefined) throw new UnreadablePhoto('The labels name it, and it is not in the folder.');
  const given = file;
  const id = await contentHash(given);
  const key = `${version} ${id}`;
  const analysed = remembered.get(key) ?? (await looked());
  remembered.set(key, analysed);
  const frame = photo.boxes.length > 0 ? await storedFrameOf(given, analysed) : null;
  return { photo, id, record: analysed.record, frame };

  async function looked(): Promise<Recorded> {
    const { analysis, width, height } = (await stored(id, version)) ?? (await analyse(given, { signal }));
    return { record: measuredRecord(analysis), width, height };
  }
}
