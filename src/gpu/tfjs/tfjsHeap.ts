import type { KernelBackend, TensorInfo } from './tfjs.ts';
import type { BackendWasm } from './wasmBackend.ts';

/**
 * The WASM memory that tfjs keeps its tensors in, for WASM code of ours that works on it in place.
 * tfjs's types hide the memory and the allocator; they are in every build from 3.0 to 4.22.
 */
export interface TfjsHeap {
  readonly memory: WebAssembly.Memory;
  /** Address of a tensor's numbers. */
  address(tensor: TensorInfo): number;
  /** A tensor of the backend with no numbers written yet. */
  output(shape: number[], dtype: 'float32' | 'int32'): TensorInfo;
  /** Gives `work` the address of `bytes` bytes and takes them back. */
  scratch<T>(bytes: number, work: (address: number) => T): T;
}

/** The module that Emscripten made, as far as we use it. */
interface EmscriptenModule {
  readonly asm?: Readonly<Record<string, unknown>>;
  readonly _malloc: (bytes: number) => number;
  readonly _free: (address: number) => void;
}

/** null where tfjs's build does not show its memory, or shares it with threads (which a module must be built for). */
export function tfjsHeap(backend: KernelBackend): TfjsHeap | null {
  const wasm = backend as BackendWasm;
  // BackendWasm's own type names neither field.
  const module = wasm.wasm as unknown as EmscriptenModule;
  const memory = Object.values(module.asm ?? {}).find((value) => value instanceof WebAssembly.Memory);
  if (memory === undefined || !(memory.buffer instanceof ArrayBuffer)) return null;
  return {
    memory,
    address: (tensor) => wasm.dataIdMap.get(tensor.dataId).memoryOffset,
    output: (shape, dtype) => wasm.makeOutput(shape, dtype),
    scratch(bytes, work) {
      // Beyond 2 GiB the allocator's answer reads as negative.
      const address = module._malloc(bytes) >>> 0;
      if (address === 0) throw new Error(`tfjsHeap: no room for ${bytes} bytes of scratch`);
      try {
        return work(address);
      } finally {
        module._free(address);
      }
    },
  };
}
