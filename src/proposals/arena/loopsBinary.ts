import { BINARY } from '../generated/loops.binary.ts';

/** null where the machine has no SIMD. */
let compiled: WebAssembly.Module | null | undefined;

function module(): WebAssembly.Module | null {
  if (compiled !== undefined) return compiled;
  const binary = Uint8Array.from(atob(BINARY), (character) => character.charCodeAt(0));
  compiled = WebAssembly.validate(binary) ? new WebAssembly.Module(binary) : null;
  return compiled;
}

const instances = new WeakMap<WebAssembly.Memory, WebAssembly.Exports>();

/** What loops.assembly.ts exports, on the memory of one arena; null on a machine without SIMD. */
export function loopsOf(memory: WebAssembly.Memory): WebAssembly.Exports | null {
  const known = instances.get(memory);
  if (known !== undefined) return known;
  const loops = module();
  if (loops === null) return null;
  const { exports } = new WebAssembly.Instance(loops, { env: { memory } });
  instances.set(memory, exports);
  return exports;
}
