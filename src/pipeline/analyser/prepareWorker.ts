import { transfer } from 'comlink';
import type { RgbImage } from '../../base/image/rgbImage.ts';
import type { ModelLoader } from '../../base/weights/modelLoader.ts';
import type { AnalyseOptions, Network } from '../../network/network.ts';
import { WORKING_SIDE, workingImage } from '../../proposals/workingImage.ts';
import { holdLife } from '../api/lifeLock.ts';
import { answerCalls } from '../api/remoteCalls.ts';
import { decodePhoto } from './decodePhoto.ts';
import { KeptPhoto } from './keptPhoto.ts';
import { loadedOnce } from './loadedOnce.ts';
import { takeModelFilesFrom } from './modelFiles.ts';
import { contentHash, loadedProposer, type PreparedPhoto, preparePhoto, type TriedPhoto } from './preparedPhoto.ts';
import { probePicture } from './probePicture.ts';
import { ANSWER_SIZES } from './storedAnswers.ts';
import { tellWaitsTo, type WaitsListener } from './waitsForOthers.ts';
import type { WasmNetwork } from './wasmAnalysis.ts';

/** What the keeper of the pool needs to know of a network that lives in its workers. */
export interface LoadedNetwork extends Pick<Network, 'categories' | 'bitsPerCategory' | 'version' | 'vectors'> {
  readonly simd: boolean;
}

/** Loaded on demand, so that workers beside a GPU engine never load tfjs. */
async function wasmNetwork(): Promise<WasmNetwork> {
  return (await networkLoader())();
}

/** Name of the network that this page uses from its start to its end; empty until the pool has said which one that is. */
let networkInUse = '';

const networkLoader = loadedOnce(async () => {
  if (networkInUse === '') throw new Error('prepareWorker: got a photo, wanted loadNetwork first');
  return (await import('./wasmAnalysis.ts')).networkLoader(networkInUse);
});

/** How a worker prepares a photo. */
export interface PrepareOptions {
  readonly withPreview: boolean;
  readonly signal: AbortSignal;
}

const preparedOnce = new KeptPhoto();

/** One worker of the pool; the pool gives it one task at a time. */
const preparation = {
  contentHash,

  /** Called first: the worker's life is in its own name. */
  holdLife: () => holdLife(self.name),

  async takeModelFilesFrom(keeper: ModelLoader): Promise<void> {
    takeModelFilesFrom(keeper);
  },

  async tellWaitsTo(keeper: WaitsListener): Promise<void> {
    tellWaitsTo(keeper);
  },

  /** How long known work takes here and now, milliseconds: the proposals of a drawn picture as large as a photo. */
  async pace(): Promise<number> {
    const proposer = await loadedProposer();
    const { width, height } = ANSWER_SIZES.photo;
    const picture = workingImage(probePicture(width, height));
    const begin = performance.now();
    proposer.propose(picture);
    return performance.now() - begin;
  },

  /** Resolves when all that `prepare` needs is loaded, so that loading does not count against a photo's time. */
  async loadProposer(): Promise<void> {
    await loadedProposer();
  },

  /** Like `loadProposer`, for everything that `prepareAndAnalyse` needs. Every call names the same network. */
  async loadNetwork(name: string): Promise<LoadedNetwork> {
    networkInUse = name;
    const [{ network, simd }] = await Promise.all([wasmNetwork(), loadedProposer()]);
    const { categories, bitsPerCategory, version, vectors } = network;
    return { categories, bitsPerCategory, version, vectors, simd };
  },

  async prepare(file: Blob, { withPreview, signal }: PrepareOptions): Promise<PreparedPhoto> {
    const prepared = await preparePhoto(file, withPreview, signal);
    return transfer(prepared, buffersOf(prepared));
  },

  /** The image that proposals are found on, and nothing else. */
  async decode(file: Blob): Promise<RgbImage> {
    const image = workingImage((await decodePhoto(file, WORKING_SIDE)).image);
    return transfer(image, [image.data.buffer]);
  },

  /** On WASM. */
  async analyse(image: RgbImage, options: AnalyseOptions): ReturnType<Network['analyse']> {
    return (await wasmNetwork()).network.analyse(image, options);
  },

  /** A network that fails is not the photo's fault: then there is no analysis. */
  async prepareAndAnalyse(
    file: Blob,
    { withPreview, ...options }: PrepareOptions & Pick<AnalyseOptions, 'within' | 'keepAs' | 'said'>,
  ): Promise<TriedPhoto> {
    const prepared = await preparedOnce.get(options.keepAs, () => preparePhoto(file, withPreview, options.signal));
    const { image, proposals } = prepared;
    try {
      const { network } = await wasmNetwork();
      const { analysis } = await network.analyse(image, { proposals, ...options });
      const tried = { ...prepared, analysis };
      return options.keepAs === undefined ? transfer(tried, buffersOf(prepared)) : tried;
    } catch (error) {
      options.signal.throwIfAborted();
      console.warn('A prepare worker could not analyse a photo; another one tries it.', error);
      return { ...prepared, analysis: null };
    }
  },
};

function buffersOf({ image, thumbnail, preview }: PreparedPhoto): Transferable[] {
  return [image.data.buffer, thumbnail.bytes, ...(preview ? [preview.bytes] : [])];
}

export type Preparation = typeof preparation;

answerCalls<Preparation>(preparation);
