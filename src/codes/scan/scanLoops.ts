import type { WasmArena } from '../columns/wasmArena.ts';
import { BINARY as EXPRESSION_BINARY } from './expressionScan.binary.ts';
import { BINARY as HAMMING_BINARY } from './hammingScan.binary.ts';

/** The functions of hammingScan.assembly.ts; all but sizes and numbers of rows are addresses. */
export interface HammingLoops {
  begin(
    entries: number,
    capacity: number,
    counts: number,
    keys: number,
    photos: number,
    rows: number,
    most: number,
    greatest: number,
  ): void;
  boundScore(): number;
  offerAll(scored: number, count: number): void;
  finish(): number;
  scan64(codes: number, first: number, end: number, query: number): void;
  scan64ByVectors(codes: number, first: number, end: number, query: number): void;
  scanAny(codes: number, bytes: number, first: number, end: number, query: number): void;
}

/** The function of expressionScan.assembly.ts. */
export interface ExpressionLoops {
  scoreRows(
    program: number,
    steps: number,
    bytes: number,
    stack: number,
    first: number,
    end: number,
    bound: number,
    scored: number,
  ): number;
}

/** By their text: what the engine has optimised for one gallery is fast for the next. */
const modules = new Map<string, WebAssembly.Module>();

/**
 * Compiled loops on the arena's memory.
 * @throws Error where the browser has no SIMD in WebAssembly: Chromium before 91, Firefox before 89, Safari before 16.4.
 */
export function openLoops(arena: WasmArena, base64: string): WebAssembly.Exports {
  let module = modules.get(base64);
  if (module === undefined) {
    const binary = Uint8Array.from(atob(base64), (character) => character.charCodeAt(0));
    if (!WebAssembly.validate(binary))
      throw new Error('openLoops: got an engine without SIMD in WebAssembly, wanted one that has it');
    module = new WebAssembly.Module(binary);
    modules.set(base64, module);
  }
  return new WebAssembly.Instance(module, { env: { memory: arena.memory } }).exports;
}

// The exports are those of the binary beside; its types are lost on the way through WebAssembly, and are given back here.
export function hammingLoops(arena: WasmArena): HammingLoops {
  return openLoops(arena, HAMMING_BINARY) as unknown as HammingLoops;
}

export function expressionLoops(arena: WasmArena): ExpressionLoops {
  return openLoops(arena, EXPRESSION_BINARY) as unknown as ExpressionLoops;
}
