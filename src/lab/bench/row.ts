/** One line of the bench: what was timed, beside what, and how far the times spread. */
export interface BenchRow {
  /** Stage and size, such as "SPP 1,000 boxes × 50 bins × 256 channels". */
  readonly name: string;
  /** What does the same work another way in the same run, where the row is that peer's. */
  readonly peer?: string;
  readonly medianMs: number;
  /** 10th and 90th percentile, milliseconds. */
  readonly spreadMs: readonly [p10: number, p90: number];
  readonly runs: number;
  readonly note?: string;
}

/** What `npm run bench` was asked for. */
export interface BenchOptions {
  /** Sizes that take minutes and gigabytes, too. */
  readonly large: boolean;
  /** A commit or a folder with a built page, to be measured in turns with that of now. */
  readonly before?: string;
  /** In the gallery that is measured. */
  readonly photos?: number;
}

export interface MeasureOptions {
  /** Runs whose times are thrown away. */
  readonly warmup?: number;
  readonly runs?: number;
  readonly peer?: string;
  readonly note?: string;
}

/** Linear between ranks, like numpy's default. `sorted` ascending, `share` 0..1 */
export function percentile(sorted: readonly number[], share: number): number {
  if (sorted.length === 0) throw new RangeError('percentile: got no numbers, wanted at least one');
  const at = share * (sorted.length - 1);
  const low = Math.floor(at);
  const high = Math.min(low + 1, sorted.length - 1);
  return sorted[low]! + (at - low) * (sorted[high]! - sorted[low]!);
}

/** A row of times that were taken elsewhere. `times` milliseconds, any order */
export function rowOfTimes(name: string, times: readonly number[], { peer, note }: MeasureOptions = {}): BenchRow {
  const sorted = [...times].sort((a, b) => a - b);
  return {
    name,
    ...(peer === undefined ? {} : { peer }),
    medianMs: percentile(sorted, 0.5),
    spreadMs: [percentile(sorted, 0.1), percentile(sorted, 0.9)],
    runs: sorted.length,
    ...(note === undefined ? {} : { note }),
  };
}

/** Times `fn` alone, run after run; a promise is awaited before the clock stops. */
export async function measure(name: string, fn: () => unknown, options: MeasureOptions = {}): Promise<BenchRow> {
  const { warmup = 2, runs = 10 } = options;
  if (!Number.isInteger(runs) || runs < 1)
    throw new RangeError(`measure: got ${runs} runs, wanted a positive whole number`);
  for (let i = 0; i < warmup; i++) await fn();
  const times: number[] = [];
  for (let i = 0; i < runs; i++) {
    const start = performance.now();
    await fn();
    times.push(performance.now() - start);
  }
  return rowOfTimes(name, times, options);
}
