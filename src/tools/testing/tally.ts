/** How many tests of a run passed, failed and were skipped, read from the JSON reports of vitest and Playwright. */
export interface Tally {
  readonly passed: number;
  readonly failed: number;
  readonly skipped: number;
}

export function addTallies(...tallies: readonly Tally[]): Tally {
  return tallies.reduce((sum, tally) => ({
    passed: sum.passed + tally.passed,
    failed: sum.failed + tally.failed,
    skipped: sum.skipped + tally.skipped,
  }));
}

/** `12 passed, 0 failed`, and `, 3 skipped` only where there are any. */
export function tallyLine({ passed, failed, skipped }: Tally): string {
  return `${passed} passed, ${failed} failed${skipped > 0 ? `, ${skipped} skipped` : ''}`;
}

function numbersOf<K extends string>(caller: string, report: unknown, keys: readonly K[]): Record<K, number> {
  const found: Partial<Record<K, number>> = {};
  for (const key of keys) {
    const value =
      typeof report === 'object' && report !== null
        ? Object.entries(report).find(([name]) => name === key)?.[1]
        : undefined;
    if (typeof value !== 'number') throw new Error(`${caller}: got ${String(value)} for ${key}, wanted a number`);
    found[key] = value;
  }
  return found as Record<K, number>; // Every key was filled above or an error was thrown.
}

/** @throws Error naming the first count that the report lacks. */
export function vitestTally(report: unknown): Tally {
  const counts = numbersOf('vitestTally', report, [
    'numPassedTests',
    'numFailedTests',
    'numPendingTests',
    'numTodoTests',
  ]);
  return {
    passed: counts.numPassedTests,
    failed: counts.numFailedTests,
    skipped: counts.numPendingTests + counts.numTodoTests,
  };
}

/** A test that passed only on a second try is a failure here. @throws Error naming the first count that the report lacks. */
export function playwrightTally(report: unknown): Tally {
  const stats = typeof report === 'object' && report !== null && 'stats' in report ? report.stats : undefined;
  const counts = numbersOf('playwrightTally', stats, ['expected', 'unexpected', 'flaky', 'skipped']);
  return { passed: counts.expected, failed: counts.unexpected + counts.flaky, skipped: counts.skipped };
}
