import { betweenStages } from '../base/betweenStages.ts';
import type { ModelLoader } from '../base/weights/modelLoader.ts';
import { loadProposer } from '../proposals/loadProposer.ts';
import { workingImage } from '../proposals/workingImage.ts';
import { backbonesNamed } from './backbone/backbones.ts';
import { type JoinedBackbone, loadJoinedBackbone } from './backbone/joinedBackbone.ts';
import { createHeads, type Heads, headsTaps } from './heads/heads.ts';
import { type HeadsFile, readHeadsFile } from './heads/headsFile.ts';
import { hypothesesOf } from './hypotheses.ts';
import type { Network } from './network.ts';
import { HEADS_FILE } from './shippedFiles.ts';

export interface NetworkOptions {
  /** File of trained heads; it names the backbone that it was trained on. */
  readonly heads?: string;
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
 *
 * @throws Error when a file is missing or does not fit.
 */
export async function createNetwork(
  load: ModelLoader,
  { heads: headsName = HEADS_FILE, inputSide, onBackend = (work) => work() }: NetworkOptions = {},
): Promise<Network> {
  const file = readHeadsFile(await load(headsName));
  const { categories, bitsPerCategory, maxProposals } = file.description;
  // Heads of a backbone that is not known here are refused before anything is loaded.
  backbonesNamed(file.description.backbone);
  // What holds no tensors is loaded first, so that nothing stays on the backend where a file is missing.
  const { proposer, version: proposalsVersion } = await loadProposer(load);
  const backbone = await loadJoinedBackbone(file.description.backbone, load, inputSide);
  const heads = headsOn(backbone, file);
  const tapNames = headsTaps(file.description);

  return {
    categories: categories.map((name, c) => ({ name, gate: heads.calibration.gate[c]! })),
    bitsPerCategory,
    version: [backbone.version, proposalsVersion, file.version].join(' '),
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
          const output = await heads.run(maps, boxes);
          const times = {
            proposalsMs: proposed - start,
            backboneMs: mapped - proposed,
            headsMs: performance.now() - mapped,
          };
          return { analysis: { boxes, objectness, ...output }, times };
        } finally {
          for (const map of Object.values(maps)) map.dispose();
        }
      });
    },
    dispose() {
      backbone.dispose();
      heads.dispose();
    },
  };
}
