import type { WasmArena } from '../columns/wasmArena.ts';
import { openLoops } from '../scan/scanLoops.ts';
import { BINARY } from './hammingScan.binary.ts';

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

export function hammingLoops(arena: WasmArena): HammingLoops {
  return openLoops(arena, BINARY);
}
