import type { WasmArena } from '../columns/wasmArena.ts';
import { BINARY } from './expressionScan.binary.ts';

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
 * @param base64 the binary, whose exports `Loops` names
 * @throws Error where the browser has no SIMD in WebAssembly: Chromium before 91, Firefox before 89, Safari before 16.4.
 */
export function openLoops<Loops>(arena: WasmArena, base64: string): Loops {
  let module = modules.get(base64);
  if (module === undefined) {
    const binary = Uint8Array.from(atob(base64), (character) => character.charCodeAt(0));
    if (!WebAssembly.validate(binary))
      throw new Error('openLoops: got an engine without SIMD in WebAssembly, wanted one that has it');
    module = new WebAssembly.Module(binary);
    modules.set(base64, module);
  }
  // The types of exports are lost on the way through WebAssembly, and are given back here.
  return new WebAssembly.Instance(module, { env: { memory: arena.memory } }).exports as unknown as Loops;
}

export function expressionLoops(arena: WasmArena): ExpressionLoops {
  return openLoops(arena, BINARY);
}
