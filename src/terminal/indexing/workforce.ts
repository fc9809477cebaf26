import type { ChildProcess } from 'node:child_process';
import { AnalysisProcess, ProcessEnded } from './analysisProcess.ts';
import type { NetworkFacts } from './messages.ts';

/** Processes that go through files side by side; one that a file breaks is started again. */
export class Workforce {
  readonly #fork: () => ChildProcess;
  readonly #processes: Set<AnalysisProcess>;
  readonly facts: NetworkFacts;

  private constructor(fork: () => ChildProcess, processes: readonly AnalysisProcess[]) {
    this.#fork = fork;
    this.#processes = new Set(processes);
    this.facts = processes[0]!.facts;
  }

  /** @param count at least one @throws ProcessEnded when one does not start. */
  static async start(count: number, fork: () => ChildProcess): Promise<Workforce> {
    return new Workforce(fork, await Promise.all(Array.from({ length: count }, () => AnalysisProcess.start(fork))));
  }

  /**
   * Gives every file to a process.
   * @param tried what is done with a file; a file whose process broke is tried once more on a new one
   * @param broken told of a file that broke that one, too
   */
  async each<T>(
    files: Iterable<T>,
    tried: (process: AnalysisProcess, file: T) => Promise<void>,
    broken: (file: T, reason: string) => void,
  ): Promise<void> {
    // One iterator for all: each file goes to whoever is free.
    const waiting = files[Symbol.iterator]();
    const work = async (first: AnalysisProcess) => {
      let process = first;
      for (let next = waiting.next(); !next.done; next = waiting.next()) {
        for (let attempt = 1; ; attempt++) {
          try {
            await tried(process, next.value);
            break;
          } catch (error) {
            if (!(error instanceof ProcessEnded)) throw error;
            process = await this.#replaced(process);
            // It may have been the process that was ill, and not the file.
            if (attempt === 2 || error.late) {
              broken(next.value, error.message);
              break;
            }
          }
        }
      }
    };
    await Promise.all([...this.#processes].map(work));
  }

  end(): void {
    for (const process of this.#processes) process.end();
  }

  async #replaced(process: AnalysisProcess): Promise<AnalysisProcess> {
    this.#processes.delete(process);
    process.end();
    const another = await AnalysisProcess.start(this.#fork);
    this.#processes.add(another);
    return another;
  }
}
