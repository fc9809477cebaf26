import { type CodeColumns, REMOVED } from './columns/codeColumns.ts';
import { BINARY } from './scan/heldScan.binary.ts';
import { openLoops } from './scan/scanLoops.ts';
import { Scratch } from './scan/scratch.ts';

/** The function of heldScan.assembly.ts. */
interface HeldLoops {
  countHeld(probabilities: number, gate: number, chosen: number, count: number): number;
}

/** Rows worked on at a time. */
const CHUNK = 65_536;
const CHOSEN = 255;

/** Counts how many photos hold each category, category by category. */
export class HeldCounter {
  readonly #columns: CodeColumns;
  readonly #loops: HeldLoops;
  readonly #chosen: Scratch;

  constructor(columns: CodeColumns) {
    this.#columns = columns;
    this.#loops = openLoops(columns.arena, BINARY);
    this.#chosen = new Scratch(columns.arena);
  }

  /**
   * @param photos that are counted, each once; others than those of the columns are left out
   * @param gates probability bytes from which a photo holds each category // (C,)
   * @returns // (C,)
   */
  among(photos: Uint32Array, gates: Uint8Array): Uint32Array {
    const { rowTable, blockRows } = this.#columns;
    const chosen = new Uint8Array(blockRows);
    for (let i = 0; i < photos.length; i++) {
      const row = rowTable[photos[i]!] ?? 0;
      if (row !== 0) chosen[row - 1] = CHOSEN;
    }
    return this.#counted(chosen, gates);
  }

  /** The same among all photos. */
  amongAll(gates: Uint8Array): Uint32Array {
    const { photos, rows, blockRows } = this.#columns;
    const numbers = photos.words(rows);
    const chosen = new Uint8Array(blockRows);
    for (let row = 0; row < rows; row++) if (numbers[row] !== REMOVED) chosen[row] = CHOSEN;
    return this.#counted(chosen, gates);
  }

  /** @param chosen by row // (blockRows,) */
  #counted(chosen: Uint8Array, gates: Uint8Array): Uint32Array {
    const { arena, probabilities } = this.#columns;
    const held = new Uint32Array(probabilities.length);
    const at = this.#chosen.atLeast(Math.min(CHUNK, chosen.length));
    for (let first = 0; first < chosen.length; first += CHUNK) {
      const count = Math.min(CHUNK, chosen.length - first);
      arena.bytes(at, count).set(chosen.subarray(first, first + count));
      for (let c = 0; c < held.length; c++)
        held[c]! += this.#loops.countHeld(probabilities[c]!.address + first, gates[c]!, at, count);
    }
    return held;
  }
}
