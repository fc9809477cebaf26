/** The backbones, joined, that the page's heads were trained on. */
export const DEFAULT_BACKBONE = 'nanodet-g+ssd-mobilenetv2';

/** The page's trained heads, in `public/models`. */
export const HEADS_FILE = 'heads-voc20.safetensors';

/** The heads trained on another backbone; `npm run train` writes them. @param backbone its name, or several with `+` between them */
export function headsFileOf(backbone: string): string {
  return backbone === DEFAULT_BACKBONE ? HEADS_FILE : HEADS_FILE.replace('heads-', `heads-${backbone}-`);
}

/** What the detection head tells by itself, and the groups of all categories, in `public/models`; `npm run others` writes it. */
export const VOCABULARY_FILE = 'vocabulary.json';

/** The layers of the appearance codes, in `public/models`. */
export const APPEARANCE_FILE = 'appearance.safetensors';

/** The layers that go with heads on these backbones: one part's maps are enough. `npm run train:appearance` writes them. */
export function appearanceFileOf(backbones: readonly string[]): string {
  return backbones.includes('nanodet-g') ? APPEARANCE_FILE : `appearance-${backbones[0]}.safetensors`;
}

/** The layer from the maps of `VECTORS_BACKBONE` to vectors of photos and regions, in `public/models`; `npm run teach:measure` writes it. */
export const VECTORS_FILE = 'vectors.safetensors';
export const VECTORS_BACKBONE = 'nanodet-g';

/** What the drawn picture gives on a backbone whose weights a person brings, see `storedAnswers`; the default's are in the program itself. */
export function answersFileOf(backbone: string): string {
  return `answers-${backbone}.json`;
}

/** The large files that every start needs, so that they can be asked for before anything that reads them has been loaded. */
export function largeFilesOf(backbone: string): readonly string[] {
  const parts = backbone.split('+');
  return [
    headsFileOf(backbone),
    ...parts.map((part) => `${part}.safetensors`),
    appearanceFileOf(parts),
    ...(parts.includes(VECTORS_BACKBONE) ? [VECTORS_FILE] : []),
  ];
}
