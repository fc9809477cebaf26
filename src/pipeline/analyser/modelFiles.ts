import type { ModelLoader } from '../../base/weights/modelLoader.ts';
import { loadModelFile } from './loadModelFile.ts';

let source: ModelLoader = loadModelFile;

/** The pool's workers get their files from the pool's owner, so that they are fetched once for all of them. */
export function takeModelFilesFrom(keeper: ModelLoader): void {
  source = keeper;
}

/** A file of `public/models`. @throws Error with the file's name when it cannot be loaded. */
export const modelFile: ModelLoader = (name) => source(name);
