import type { EngineStatus } from '../../../pipeline/api/pipeline.ts';

/** Both are names of standards, the same in every language. */
export const ENGINE_NAMES = { webgpu: 'WebGPU', wasm: 'WebAssembly' } as const;

/** 'WebGPU', 'WebAssembly': the engine as people know it. */
export function engineName(engine: EngineStatus): string {
  return ENGINE_NAMES[engine.engine];
}
