import type { IndexingProgress } from '../api/pipeline.ts';

/** How many photos the estimate looks back on. */
const REMEMBERED = 20;
/** Fewer than this say nothing about the rest. */
const ENOUGH = 2;

/** Counts of one run or of several together. */
export interface Counts {
  readonly done: number;
  readonly failed: number;
  readonly already: number;
  readonly left: number;
}

export const NO_COUNTS: Counts = { done: 0, failed: 0, already: 0, left: 0 };

/**
 * Estimates the time left from the time that the last photos took. Files that are in the gallery already cost nothing and do not
 * count, so an estimate can be too long but never too optimistic.
 */
export class Pace {
  #ends: number[] = [];

  /** A run starts, or continues after a pause: its pace has nothing to do with what came before. */
  start(now: number): void {
    this.#ends = [now];
  }

  /** A photo was computed, or failed after work. */
  tick(now: number): void {
    this.#ends = [...this.#ends, now].slice(-REMEMBERED - 1);
  }

  etaSeconds(left: number): number | null {
    const photos = this.#ends.length - 1;
    if (left === 0) return 0;
    if (photos < ENOUGH) return null;
    const mean = (this.#ends.at(-1)! - this.#ends[0]!) / photos;
    return Math.ceil((mean * left) / 1000);
  }
}

export function progressOf(
  counts: Counts,
  current: string | null,
  pace: Pace,
  where: IndexingProgress['where'],
): IndexingProgress {
  return { ...counts, current, etaSeconds: pace.etaSeconds(counts.left), where };
}
