import { type BenchRow, percentile, rowOfTimes } from '../row.ts';

export interface Contestant {
  readonly peer?: string;
  readonly note?: string;
  /** Answers query number q. */
  run(q: number): unknown;
}

/**
 * Each query by one contestant after the other, round after round, so that whatever slows the machine slows them all. Beside the time on
 * the clock stands the processor's own, which other programs lengthen less.
 */
export function inTurns(name: string, contestants: readonly Contestant[], rounds: number, queries: number): BenchRow[] {
  const times = contestants.map((): number[] => []);
  const cpuTimes = contestants.map((): number[] => []);
  for (let round = -2; round < rounds; round++) {
    contestants.forEach(({ run }, c) => {
      const q = (round + 2 * queries) % queries;
      const cpuStart = process.cpuUsage();
      const start = performance.now();
      run(q);
      const ms = performance.now() - start;
      const { user, system } = process.cpuUsage(cpuStart);
      if (round < 0) return;
      times[c]!.push(ms);
      cpuTimes[c]!.push((user + system) / 1000);
    });
  }
  return contestants.map(({ peer, note }, c) => {
    const wall = [...times[c]!].sort((a, b) => a - b);
    const cpu = [...cpuTimes[c]!].sort((a, b) => a - b);
    const notes = [
      `least ${wall[0]!.toPrecision(2)}, p99 ${percentile(wall, 0.99).toPrecision(2)}, CPU ${percentile(cpu, 0.5).toPrecision(2)} ms`,
      ...(note ? [note] : []),
    ].join(', ');
    return rowOfTimes(name, times[c]!, { note: notes, ...(peer === undefined ? {} : { peer }) });
  });
}
