import { betweenStages } from '../base/betweenStages.ts';
import type { ModelLoader } from '../base/weights/modelLoader.ts';
import * as tf from '../gpu/tfjs/tfjs.ts';
import { loadProposer } from '../proposals/loadProposer.ts';
import { workingImage } from '../proposals/workingImage.ts';
import { createAppearance } from './appearance/appearance.ts';
import { readAppearanceFile } from './appearance/appearanceFile.ts';
import { backbonesNamed } from './backbone/backbones.ts';
import { type JoinedBackbone, loadJoinedBackbone } from './backbone/joinedBackbone.ts';
import { type Detected, detectedOn } from './detected/detected.ts';
import { readVocabularyFile, type Vocabulary } from './detected/vocabularyFile.ts';
import { withDetected } from './detected/withDetected.ts';
import { type BesideHeads, createHeads, type Heads, headsTaps } from './heads/heads.ts';
import { type HeadsFile, readHeadsFile } from './heads/headsFile.ts';
import { hypothesesOf } from './hypotheses.ts';
import { KeptMaps } from './keptMaps.ts';
import type { Category, Network } from './network.ts';
import { appearanceFileOf, HEADS_FILE, VECTORS_BACKBONE, VECTORS_FILE, VOCABULARY_FILE } from './shippedFiles.ts';
import { createBoxVectors } from './vectors/boxVectors.ts';
import { photoVectors } from './vectors/photoVectors.ts';
import { readVectorFile } from './vectors/vectorFile.ts';

export interface NetworkOptions {
  /** File of trained heads; it names the backbone that it was trained on. */
  readonly heads?: string;
  /** File of the appearance codes' layers, fitted to one of the heads' backbones. */
  readonly appearance?: string;
  /** Longer side of every backbone's input, pixels, a multiple of 32. Heads were trained at each backbone's own, the default. */
  readonly inputSide?: number;
  /** `loadJoinedBackbone` if not given; where maps are kept from an earlier run, one that reads them. */
  readonly loadBackbone?: typeof loadJoinedBackbone;
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

function allWinners(trained: tf.Tensor1D, found: Detected | null): tf.Tensor1D {
  return found === null ? trained : tf.concat1d([trained, found.winners]);
}

/** The vocabulary with what the heads were trained on left out of it. @throws Error when it is of another detection head. */
function beyondTheHeads(vocabulary: Vocabulary, { description }: HeadsFile, parts: readonly string[]): Vocabulary {
  if (vocabulary.classes !== description.detectorClasses || !parts.includes(vocabulary.backbone)) {
    throw new Error(
      `createNetwork: ${VOCABULARY_FILE} is of ${vocabulary.backbone} with ${vocabulary.classes} classes, wanted ${parts.join(' or ')} with ${description.detectorClasses}`,
    );
  }
  const detected = vocabulary.detected.filter(({ name }) => !description.categories.includes(name));
  return { ...vocabulary, detected };
}

/** The trained categories, then the detected ones, each with its group. */
function categoriesOf({ description }: HeadsFile, gates: ArrayLike<number>, vocabulary: Vocabulary | null): Category[] {
  const trained = description.categories.map((name, c): Category => ({ name, gate: gates[c]! }));
  if (vocabulary === null) return trained;
  const detected = vocabulary.detected.map(({ name, gate }): Category => ({ name, gate, basis: 'detected' }));
  return [...trained, ...detected].map((category) => {
    const group = vocabulary.groups.find(({ categories }) => categories.includes(category.name));
    return group === undefined ? category : { ...category, group: group.name };
  });
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
 * | detected       | P and winners of the categories that the detection head alone tells |
 * | representation | groups f_c // (C, d)                              |
 * | hash layers    | one semantic code, one code a category            |
 * | appearance     | means of the photo and of the winners' regions, one code each |
 * | vectors        | of the photo and its strongest distinct regions, few numbers each |
 *
 * @throws Error when a file is missing or does not fit.
 */
export async function createNetwork(
  load: ModelLoader,
  {
    heads: headsName = HEADS_FILE,
    appearance: appearanceName,
    inputSide,
    loadBackbone = loadJoinedBackbone,
    onBackend = (work) => work(),
  }: NetworkOptions = {},
): Promise<Network> {
  const file = readHeadsFile(await load(headsName));
  const { bitsPerCategory, maxProposals, detectorClasses } = file.description;
  // Heads of a backbone that is not known here are refused before anything is loaded.
  const parts = backbonesNamed(file.description.backbone).map(({ name }) => name);
  const looksName = appearanceName ?? appearanceFileOf(parts);
  const looks = readAppearanceFile(await load(looksName));
  if (!parts.includes(looks.description.backbone)) {
    throw new Error(
      `createNetwork: ${looksName} was fitted to ${looks.description.backbone}, wanted ${parts.join(' or ')}, the backbone of ${headsName}`,
    );
  }
  const read = detectorClasses > 0 ? readVocabularyFile(await load(VOCABULARY_FILE)) : null;
  const vocabulary = read && beyondTheHeads(read.vocabulary, file, parts);
  const vectorFile = parts.includes(VECTORS_BACKBONE) ? readVectorFile(await load(VECTORS_FILE)) : null;
  // What holds no tensors is loaded first, so that nothing stays on the backend where a file is missing.
  const { proposer, version: proposalsVersion } = await loadProposer(load);
  const backbone = await loadBackbone(file.description.backbone, load, inputSide);
  const heads = headsOn(backbone, file);
  const appearance = createAppearance(looks);
  const vectors = vectorFile && createBoxVectors(vectorFile);
  const tapNames = [
    ...new Set([
      ...headsTaps(file.description),
      ...looks.description.taps.map(({ tap }) => tap),
      ...(vectors ? [vectors.description.tap] : []),
    ]),
  ];

  const kept = new KeptMaps();

  return {
    categories: categoriesOf(file, heads.calibration.gate, vocabulary),
    bitsPerCategory,
    vectors: vectorFile && { version: vectorFile.version, dimensions: vectorFile.description.dimensions },
    version: [backbone.version, proposalsVersion, file.version, looks.version, ...(read ? [read.version] : [])].join(
      ' ',
    ),
    async analyse(image, { proposals: given, within, atMost = maxProposals, keepAs, said, signal } = {}) {
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
      const compute = () => backbone.run(image, tapNames);
      return onBackend(() =>
        kept.with(keepAs, signal, compute, async (maps) => {
          // The maps are not read back: on the GPU this is the time to hand the work over, on the CPU the work itself.
          const mapped = performance.now();
          await betweenStages(signal);
          const besideHeads: BesideHeads = (winners, evidence) => {
            const found =
              vocabulary?.detected.length && evidence ? detectedOn(maps, boxes, evidence, vocabulary) : null;
            const { photo, regions } = appearance.codes(maps, boxes, allWinners(winners, found));
            return [
              photo,
              regions,
              ...(vectors ? [vectors.of(maps, boxes)] : []),
              ...(found ? [found.presence, found.evidence, found.winners] : []),
            ];
          };
          const { beside, ...trained } = await heads.run(maps, boxes, besideHeads, said);
          const [looksOfPhoto, looksOfRegions, ...others] = beside;
          const ofBoxes = vectors ? (others.shift() ?? null) : null;
          const [presence, evidence, winners] = others;
          const regionAppearance = Uint32Array.from(looksOfRegions!);
          const output =
            vocabulary && presence && evidence && winners
              ? withDetected(trained, { presence, evidence, winners }, regionAppearance, bitsPerCategory, vocabulary)
              : trained;
          const times = {
            proposalsMs: proposed - start,
            backboneMs: mapped - proposed,
            headsMs: performance.now() - mapped,
          };
          const appearanceOfPhoto = Uint32Array.from(looksOfPhoto!);
          const found = { boxes, objectness, ...output };
          const vectorsOfPhoto =
            vectorFile && ofBoxes && photoVectors(found, Float32Array.from(ofBoxes), vectorFile.version);
          return {
            analysis: {
              ...found,
              appearance: appearanceOfPhoto,
              regionAppearance,
              ...(vectorsOfPhoto && { vectors: vectorsOfPhoto }),
            },
            times,
          };
        }),
      );
    },
    dispose() {
      kept.dispose();
      backbone.dispose();
      heads.dispose();
      appearance.dispose();
      vectors?.dispose();
    },
  };
}
