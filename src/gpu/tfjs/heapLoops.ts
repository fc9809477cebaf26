/** By their text: a worker compiles each once, whatever memories it works on. null where the machine has no SIMD. */
const modules = new Map<string, WebAssembly.Module | null>();
const instances = new WeakMap<WebAssembly.Memory, Map<string, WebAssembly.Exports>>();

function moduleOf(base64: string): WebAssembly.Module | null {
  let module = modules.get(base64);
  if (module === undefined) {
    const binary = Uint8Array.from(atob(base64), (character) => character.charCodeAt(0));
    module = WebAssembly.validate(binary) ? new WebAssembly.Module(binary) : null;
    modules.set(base64, module);
  }
  return module;
}

/**
 * Compiled loops of ours on a memory, such as the one that tfjs keeps its tensors in.
 * @param base64 as `npm run assembly` writes it
 * @returns null on a machine without SIMD
 */
export function loopsOn(memory: WebAssembly.Memory, base64: string): WebAssembly.Exports | null {
  const onMemory = instances.get(memory) ?? new Map<string, WebAssembly.Exports>();
  instances.set(memory, onMemory);
  const known = onMemory.get(base64);
  if (known !== undefined) return known;
  const module = moduleOf(base64);
  if (module === null) return null;
  const { exports } = new WebAssembly.Instance(module, { env: { memory } });
  onMemory.set(base64, exports);
  return exports;
}
