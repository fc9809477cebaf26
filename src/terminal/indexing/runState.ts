import { closeSync, existsSync, openSync, rmSync } from 'node:fs';
import { type DoneFile, Journal } from './journal.ts';
import { Spool } from './spool.ts';

/** What lies beside the index file until a run is at its end: photos and which files are done. */
export interface RunState {
  readonly spool: Spool;
  readonly journal: Journal;
  /** Files that an earlier run did, by path. */
  readonly done: ReadonlyMap<string, DoneFile>;
}

const partsOf = (out: string) => ({ spool: `${out}.photos`, journal: `${out}.done` });

/**
 * @throws Error with a sentence when there is an unfinished run and nobody asked to go on with it, or it was of another folder or model.
 */
export function openRun(out: string, folder: string, modelVersion: string, resume: boolean): RunState {
  const parts = partsOf(out);
  if (!resume && existsSync(parts.journal))
    throw new Error(
      `A run that was to write ${out} was not finished. Go on with it by --resume, or delete ${parts.journal} first.`,
    );
  // So that a folder that cannot be written to is known before hours of work.
  closeSync(openSync(parts.journal, 'a'));
  const earlier = Journal.resume(parts.journal);
  if (earlier === null) {
    rmSync(parts.journal);
    rmSync(parts.spool, { force: true });
    return {
      spool: new Spool(parts.spool),
      journal: Journal.begin(parts.journal, { folder, modelVersion }),
      done: new Map(),
    };
  }
  const { head } = earlier;
  if (head.folder !== folder || head.modelVersion !== modelVersion) {
    earlier.journal.close();
    throw new Error(
      `The unfinished run was of ${head.folder} with the model ${head.modelVersion}; this one is of ${folder} with ${modelVersion}. Delete ${parts.journal} to begin anew.`,
    );
  }
  const spool = new Spool(parts.spool);
  const done = earlier.done.filter(({ id }) => spool.has(id));
  return { spool, journal: earlier.journal, done: new Map(done.map((file) => [file.path, file])) };
}

export function endRun(out: string, { spool, journal }: RunState): void {
  spool.close();
  journal.close();
  const parts = partsOf(out);
  rmSync(parts.spool);
  rmSync(parts.journal);
}
