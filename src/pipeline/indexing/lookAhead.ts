import type { PhotoRow } from '../../gallery/schema.ts';
import type { AnalysedPhoto, AnalyseOptions } from '../analyser/analyser.ts';
import type { Waits } from '../analyser/seats.ts';
import { asError } from '../api/errors.ts';
import type { PhotoFile } from '../api/photoFile.ts';

/** What looking ahead needs. */
export interface LookAheadParts {
  /** How many files are worth looking at ahead of the one that is waited for. */
  ahead(): number;
  /** SHA-256 of the file, hexadecimal: the photo's id. */
  contentHash(file: Blob, waits: Waits): Promise<string>;
  analyse(file: Blob, options: AnalyseOptions): Promise<AnalysedPhoto>;
  /** The photo as it is indexed, whatever its version. */
  known(id: string): PhotoRow | undefined;
  /** Whether a larger picture of each photo is kept. */
  keepsPreviews(): boolean;
}

/** What became of a file. */
export type Outcome =
  | { readonly kind: 'already'; readonly id: string }
  | { readonly kind: 'new'; readonly id: string; readonly analysed: AnalysedPhoto }
  /** `id` is empty where its bytes could not be read. */
  | { readonly kind: 'unreadable'; readonly id: string; readonly reason: string }
  /** The engine failed on it. */
  | { readonly kind: 'failed'; readonly id: string; readonly error: Error };

/** Whether nothing is left to do for a photo: it is of the version in use and has its picture. */
export function isComplete(row: PhotoRow | undefined, version: string): boolean {
  return row !== undefined && row.version === version && row.picture !== 'none';
}

/**
 * Identifies a file by its bytes and, where the gallery does not have them, analyses it. Its name, size and time say nothing: two cards
 * hold different photos under the same ones. Never rejects: a file that is looked at ahead may be taken out before anybody asks.
 * @param version of the network in use; awaited only where the photo may be in the gallery already
 */
export async function lookAhead(
  { contentHash, analyse, known, keepsPreviews }: LookAheadParts,
  { file }: PhotoFile,
  version: Promise<string>,
  signal: AbortSignal,
): Promise<Outcome> {
  let id = '';
  try {
    id = await contentHash(file, { signal });
    if (known(id) !== undefined && isComplete(known(id), await version)) return { kind: 'already', id };
    return { kind: 'new', id, analysed: await analyse(file, { withPreview: keepsPreviews(), signal }) };
  } catch (thrown) {
    const error = asError(thrown);
    return error.name === 'UnreadablePhoto'
      ? { kind: 'unreadable', id, reason: error.message }
      : { kind: 'failed', id, error };
  }
}
