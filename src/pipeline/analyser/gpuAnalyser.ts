import { type AnalysedPhoto, type Analyser, networkOptions } from './analyser.ts';
import type { EngineHost } from './engineHost.ts';
import { KeptPhoto } from './keptPhoto.ts';
import type { PreparePool } from './preparePool.ts';

/**
 * The form for a GPU: workers prepare several photos side by side, and the engine takes one after the other. While the engine is still
 * being chosen this is the form, too: a first photo is prepared meanwhile.
 */
export function gpuAnalyser(pool: Pick<PreparePool, 'prepare'>, engine: EngineHost): Analyser {
  const preparedOnce = new KeptPhoto();
  return {
    async analyse(file, options = {}): Promise<AnalysedPhoto> {
      const ofNetwork = networkOptions(options);
      const prepared = await preparedOnce.get(options.keepAs, () => pool.prepare(file, options));
      const { image, proposals } = prepared;
      const analysed = await engine.analyse(image, { proposals, ...ofNetwork }, options);
      return { ...prepared, ...analysed, version: (await engine.network()).version };
    },
  };
}
