/** The backbones, joined, that the page's heads were trained on. */
export const DEFAULT_BACKBONE = 'nanodet-g+ssd-mobilenetv2';

/** The page's trained heads, in `public/models`. */
export const HEADS_FILE = 'heads-voc20.safetensors';

/**
 * A network is called by its backbones, several with `+` between them; one with heads that a person trained has their key behind a slash.
 * Its files are asked for by these names, whoever provides them.
 */
export function ownNetwork(backbone: string, key: string): string {
  return `${backbone}/${key}`;
}

/** @returns `own`: the key of the heads that a person trained; null of those that Facet comes with */
export function networkParts(network: string): { readonly backbone: string; readonly own: string | null } {
  const [backbone = '', own = null] = network.split('/');
  return { backbone, own };
}

/** The heads of a network; `npm run train` writes those that Facet comes with. */
export function headsFileOf(network: string): string {
  const { backbone, own } = networkParts(network);
  if (own !== null) return `heads-own-${own}.safetensors`;
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

/** What the drawn picture gives where a person brings weights or heads, see `storedAnswers`; the default's are in the program itself. */
export function answersFileOf(network: string): string {
  const { backbone, own } = networkParts(network);
  return own === null ? `answers-${backbone}.json` : `answers-own-${own}.json`;
}

/** The large files that every start needs, so that they can be asked for before anything that reads them has been loaded. */
export function largeFilesOf(network: string): readonly string[] {
  const parts = networkParts(network).backbone.split('+');
  return [
    headsFileOf(network),
    ...parts.map((part) => `${part}.safetensors`),
    appearanceFileOf(parts),
    ...(parts.includes(VECTORS_BACKBONE) ? [VECTORS_FILE] : []),
  ];
}
