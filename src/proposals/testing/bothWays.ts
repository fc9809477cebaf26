import type { CompiledLoop } from '../arena/compiledLoop.ts';
import { Scratch } from '../arena/scratch.ts';
import type { StructFields } from '../arena/structLayout.ts';

type Numbers = Float32Array | Float64Array | Int32Array;

/** A named input of a stage. */
export interface StageCase {
  readonly name: string;
  /** What the stage makes of it, in arrays of the arena. */
  run(scratch: Scratch): readonly Numbers[];
}

/** An arena without room hands out arrays of their own, on which no loop can run. */
const NO_ROOM = 0;
const ROOM = 32 * 2 ** 20;

/**
 * Runs a case with its compiled loops and without them, and names every array whose bits differ: none, if the loops are right.
 * @throws Error when one of the loops did not run, so that nothing was compared
 */
export function differencesFromReference(
  { run }: StageCase,
  loops: readonly CompiledLoop<StructFields>[],
): readonly string[] {
  const plain = run(new Scratch(NO_ROOM));
  const fast = boundDuring(loops, () => run(new Scratch(ROOM)));
  return fast.flatMap((array, k) => {
    const wanted = plain[k];
    if (wanted?.length !== array.length) return [`array ${k}: got ${array.length} numbers, wanted ${wanted?.length}`];
    const [a, b] = [bytesOf(array), bytesOf(wanted)];
    const at = a.findIndex((byte, i) => byte !== b[i]);
    if (at < 0) return [];
    const index = Math.floor(at / array.BYTES_PER_ELEMENT);
    return [`array ${k}: number ${index} of ${array.length}: got ${array[index]}, wanted ${wanted[index]}`];
  });
}

function bytesOf({ buffer, byteOffset, byteLength }: Numbers): Uint8Array {
  return new Uint8Array(buffer, byteOffset, byteLength);
}

function boundDuring<Result>(loops: readonly CompiledLoop<StructFields>[], run: () => Result): Result {
  const originals = loops.map((loop) => loop.on);
  const bound = loops.map(() => 0);
  loops.forEach((loop, k) => {
    loop.on = (scratch, values) => {
      const found = originals[k]!(scratch, values);
      if (found !== null) bound[k]!++;
      return found;
    };
  });
  try {
    const result = run();
    const missing = loops.filter((_, k) => bound[k] === 0).map(({ layout }) => layout.name);
    if (missing.length > 0) throw new Error(`differencesFromReference: no loop ran on ${missing.join(', ')}`);
    return result;
  } finally {
    loops.forEach((loop, k) => {
      loop.on = originals[k]!;
    });
  }
}
