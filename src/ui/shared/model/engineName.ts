import type { EngineStatus } from '../../../pipeline/api/pipeline.ts';

const NAMES = { webgpu: 'WebGPU', wasm: 'WebAssembly' } as const;

/** 'WebGPU', 'WebAssembly': the engine as people know it. */
export function engineName(engine: EngineStatus): string {
  return NAMES[engine.engine];
}
