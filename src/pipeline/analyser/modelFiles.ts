import type { ModelLoader } from '../../base/weights/modelLoader.ts';
import { loadModelFile } from './loadModelFile.ts';

let source: ModelLoader = loadModelFile;

/** A worker of the pool takes its files from whoever keeps the pool: they are fetched once for all of them. */
export function takeModelFilesFrom(keeper: ModelLoader): void {
  source = keeper;
}

/** A file of `public/models`. @throws Error with the file's name when it is not to be had. */
export const modelFile: ModelLoader = (name) => source(name);
