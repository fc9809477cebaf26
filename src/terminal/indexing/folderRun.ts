import type { AnalysisProcess } from './analysisProcess.ts';
import type { Ledger } from './ledger.ts';
import type { Answer } from './messages.ts';
import type { FoundFile } from './photoFolder.ts';
import type { RunState } from './runState.ts';

/** What an analysis came to: nothing to say, or why the photo could not be read. */
type Verdict = string | null;

/** Takes the files of a folder through identification and analysis, each content once. */
export class FolderRun {
  readonly #state: RunState;
  readonly #ledger: Ledger;
  readonly #limitMs: number;
  /** By content: its analysis, for which copies wait. */
  readonly #inWork = new Map<string, Promise<Verdict>>();
  #largeBefore: Promise<unknown> = Promise.resolve();

  constructor(state: RunState, ledger: Ledger, limitMs: number) {
    this.#state = state;
    this.#ledger = ledger;
    this.#limitMs = limitMs;
  }

  /** Whether an earlier run did the file, and it has not changed since. */
  wasDone({ path, size, lastModified }: FoundFile): boolean {
    const earlier = this.#state.done.get(path);
    if (earlier === undefined || earlier.size !== size || earlier.lastModified !== lastModified) return false;
    this.#ledger.add(earlier);
    return true;
  }

  /** @throws ProcessEnded when the process breaks. */
  async file(process: AnalysisProcess, found: FoundFile): Promise<void> {
    const identified = await process.ask({ kind: 'identify', found }, this.#limitMs);
    if (identified.kind !== 'identified') return this.#without(found, identified);
    const verdict = await this.#verdictOn(identified.id, () => this.#analysed(process, found, identified.large));
    if (verdict === null) this.#add(found, identified.id);
    else this.#ledger.failed.push({ path: found.path, reason: verdict });
  }

  #add({ path, size, lastModified }: FoundFile, id: string): void {
    const file = { path, size, lastModified, id };
    this.#state.journal.add(file);
    this.#ledger.add(file);
  }

  /** Analyses a content unless it was or another process is at it; that it broke that process is no verdict. */
  async #verdictOn(id: string, analyse: () => Promise<Verdict>): Promise<Verdict> {
    for (let other = this.#inWork.get(id); other !== undefined; other = this.#inWork.get(id)) {
      const verdict = await other.catch(() => undefined);
      if (verdict !== undefined) return verdict;
    }
    if (this.#state.spool.has(id)) return null;
    const work = analyse();
    this.#inWork.set(id, work);
    try {
      return await work;
    } catch (error) {
      this.#inWork.delete(id);
      throw error;
    }
  }

  async #analysed(process: AnalysisProcess, found: FoundFile, large: boolean): Promise<Verdict> {
    const ask = () => process.ask({ kind: 'analyse' }, this.#limitMs);
    const answer = await (large ? this.#oneAtATime(ask) : ask());
    if (answer.kind !== 'analysed') return answer.kind === 'unreadable' ? answer.reason : `Got ${answer.kind}.`;
    if (answer.difference !== null) this.#ledger.differences.push({ path: found.path, reason: answer.difference });
    this.#state.spool.add(answer.row);
    return null;
  }

  #oneAtATime<T>(work: () => Promise<T>): Promise<T> {
    const mine = this.#largeBefore.then(work, work);
    this.#largeBefore = mine.catch(() => {});
    return mine;
  }

  #without({ path }: FoundFile, answer: Exclude<Answer, { kind: 'identified' }>): void {
    if (answer.kind === 'notPhoto') this.#ledger.notPhotos.push({ path, reason: answer.reason });
    else
      this.#ledger.failed.push({ path, reason: answer.kind === 'unreadable' ? answer.reason : `Got ${answer.kind}.` });
  }
}
