import type { Gallery } from '../../gallery/gallery.ts';
import type { PhotoRow } from '../../gallery/schema.ts';
import type { AnalysedPhoto } from '../analyser/preparedPhoto.ts';
import type { PreparePool } from '../analyser/preparePool.ts';
import { asError } from '../wire/bridge.ts';
import type { PhotoFile } from './photoFile.ts';

/** Whom the look ahead asks. */
export interface LookAheadParts {
  readonly gallery: Pick<Gallery, 'photoAt'>;
  readonly pool: Pick<PreparePool, 'size' | 'contentHash' | 'prepare' | 'prepareAndAnalyse'>;
  /** `analysed`: the pool's workers do all of a photo's way. `prepared`: the engine does the network's part. */
  poolGives(): 'analysed' | 'prepared';
  /** The photo as it is indexed, whatever its version. */
  known(id: string): PhotoRow | undefined;
  /** Whether a larger picture of each photo is kept. */
  keepsPreviews(): boolean;
}

/** What was found out about a file ahead of the engine. */
export type Ahead =
  | { readonly kind: 'already'; readonly id: string }
  | { readonly kind: 'new'; readonly id: string; readonly prepared: AnalysedPhoto }
  | { readonly kind: 'unreadable'; readonly reason: string }
  | { readonly kind: 'broken'; readonly error: Error };

/** Whether nothing is left to do for a photo: it is of the version in use and has its picture. */
export function isComplete(row: PhotoRow | undefined, version: string): boolean {
  return row !== undefined && row.version === version && row.picture !== 'none';
}

/**
 * Never rejects: a file that is looked at ahead may be dropped from the queue before anybody asks.
 * @param version of the network in use; waited for only where the file may be in the gallery already
 */
export async function lookAhead(
  { gallery, pool, poolGives, known, keepsPreviews }: LookAheadParts,
  { file, path }: PhotoFile,
  version: Promise<string>,
): Promise<Ahead> {
  try {
    const at = await gallery.photoAt(path, file.size, file.lastModified);
    if (at !== null && isComplete(known(at), await version)) return { kind: 'already', id: at };
  } catch (error) {
    return { kind: 'broken', error: asError(error) };
  }
  try {
    const id = await pool.contentHash(file);
    if (known(id) !== undefined && isComplete(known(id), await version)) return { kind: 'already', id };
    const prepared =
      poolGives() === 'analysed'
        ? await pool.prepareAndAnalyse(file, keepsPreviews())
        : { ...(await pool.prepare(file, keepsPreviews())), analysis: null };
    return { kind: 'new', id, prepared };
  } catch (error) {
    return { kind: 'unreadable', reason: asError(error).message };
  }
}
