import { expose, transfer } from 'comlink';
import type { RgbImage } from '../../base/image/rgbImage.ts';
import type { ModelLoader } from '../../base/weights/modelLoader.ts';
import type { AnalyseOptions, Network } from '../../network/network.ts';
import { takeModelFilesFrom } from './modelFiles.ts';
import { type AnalysedPhoto, contentHash, loadedProposer, preparePhoto } from './preparedPhoto.ts';

/** What whoever keeps the pool has to know of a network that lives in its workers. */
export interface LoadedNetwork extends Pick<Network, 'categories' | 'bitsPerCategory' | 'version'> {
  readonly simd: boolean;
}

/** Only when it is asked for, so that workers beside a GPU engine never load tfjs. */
async function wasmNetwork() {
  return (await import('./wasmAnalysis.ts')).loadedNetwork();
}

/** One worker of the pool; the pool gives it one task at a time. */
const preparation = {
  contentHash,

  /** Called first. */
  takeModelFilesFrom(keeper: ModelLoader): void {
    takeModelFilesFrom(keeper);
  },

  /** Resolves when all that `prepare` needs is loaded, so that loading does not count against a photo's time. */
  async loadProposer(): Promise<void> {
    await loadedProposer();
  },

  /** As `loadProposer`, for all of a photo's way. */
  async loadNetwork(): Promise<LoadedNetwork> {
    const [{ network, simd }] = await Promise.all([wasmNetwork(), loadedProposer()]);
    const { categories, bitsPerCategory, version } = network;
    return { categories, bitsPerCategory, version, simd };
  },

  async prepare(file: Blob, withPreview: boolean) {
    const prepared = await preparePhoto(file, withPreview);
    return transfer(prepared, [
      prepared.image.data.buffer,
      prepared.thumbnail.bytes,
      ...(prepared.preview ? [prepared.preview.bytes] : []),
    ]);
  },

  /** On WASM. */
  async analyse(image: RgbImage, options?: AnalyseOptions): ReturnType<Network['analyse']> {
    return (await wasmNetwork()).network.analyse(image, options);
  },

  /** Where this worker's network fails, the photo comes without an analysis and the engine does it. */
  async prepareAndAnalyse(file: Blob, withPreview: boolean): Promise<AnalysedPhoto> {
    const prepared = await preparePhoto(file, withPreview);
    const { image, proposals } = prepared;
    try {
      const { network } = await wasmNetwork();
      return { ...prepared, analysis: (await network.analyse(image, { proposals })).analysis };
    } catch (error) {
      console.warn('A prepare worker could not analyse a photo; the engine does it.', error);
      return { ...prepared, analysis: null };
    }
  },
};

export type Preparation = typeof preparation;

expose(preparation);
