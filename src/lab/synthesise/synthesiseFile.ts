import { writeIndexFile } from '../../terminal/indexFile/writeIndexFile.ts';
import { type SynthesisOptions, synthesised } from './synthesised.ts';

/** 1 January 2026: the same options give the same bytes on any day. */
const EXPORTED_AT = Date.UTC(2026, 0, 1);

/** Writes an index file of photos that nobody took. @param onDone called after each photo with the number of those written */
export function synthesiseFile(path: string, options: SynthesisOptions, onDone: (photos: number) => void): void {
  const { modelVersion, categories, bitsPerCategory, photos } = options;
  const header = { modelVersion, categories, bitsPerCategory, photos, exportedAt: EXPORTED_AT };
  writeIndexFile(path, header, synthesised(options), onDone);
}
