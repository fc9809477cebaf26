import { expose, transfer } from 'comlink';
import { contentHash, loadedProposer, preparePhoto, type AnalysedPhoto } from './preparedPhoto.ts';

/** One worker of the pool; the pool gives it one task at a time. */
const preparation = {
  contentHash,

  /** Resolves when all that a task needs is loaded, so that loading does not count against a photo's time. */
  async load(what: 'proposer' | 'network'): Promise<void> {
    await loadedProposer();
    if (what === 'network') await (await import('./wasmAnalysis.ts')).loadedNetwork();
  },

  async prepare(file: Blob, withPreview: boolean) {
    const prepared = await preparePhoto(file, withPreview);
    return transfer(prepared, [prepared.image.data.buffer, prepared.thumbnail.bytes, ...(prepared.preview ? [prepared.preview.bytes] : [])]);
  },

  /** Where this worker's network fails, the photo comes without an analysis and the engine does it. */
  async prepareAndAnalyse(file: Blob, withPreview: boolean): Promise<AnalysedPhoto> {
    const prepared = await preparePhoto(file, withPreview);
    try {
      // Only here, so that workers beside a GPU engine never load tfjs.
      const { wasmAnalysis } = await import('./wasmAnalysis.ts');
      return { ...prepared, analysis: await wasmAnalysis(prepared) };
    } catch (error) {
      console.warn('A prepare worker could not analyse a photo; the engine does it.', error);
      return { ...prepared, analysis: null };
    }
  },
};

export type Preparation = typeof preparation;

expose(preparation);
