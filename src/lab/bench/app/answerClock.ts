import type { Page } from 'playwright';
import { type Expected, installAnswerWatch } from './answerWatch.ts';

/** No answer takes so long, on any machine. */
const LIMIT_MS = 60_000;

/** Takes how long answers of the page take. */
export class AnswerClock {
  /** Milliseconds by what was done, in the order of the first time. */
  readonly times = new Map<string, number[]>();
  readonly #page: Page;

  private constructor(page: Page) {
    this.#page = page;
  }

  static async in(page: Page): Promise<AnswerClock> {
    await page.evaluate(installAnswerWatch);
    return new AnswerClock(page);
  }

  /**
   * Does something and notes the milliseconds until its answer is painted. Keys and taps go through the browser's own input, and the time
   * counts from the event's own stamp: what the driver takes is not in it.
   * @throws Error that names what was not answered.
   */
  async take(what: string, expected: Expected, act: () => Promise<void>): Promise<number> {
    // Input goes another way into the page than scripts do, and may overtake them.
    await this.#page.evaluate(({ wanted, limit }) => window.facetExpect?.(wanted, limit), {
      wanted: expected,
      limit: LIMIT_MS,
    });
    await act();
    const ms = await this.#page.evaluate(() => window.facetAnswer);
    if (ms === undefined || ms === null)
      throw new Error(`AnswerClock.take: got no answer to "${what}" in ${LIMIT_MS / 1000} s`);
    process.stderr.write(`  ${what}: ${ms.toFixed(0)} ms\n`);
    this.times.set(what, [...(this.times.get(what) ?? []), ms]);
    return ms;
  }

  /** What was taken so far warmed the page. */
  forget(): void {
    this.times.clear();
  }
}
