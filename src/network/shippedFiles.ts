/** The trained heads, in `public/models`. */
export const HEADS_FILE = 'heads-voc20.safetensors';

/** The layers of the appearance codes, in `public/models`. */
export const APPEARANCE_FILE = 'appearance.safetensors';

/** The large files that every start needs, so that they can be asked for before anything that reads them has been loaded. */
export const LARGE_FILES: readonly string[] = [HEADS_FILE, 'nanodet-g.safetensors', APPEARANCE_FILE];
