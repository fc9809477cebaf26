import { type AnalysedPhoto, type Analyser, networkOptions } from './analyser.ts';
import type { Engine, EngineHost } from './engineHost.ts';

/** The form for WASM: a worker does everything for its photo, so as many photos are analysed at a time as there are workers. */
export function wasmAnalyser(analyseFile: NonNullable<Engine['analyseFile']>, engine: EngineHost): Analyser {
  return {
    async analyse(file, options = {}): Promise<AnalysedPhoto> {
      const ofNetwork = networkOptions(options);
      const { analysis, ...prepared } = await analyseFile(file, options);
      const { image, proposals } = prepared;
      // Where that worker's network failed, the engine tries another.
      const analysed =
        analysis === null
          ? await engine.analyse(image, { proposals, ...ofNetwork }, options)
          : { analysis, engine: 'wasm' as const };
      return { ...prepared, ...analysed, version: (await engine.network()).version };
    },
  };
}
