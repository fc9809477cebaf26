/** The trained heads, in `public/models`. */
export const HEADS_FILE = 'heads-voc20.safetensors';

/** The heads trained on another backbone; `npm run train` writes them. @param backbone its name, or several with `+` between them */
export function headsFileOf(backbone: string): string {
  return backbone === 'nanodet-g' ? HEADS_FILE : HEADS_FILE.replace('heads-', `heads-${backbone}-`);
}

/** The layers of the appearance codes, in `public/models`. */
export const APPEARANCE_FILE = 'appearance.safetensors';

/** The layers that go with heads on these backbones: one part's maps are enough. `npm run train:appearance` writes them. */
export function appearanceFileOf(backbones: readonly string[]): string {
  return backbones.includes('nanodet-g') ? APPEARANCE_FILE : `appearance-${backbones[0]}.safetensors`;
}

/** The large files that every start needs, so that they can be asked for before anything that reads them has been loaded. */
export const LARGE_FILES: readonly string[] = [HEADS_FILE, 'nanodet-g.safetensors', APPEARANCE_FILE];
