import type { Analyser } from './analyser.ts';
import type { EngineHost } from './engineHost.ts';
import { gpuAnalyser } from './gpuAnalyser.ts';
import type { PreparePool } from './preparePool.ts';
import { wasmAnalyser } from './wasmAnalyser.ts';

/** The analyser in the form of whatever engine is in use when a photo comes. */
export function engineAnalyser(pool: Pick<PreparePool, 'prepare'>, engine: EngineHost): Analyser {
  const preparing = gpuAnalyser(pool, engine);
  return {
    analyse(file, options) {
      const analyseFile = engine.ready?.analyseFile;
      const form = analyseFile === undefined ? preparing : wasmAnalyser(analyseFile, engine);
      return form.analyse(file, options);
    },
  };
}
