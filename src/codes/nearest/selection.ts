import type { CodeColumns } from '../columns/codeColumns.ts';
import type { Column } from '../columns/column.ts';
import type { Region } from '../columns/wasmArena.ts';
import { type HammingLoops, hammingLoops } from './hammingLoops.ts';

/** Best first: by score, equal ones by the photos' keys. */
export interface ScoredPhotos {
  /** // (K,) */
  readonly photos: Uint32Array;
  /** // (K,), ascending */
  readonly scores: Uint32Array;
}

/** Asks for every hit whose score is not beyond the greatest. */
export const ALL = 0x7fffffff;

const ENTRY_BYTES = 16;
/** Room at first where all are asked for. */
const FIRST_ROOM = 4096;
const LEAST_ROOM = 512;

/**
 * Picks the best of what a scan offers: entries in a buffer twice as large as asked for, a count of entries by score, and the score
 * beyond which nothing is of use any more, which sinks while the scan runs. A hit costs O(1) on average; nothing is sorted but what
 * stays.
 */
export class Selection {
  readonly #columns: CodeColumns;
  readonly #keys: Column;
  readonly loops: HammingLoops;
  #entries: Region;
  #counts: Region;

  /** @throws RangeError when the columns have no keys. */
  constructor(columns: CodeColumns) {
    if (columns.keys === null) throw new RangeError('Selection: got columns without tie keys');
    this.#columns = columns;
    this.#keys = columns.keys;
    this.loops = hammingLoops(columns.arena);
    this.#entries = columns.arena.allocate(FIRST_ROOM * ENTRY_BYTES);
    this.#counts = columns.arena.allocate(1024);
  }

  /**
   * Runs `scan`, which offers rows to the loops, and gives the `most` best hits of scores 0..greatest. Where all are asked for and
   * there was too little room, `scan` runs once more.
   */
  pick(most: number, greatest: number, scan: () => void): ScoredPhotos {
    const { rows } = this.#columns;
    if (most === 0 || rows === 0) return { photos: new Uint32Array(0), scores: new Uint32Array(0) };
    let room = most === ALL ? FIRST_ROOM : Math.min(rows, Math.max(LEAST_ROOM, 2 * most));
    for (;;) {
      this.#entries = this.#atLeast(this.#entries, room * ENTRY_BYTES);
      this.restart(most, greatest);
      scan();
      const found = this.loops.finish();
      if (found * ENTRY_BYTES <= this.#entries.bytes) return this.#hits(found);
      room = found;
    }
  }

  /** Within a scan: forgets what was offered so far and begins again, with a smaller greatest score that is known to suffice. */
  restart(most: number, greatest: number): void {
    const { photos, rows, count } = this.#columns;
    this.#counts = this.#atLeast(this.#counts, (greatest + 1) * 4);
    this.loops.begin(
      this.#entries.address,
      this.#entries.bytes / ENTRY_BYTES,
      this.#counts.address,
      this.#keys.address,
      rows === count ? 0 : photos.address,
      rows,
      most,
      greatest,
    );
  }

  #atLeast(region: Region, bytes: number): Region {
    if (region.bytes >= bytes) return region;
    this.#columns.arena.release(region);
    return this.#columns.arena.allocate(bytes);
  }

  #hits(found: number): ScoredPhotos {
    const entries = this.#columns.arena.words(this.#entries.address, found * 4);
    const numbers = this.#columns.photos.words(this.#columns.rows);
    const photos = new Uint32Array(found);
    const scores = new Uint32Array(found);
    for (let i = 0; i < found; i++) {
      scores[i] = entries[i * 4 + 1]!;
      photos[i] = numbers[entries[i * 4 + 2]!]!;
    }
    return { photos, scores };
  }
}
