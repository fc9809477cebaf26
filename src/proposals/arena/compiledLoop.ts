import { loopsOf } from './loopsBinary.ts';
import type { Scratch } from './scratch.ts';
import {
  fingerprintName,
  layoutFingerprint,
  type StructFields,
  type StructLayout,
  type StructValues,
  structLayout,
  writeStruct,
} from './structLayout.ts';

/** A loop with its arguments in the arena, until the next photo. */
export interface BoundLoop {
  /** Runs on what the arguments hold now; gives what the loop returns, 0 where it returns nothing. */
  run(): number;
  /**
   * The arguments as 32-bit numbers, for those that change from run to run: `call.words[LOOP.word.count] = 3`. Only for fields of
   * kind i32; what an address points to stays.
   */
  readonly words: Int32Array;
}

/** A function of the binary that reads its arguments from a struct. */
export interface CompiledLoop<Fields extends StructFields> {
  readonly layout: StructLayout<Fields>;
  /** Index of each field in `BoundLoop.words`. */
  readonly word: { readonly [Name in keyof Fields as Fields[Name] extends 'i32' ? Name : never]: number };
  /**
   * The loop on these arguments, or null where the plain one of TypeScript must do: on a machine without SIMD, and where an array lies
   * outside the arena, because that has no room for this photo yet. Both give the same bits.
   */
  on(scratch: Scratch, values: StructValues<Fields>): BoundLoop | null;
}

/** @param name of the function; its struct is called the same, with a capital and `Arguments` */
export function compiledLoop<const Fields extends StructFields>(name: string, fields: Fields): CompiledLoop<Fields> {
  const layout = structLayout(`${name[0]!.toUpperCase()}${name.slice(1)}Arguments`, fields);
  const word: Record<string, number> = {};
  for (const field of Object.keys(fields)) word[field] = layout.offsets[field]! / 4;
  return {
    layout,
    // Filled from the very fields, as the offsets are.
    word: word as CompiledLoop<Fields>['word'],
    on(scratch, values) {
      const address = structIn(scratch, layout, values);
      const exports = loopsOf(scratch.memory);
      if (address === null || exports === null) return null;
      const loop = checkedLoop(exports, name, layout);
      return {
        run: () => loop(address) ?? 0,
        words: new Int32Array(scratch.memory.buffer, address, layout.bytes / 4),
      };
    },
  };
}

/** Writes a struct into the arena. Returns its address, or null where the struct or an array of it lies outside the arena. */
export function structIn<Fields extends StructFields>(
  scratch: Scratch,
  layout: StructLayout<Fields>,
  values: StructValues<Fields>,
): number | null {
  const { buffer } = scratch.memory;
  for (const name of Object.keys(layout.fields)) {
    const value: ArrayBufferView | number = values[name]!;
    if (typeof value !== 'number' && value.buffer !== buffer) return null;
  }
  const struct = scratch.float64(layout.bytes / 8);
  if (struct.buffer !== buffer) return null;
  writeStruct(layout, new DataView(buffer), struct.byteOffset, values);
  return struct.byteOffset;
}

type Loop = (address: number) => number | undefined;

function isLoop(value: WebAssembly.ExportValue | undefined): value is Loop {
  return typeof value === 'function' && value.length === 1;
}

/**
 * @throws Error when the binary lacks the loop, or has one that reads other arguments than the host writes: it was built from another
 * source.
 */
export function checkedLoop(exports: WebAssembly.Exports, name: string, layout: StructLayout<StructFields>): Loop {
  const loop = exports[name];
  if (!isLoop(loop))
    throw new Error(`compiledLoop: loops.binary.ts has no ${name} of one struct; npm run assembly builds it`);
  const fingerprint = exports[fingerprintName(layout.name)];
  const [got, wanted] = [
    fingerprint instanceof WebAssembly.Global ? fingerprint.value : 'none',
    layoutFingerprint(layout),
  ];
  if (got !== wanted)
    throw new Error(
      `compiledLoop: ${layout.name} of loops.binary.ts: got layout ${got}, wanted ${wanted}; npm run assembly builds it`,
    );
  return loop;
}
