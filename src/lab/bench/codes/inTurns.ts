import { type BenchRow, percentile, rowOfTimes } from '../row.ts';

export interface Contestant {
  readonly peer?: string;
  readonly note?: string;
  /** Answers query number q. */
  run(q: number): unknown;
}

/** Queries of a turn that count; one before them brings the contestant's own data back into the caches that the others filled. */
const TIMED_A_TURN = 3;

/**
 * One contestant after the other, turn after turn, so that whatever slows the machine slows them all. Beside the time on the clock
 * stands the processor's own, which other programs lengthen less.
 */
export function inTurns(name: string, contestants: readonly Contestant[], turns: number, queries: number): BenchRow[] {
  const times = contestants.map((): number[] => []);
  const cpuTimes = contestants.map((): number[] => []);
  for (let turn = 0; turn < turns; turn++) {
    contestants.forEach((_, place) => {
      // There and back, so that each comes after either neighbour as often.
      const c = turn % 2 === 0 ? place : contestants.length - 1 - place;
      const { run } = contestants[c]!;
      const query = (i: number) => (turn * TIMED_A_TURN + i) % queries;
      run(query(TIMED_A_TURN));
      for (let i = 0; i < TIMED_A_TURN; i++) {
        const cpuStart = process.cpuUsage();
        const start = performance.now();
        run(query(i));
        times[c]!.push(performance.now() - start);
        const { user, system } = process.cpuUsage(cpuStart);
        cpuTimes[c]!.push((user + system) / 1000);
      }
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
