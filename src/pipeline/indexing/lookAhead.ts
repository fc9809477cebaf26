import type { AnalysedPhoto, AnalyseOptions } from '../analyser/analyser.ts';
import type { Waits } from '../analyser/seats.ts';
import { asError } from '../api/errors.ts';
import type { PhotoFile } from '../api/photoFile.ts';
import { type CaptureFacts, captureFacts } from '../formats/captureFacts.ts';
import type { KnownPhoto } from '../library/galleryMemory.ts';

/** What looking ahead needs. */
export interface LookAheadParts {
  /** How many files are worth looking at ahead of the one that is waited for. */
  ahead(): number;
  /** SHA-256 of the file, hexadecimal: the photo's id. */
  contentHash(file: Blob, waits: Waits): Promise<string>;
  analyse(file: Blob, options: AnalyseOptions): Promise<AnalysedPhoto>;
  /** The photo as it is indexed, whatever its version. */
  known(id: string): KnownPhoto | undefined;
  /** Whether a larger picture of each photo is kept. */
  keepsPreviews(): boolean;
  /** Whether it is kept where each photo was taken. */
  keepsPlaces(): boolean;
}

/** What became of a file. */
export type Outcome =
  | { readonly kind: 'already'; readonly id: string }
  | { readonly kind: 'new'; readonly id: string; readonly analysed: AnalysedPhoto; readonly capture: CaptureFacts }
  /** `id` is empty where its bytes could not be read. */
  | { readonly kind: 'unreadable'; readonly id: string; readonly reason: string }
  /** The engine failed on it. */
  | { readonly kind: 'failed'; readonly id: string; readonly error: Error };

/** Whether nothing is left to do for a photo: it is of the version in use and has its picture. */
export function isComplete(photo: KnownPhoto | undefined, version: string): boolean {
  return photo !== undefined && photo.version === version && photo.pictured;
}

/**
 * Identifies a file by its bytes and, where the gallery does not have them, analyses it. Its name, size and time say nothing: two cards
 * hold different photos under the same ones. Never rejects: a file that is looked at ahead may be taken out before anybody asks.
 * @param version of the network in use; awaited only where the photo may be in the gallery already
 */
export async function lookAhead(
  { contentHash, analyse, known, keepsPreviews, keepsPlaces }: LookAheadParts,
  { file }: PhotoFile,
  version: Promise<string>,
  signal: AbortSignal,
): Promise<Outcome> {
  let id = '';
  try {
    id = await contentHash(file, { signal });
    if (known(id) !== undefined && isComplete(known(id), await version)) return { kind: 'already', id };
    const [analysed, { place, ...capture }] = await Promise.all([
      analyse(file, { withPreview: keepsPreviews(), signal }),
      captureFacts(file),
    ]);
    return { kind: 'new', id, analysed, capture: { ...capture, ...(place && keepsPlaces() && { place }) } };
  } catch (thrown) {
    const error = asError(thrown);
    return error.name === 'UnreadablePhoto'
      ? { kind: 'unreadable', id, reason: error.message }
      : { kind: 'failed', id, error };
  }
}
