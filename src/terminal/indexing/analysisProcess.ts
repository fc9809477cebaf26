import type { ChildProcess } from 'node:child_process';
import type { Answer, NetworkFacts, Order } from './messages.ts';

/** The process ended, or was ended because it took too long; the message is a sentence that is true of the file it had. */
export class ProcessEnded extends Error {
  override readonly name = 'ProcessEnded';

  /** @param late whether it was ended because it took too long */
  constructor(
    message: string,
    readonly late = false,
  ) {
    super(message);
  }
}

/** A process that analyses files, from the run's side. */
export class AnalysisProcess {
  readonly #child: ChildProcess;
  readonly facts: NetworkFacts;

  private constructor(child: ChildProcess, facts: NetworkFacts) {
    this.#child = child;
    this.facts = facts;
  }

  /** Waits until its network is loaded. @throws ProcessEnded when it does not start. */
  static async start(fork: () => ChildProcess): Promise<AnalysisProcess> {
    const child = fork();
    const answer = await nextAnswer(child);
    if (answer.kind !== 'ready') throw new ProcessEnded(`The analysing process did not start: ${answer.kind}.`);
    return new AnalysisProcess(child, answer.facts);
  }

  /** @throws ProcessEnded when it ends before it answers, which it is made to after `limitMs`. */
  async ask(order: Order, limitMs: number): Promise<Answer> {
    let late = false;
    const timer = setTimeout(() => {
      late = true;
      this.#child.kill('SIGKILL');
    }, limitMs);
    try {
      const answer = nextAnswer(this.#child);
      this.#child.send(order);
      return await answer;
    } catch (error) {
      throw late ? new ProcessEnded(`It took longer than ${Math.round(limitMs / 1000)} seconds.`, true) : error;
    } finally {
      clearTimeout(timer);
    }
  }

  end(): void {
    this.#child.removeAllListeners();
    this.#child.kill('SIGKILL');
  }
}

function nextAnswer(child: ChildProcess): Promise<Answer> {
  return new Promise((resolve, reject) => {
    const settle = (what: () => void) => {
      child.off('message', onMessage).off('error', onEnd).off('exit', onEnd);
      what();
    };
    // What arrives was sent by `indexProcess`, which sends nothing else.
    const onMessage = (message: unknown) => settle(() => resolve(message as Answer));
    const onEnd = (code: unknown) =>
      settle(() => reject(new ProcessEnded(`The program that reads photos broke down on it (${String(code)}).`)));
    child.on('message', onMessage).on('error', onEnd).on('exit', onEnd);
  });
}
