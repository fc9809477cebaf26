/** A mean over the queries for which the measure exists. */
export interface MeanMeasure {
  /** NaN where there is no such query. */
  readonly mean: number;
  readonly count: number;
}

/** Queries whose measure is null (nothing relevant to find) are left out of the mean and of the count. */
export function meanMeasure(values: Iterable<number | null>): MeanMeasure {
  let sum = 0;
  let count = 0;
  for (const value of values) {
    if (value === null) continue;
    sum += value;
    count++;
  }
  return { mean: count === 0 ? NaN : sum / count, count };
}
