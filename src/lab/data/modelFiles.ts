import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { ModelLoader } from '../../base/weights/modelLoader.ts';

/** How a file that is not part of the project comes about. */
function remedy(name: string): string {
  if (name.startsWith('heads-')) return 'Train them: npm run train -- --backbone NAME';
  if (name.startsWith('googlenet')) return 'Bring its weights: npm run backbone:import -- FILE';
  return 'Make it: npm run backbone:convert -- --backbone NAME';
}

/** Reads model files from a folder. The loader throws an Error that says how a file that is missing comes about. */
export function modelFiles(folder: string): ModelLoader {
  return async (name) => {
    const path = join(folder, name);
    try {
      return new Uint8Array(await readFile(path)).buffer;
    } catch (error) {
      if (error instanceof Error && 'code' in error && error.code === 'ENOENT')
        throw new Error(`${path} is not there. ${remedy(name)}`);
      throw error;
    }
  };
}
