import type { CodeColumns } from '../columns/codeColumns.ts';
import { BLOCK, type Column } from '../columns/column.ts';
import { LOOKALIKE_BITS } from '../likeness.ts';
import { openLoops } from '../scan/scanLoops.ts';
import { Scratch } from '../scan/scratch.ts';
import { type GainTable, gainLevel, gainTables } from './expectedGain.ts';
import { type SimilarQuery, wantedAndUnwanted } from './similarQuery.ts';
import { BINARY } from './similarScan.binary.ts';

/** The functions of similarScan.assembly.ts; all but sizes and numbers of rows are addresses. */
interface SimilarLoops {
  distances(codes: number, bytes: number, count: number, query: number, out: number): void;
  gains(program: number, steps: number, first: number, count: number, sums: number): void;
  shared(program: number, steps: number, first: number, count: number, out: number): void;
  score(
    bits: number,
    looks: number,
    stride: number,
    likes: number,
    unlikes: number,
    sums: number,
    count: number,
    mostLevel: number,
    lookalike: number,
    levelPlace: number,
    unwantedPlace: number,
    sumPlace: number,
    scores: number,
    nearest: number,
    nearestLooks: number,
  ): void;
}

/** What every row is to a query, rows of removed photos, too. */
export interface ScoredRows {
  /** The smallest is the best; equal ones are put in order by the tie keys. // (rows,) */
  readonly scores: Uint32Array;
  /** Beyond all scores that can occur. */
  readonly greatest: number;
  /** Bits to the nearest example. // (rows,) */
  readonly nearest: Uint8Array;
  /** Bits of the appearance code, to the nearest example. // (rows,) */
  readonly looks: Uint8Array;
}

/** Rows worked on at a time, so that what lies between two loops stays in a core's own cache. */
const CHUNK = 4096;
/** Bytes of the longest code. */
const CODE_BYTES = 16;
const LOOKS_VALUES = 129;
const BYTES = 256;
/** Of what a query holds with less, nobody would say that it shares it. */
const LEAST_SHARED = 3;

/** Measures all rows by a query, with compiled loops on the columns' own memory. */
export class SimilarScan {
  readonly columns: CodeColumns;
  /** Appearance codes. */
  readonly looks: Column;
  readonly #loops: SimilarLoops;
  readonly #scratch: Scratch;

  /** @throws RangeError when the columns hold no appearance codes. */
  constructor(columns: CodeColumns) {
    const { looks } = columns;
    if (looks === null) throw new RangeError('SimilarScan: got columns without appearance codes');
    this.columns = columns;
    this.looks = looks;
    this.#loops = openLoops(columns.arena, BINARY);
    this.#scratch = new Scratch(columns.arena);
  }

  /**
   * Bits in which each row of a column of codes differs from the query.
   * @param query one word for each 32 bits of a row; of rows of 16 bits, one
   * @param rows of the column, those of the photos by default
   * @returns // (rows,)
   */
  distances(column: Column, query: Uint32Array, rows = this.columns.rows): Uint8Array {
    const { arena } = this.columns;
    const at = this.#scratch.atLeast(CODE_BYTES + CHUNK);
    const out = new Uint8Array(rows);
    this.#writeCode(at, query);
    byChunks(rows, (first, count) => {
      this.#measure(column, first, count, at, at + CODE_BYTES);
      take(out, first, arena.bytes(at + CODE_BYTES, count));
    });
    return out;
  }

  /** @param query of examples that fit the columns */
  score(query: SimilarQuery): ScoredRows {
    const { columns, looks } = this;
    const { arena, codes, rows } = columns;
    const byLooks = query.by === 'looks';
    const examples = [...query.like, ...query.unlike];
    const tables = byLooks ? [] : gainTables(...wantedAndUnwanted(query));
    const [least, most] = levelRange(tables);
    const greatestSum = (byLooks ? looks.bytesPerRow * 8 : columns.bits) * query.like.length;
    const unwantedPlace = LOOKS_VALUES * (greatestSum + 1);
    const levelPlace = unwantedPlace * (query.unlike.length > 0 ? 2 : 1);
    const greatest = LOOKALIKE_BITS + 1 + levelPlace * (most - least + 1);
    if (greatest > 0xffffffff) throw new RangeError(`SimilarScan: got ${examples.length} examples, wanted fewer`);

    const measured = examples.length * CHUNK;
    const program = this.#scratch.atLeast(
      tables.length * (12 + BYTES * 4) + 2 * examples.length * CODE_BYTES + 2 * measured + CHUNK * (4 + 4 + 1 + 1),
    );
    const partsAt = program + tables.length * 12;
    const queriesAt = partsAt + tables.length * BYTES * 4;
    const looksAt = queriesAt + 2 * examples.length * CODE_BYTES;
    const bitsAt = byLooks ? looksAt : looksAt + measured;
    const sumsAt = looksAt + 2 * measured;
    const scoresAt = sumsAt + CHUNK * 4;
    const nearestAt = scoresAt + CHUNK * 4;
    const nearestLooksAt = nearestAt + CHUNK;
    this.#writeTables(program, partsAt, tables);
    examples.forEach((example, e) => {
      this.#writeCode(queriesAt + 2 * e * CODE_BYTES, example.looks);
      this.#writeCode(queriesAt + (2 * e + 1) * CODE_BYTES, example.code);
    });

    const scored = {
      scores: new Uint32Array(rows),
      greatest,
      nearest: new Uint8Array(rows),
      looks: new Uint8Array(rows),
    };
    byChunks(rows, (first, count) => {
      examples.forEach((_, e) => {
        const queryAt = queriesAt + 2 * e * CODE_BYTES;
        this.#measure(looks, first, count, queryAt, looksAt + e * CHUNK);
        if (!byLooks) this.#measure(codes, first, count, queryAt + CODE_BYTES, bitsAt + e * CHUNK);
      });
      this.#loops.gains(program, tables.length, first, count, sumsAt);
      this.#loops.score(
        bitsAt,
        looksAt,
        CHUNK,
        query.like.length,
        query.unlike.length,
        sumsAt,
        count,
        most,
        LOOKALIKE_BITS,
        levelPlace,
        unwantedPlace,
        LOOKS_VALUES,
        scoresAt,
        nearestAt,
        nearestLooksAt,
      );
      take(scored.scores, first, arena.words(scoresAt, count));
      take(scored.nearest, first, arena.bytes(nearestAt, count));
      take(scored.looks, first, arena.bytes(nearestLooksAt, count));
    });
    return scored;
  }

  /**
   * For each row its P_c of the category that it and the query hold most surely: the one with the largest minimum of the two.
   * @param query probabilities as bytes // (C,)
   * @returns as bytes // (rows,)
   */
  shared(query: Uint8Array): Uint8Array {
    const { arena, probabilities, rows } = this.columns;
    const held = Array.from(query.keys()).filter((c) => query[c]! >= LEAST_SHARED);
    const program = this.#scratch.atLeast(held.length * 8 + CHUNK);
    const outAt = program + held.length * 8;
    arena.words(program, held.length * 2).set(held.flatMap((c) => [probabilities[c]!.address, query[c]!]));
    const out = new Uint8Array(rows);
    byChunks(rows, (first, count) => {
      this.#loops.shared(program, held.length, first, count, outAt);
      take(out, first, arena.bytes(outAt, count));
    });
    return out;
  }

  #measure(column: Column, first: number, count: number, query: number, out: number): void {
    const { address, bytesPerRow } = column;
    this.#loops.distances(address + first * bytesPerRow, bytesPerRow, count, query, out);
  }

  #writeCode(at: number, code: Uint32Array): void {
    this.columns.arena
      .words(at, CODE_BYTES / 4)
      .fill(0)
      .set(code);
  }

  #writeTables(program: number, partsAt: number, tables: readonly GainTable[]): void {
    const { arena, probabilities } = this.columns;
    tables.forEach(({ category, parts }, t) => {
      const at = partsAt + t * BYTES * 4;
      const leastByte = parts.findIndex((part) => part !== 0);
      arena.words(program + t * 12, 3).set([probabilities[category]!.address, leastByte, at]);
      arena.words(at, BYTES).set(parts);
    });
  }
}

/** By whole blocks. */
function byChunks(rows: number, work: (first: number, count: number) => void): void {
  const blockRows = Math.ceil(rows / BLOCK) * BLOCK;
  for (let first = 0; first < blockRows; first += CHUNK) work(first, Math.min(CHUNK, blockRows - first));
}

/** Rows beyond the last of what was worked on are left out. */
function take<A extends Uint8Array | Uint32Array>(out: A, first: number, chunk: A): void {
  out.set(chunk.length > out.length - first ? chunk.subarray(0, out.length - first) : chunk, first);
}

/** The least and the most that any photo can gain. */
function levelRange(tables: readonly GainTable[]): readonly [least: number, most: number] {
  let [least, most] = [0, 0];
  for (const { parts } of tables) {
    least += Math.min(...parts);
    most += Math.max(...parts);
  }
  return [gainLevel(least), gainLevel(most)];
}
