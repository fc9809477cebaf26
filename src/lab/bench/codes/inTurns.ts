import { type BenchRow, percentile, rowOfTimes } from '../row.ts';

export interface Contestant {
  readonly peer?: string;
  readonly note?: string;
  /** Answers query number q. */
  run(q: number): unknown;
}

/** Each query by one contestant after the other, round after round, so that whatever slows the machine slows them all. */
export function inTurns(name: string, contestants: readonly Contestant[], rounds: number, queries: number): BenchRow[] {
  const times = contestants.map((): number[] => []);
  for (let round = -2; round < rounds; round++) {
    contestants.forEach(({ run }, c) => {
      const q = (round + queries) % queries;
      const start = performance.now();
      run(q);
      if (round >= 0) times[c]!.push(performance.now() - start);
    });
  }
  return contestants.map(({ peer, note }, c) => {
    const p99 = percentile(
      [...times[c]!].sort((a, b) => a - b),
      0.99,
    );
    const notes = [`p99 ${p99.toPrecision(2)} ms`, ...(note ? [note] : [])].join(', ');
    return rowOfTimes(name, times[c]!, { note: notes, ...(peer === undefined ? {} : { peer }) });
  });
}
