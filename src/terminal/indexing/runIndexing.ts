import type { ChildProcess } from 'node:child_process';
import { resolve } from 'node:path';
import { writeIndexFile } from '../indexFile/writeIndexFile.ts';
import { FolderRun } from './folderRun.ts';
import { indexedPhotos } from './indexedPhotos.ts';
import { type FileNote, Ledger } from './ledger.ts';
import { photoFolder } from './photoFolder.ts';
import type { IndexingProgress } from './progress.ts';
import { endRun, openRun } from './runState.ts';
import { Workforce } from './workforce.ts';

export interface IndexingOptions {
  readonly folder: string;
  /** The index file. */
  readonly out: string;
  /** Processes. */
  readonly workers: number;
  /** Go on with a run that was killed. */
  readonly resume: boolean;
  /** Most time for one file. */
  readonly limitMs: number;
  fork(): ChildProcess;
  onProgress(progress: IndexingProgress): void;
}

export interface IndexingReport {
  readonly photos: number;
  readonly copies: number;
  readonly failed: readonly FileNote[];
  readonly notPhotos: readonly FileNote[];
  readonly differences: readonly FileNote[];
}

/**
 * Indexes a folder into a file. What is done is kept on the way, so that a run that is killed can go on; the index file appears whole at
 * the end. Files that could not be read are tried again by the run that goes on.
 * @throws Error with a sentence when the folder cannot be read, holds no photo, the processes do not start, or `openRun` throws.
 */
export async function runIndexing(options: IndexingOptions): Promise<IndexingReport> {
  const { folder, out, workers, resume, limitMs, fork, onProgress } = options;
  const { files, unreadable } = photoFolder(folder);
  const ledger = new Ledger(files.length, unreadable);
  const workforce = await Workforce.start(Math.max(1, Math.min(workers, files.length)), fork);
  try {
    const { modelVersion, categories, bitsPerCategory } = workforce.facts;
    const state = openRun(out, resolve(folder), modelVersion, resume);
    const run = new FolderRun(state, ledger, limitMs);
    const tell = () => onProgress(ledger.progress);
    const waiting = files.filter((file) => !run.wasDone(file));
    tell();
    await workforce.each(
      waiting,
      (process, found) => run.file(process, found).then(tell),
      ({ path }, reason) => {
        ledger.failed.push({ path, reason });
        tell();
      },
    );
    const photos = indexedPhotos(ledger.done.values(), state.spool);
    if (photos.count === 0) throw new Error(`There is no photo in ${folder} that can be read.`);
    writeIndexFile(
      out,
      {
        modelVersion,
        categories: categories.map(({ name, gate }) => ({ name, gate })),
        bitsPerCategory,
        photos: photos.count,
        exportedAt: Date.now(),
      },
      photos.rows,
    );
    endRun(out, state);
    return reportOf(ledger);
  } finally {
    workforce.end();
  }
}

function reportOf({ progress, failed, notPhotos, differences }: Ledger): IndexingReport {
  const sorted = (notes: readonly FileNote[]) => notes.toSorted((a, b) => (a.path < b.path ? -1 : 1));
  return {
    photos: progress.indexed,
    copies: progress.copies,
    failed: sorted(failed),
    notPhotos: sorted(notPhotos),
    differences: sorted(differences),
  };
}
