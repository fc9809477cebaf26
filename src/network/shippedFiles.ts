/** The trained heads, in `public/models`. */
export const HEADS_FILE = 'heads-voc20.safetensors';

/** The large files that every start needs, so that they can be asked for before anything that reads them has been loaded. */
export const LARGE_FILES: readonly string[] = [HEADS_FILE, 'nanodet-g.safetensors'];
