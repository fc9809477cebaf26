import { betweenStages } from '../base/betweenStages.ts';
import type { ModelLoader } from '../base/weights/modelLoader.ts';
import { loadProposer } from '../proposals/loadProposer.ts';
import { workingImage } from '../proposals/workingImage.ts';
import { createAppearance } from './appearance/appearance.ts';
import { readAppearanceFile } from './appearance/appearanceFile.ts';
import { backbonesNamed } from './backbone/backbones.ts';
import { type JoinedBackbone, loadJoinedBackbone } from './backbone/joinedBackbone.ts';
import { createHeads, type Heads, headsTaps } from './heads/heads.ts';
import { type HeadsFile, readHeadsFile } from './heads/headsFile.ts';
import { hypothesesOf } from './hypotheses.ts';
import type { Network } from './network.ts';
import { appearanceFileOf, HEADS_FILE } from './shippedFiles.ts';

export interface NetworkOptions {
  /** File of trained heads; it names the backbone that it was trained on. */
  readonly heads?: string;
  /** File of the appearance codes' layers, fitted to one of the heads' backbones. */
  readonly appearance?: string;
  /** Longer side of every backbone's input, pixels, a multiple of 32. Heads were trained at each backbone's own, the default. */
  readonly inputSide?: number;
  /** Runs each photo's work on the backend: where a GPU's errors are listened for, see `OwnedDevice.checked`. */
  readonly onBackend?: <T>(work: () => Promise<T>) => Promise<T>;
}

/** @throws whatever `createHeads` throws; the backbone is disposed then. */
function headsOn(backbone: JoinedBackbone, { description, weights }: HeadsFile): Heads {
  try {
    return createHeads(description, weights);
  } catch (error) {
    backbone.dispose();
    throw error;
  }
}

/**
 * Loads all of one photo's way from pixels to packed bits on the current tfjs backend (set it first):
 *
 * | stage          | gives                                             |
 * |----------------|---------------------------------------------------|
 * | proposals      | boxes // (N, 4), on the CPU                       |
 * | backbones      | maps // (h, w, channels) for each tap, once a photo |
 * | SPP            | region features // (N, S)                         |
 * | label branch   | hidden // (N, E), logits // (N, C)                |
 * | max-pooling    | P // (C,), winners // (C,)                        |
 * | representation | groups f_c // (C, d)                              |
 * | hash layers    | one semantic code, one code a category            |
 * | appearance     | means of the photo and of the winners' regions, one code each |
 *
 * @throws Error when a file is missing or does not fit.
 */
export async function createNetwork(
  load: ModelLoader,
  {
    heads: headsName = HEADS_FILE,
    appearance: appearanceName,
    inputSide,
    onBackend = (work) => work(),
  }: NetworkOptions = {},
): Promise<Network> {
  const file = readHeadsFile(await load(headsName));
  const { categories, bitsPerCategory, maxProposals } = file.description;
  // Heads of a backbone that is not known here are refused before anything is loaded.
  const parts = backbonesNamed(file.description.backbone).map(({ name }) => name);
  const looksName = appearanceName ?? appearanceFileOf(parts);
  const looks = readAppearanceFile(await load(looksName));
  if (!parts.includes(looks.description.backbone)) {
    throw new Error(
      `createNetwork: ${looksName} was fitted to ${looks.description.backbone}, wanted ${parts.join(' or ')}, the backbone of ${headsName}`,
    );
  }
  // What holds no tensors is loaded first, so that nothing stays on the backend where a file is missing.
  const { proposer, version: proposalsVersion } = await loadProposer(load);
  const backbone = await loadJoinedBackbone(file.description.backbone, load, inputSide);
  const heads = headsOn(backbone, file);
  const appearance = createAppearance(looks);
  const tapNames = [...new Set([...headsTaps(file.description), ...looks.description.taps.map(({ tap }) => tap)])];

  return {
    categories: categories.map((name, c) => ({ name, gate: heads.calibration.gate[c]! })),
    bitsPerCategory,
    version: [backbone.version, proposalsVersion, file.version, looks.version].join(' '),
    async analyse(image, { proposals: given, within, atMost = maxProposals, signal } = {}) {
      const start = performance.now();
      const working = workingImage(image);
      const proposals = given ?? proposer.propose(working);
      const { boxes, objectness } = hypothesesOf(
        proposals,
        working.width,
        working.height,
        Math.min(atMost, maxProposals),
        within,
      );
      const proposed = performance.now();
      await betweenStages(signal);
      return onBackend(async () => {
        const maps = backbone.run(image, tapNames);
        try {
          // The maps are not read back: on the GPU this is the time to hand the work over, on the CPU the work itself.
          const mapped = performance.now();
          await betweenStages(signal);
          const { beside, ...output } = await heads.run(maps, boxes, (winners) => {
            const { photo, regions } = appearance.codes(maps, boxes, winners);
            return [photo, regions];
          });
          const [photo, regions] = beside;
          const times = {
            proposalsMs: proposed - start,
            backboneMs: mapped - proposed,
            headsMs: performance.now() - mapped,
          };
          return { analysis: { boxes, objectness, ...output, appearance: photo!, regionAppearance: regions! }, times };
        } finally {
          for (const map of Object.values(maps)) map.dispose();
        }
      });
    },
    dispose() {
      backbone.dispose();
      heads.dispose();
      appearance.dispose();
    },
  };
}
