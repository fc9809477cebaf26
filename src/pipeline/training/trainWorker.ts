import '../../gpu/tfjs/gradients.ts';
import { transfer } from 'comlink';
import type { RgbImage } from '../../base/image/rgbImage.ts';
import type { ModelLoader } from '../../base/weights/modelLoader.ts';
import { readSafetensors, writeSafetensors } from '../../base/weights/safetensors.ts';
import { openBrowserWasm } from '../../gpu/tfjs/browserWasm.ts';
import * as tf from '../../gpu/tfjs/tfjs.ts';
import { loadJoinedBackbone } from '../../network/backbone/joinedBackbone.ts';
import { createNetwork } from '../../network/createNetwork.ts';
import { headsTaps } from '../../network/heads/heads.ts';
import { hypothesesOf } from '../../network/hypotheses.ts';
import { headsFileOf, networkParts } from '../../network/shippedFiles.ts';
import { headInputs } from '../../network/training/headTaps.ts';
import { photoRegions } from '../../network/training/photoRegions.ts';
import { settingsFor } from '../../network/training/settingsFor.ts';
import { trainedDescription } from '../../network/training/trainedDescription.ts';
import { trainHeads } from '../../network/training/trainHeads.ts';
import { loadProposer } from '../../proposals/loadProposer.ts';
import type { ProposalSet } from '../../proposals/proposalSet.ts';
import { workingImage } from '../../proposals/workingImage.ts';
import { answersOf } from '../analyser/answersOf.ts';
import { loadedOnce } from '../analyser/loadedOnce.ts';
import { holdLife } from '../api/lifeLock.ts';
import { answerCalls } from '../api/remoteCalls.ts';
import type { EpochLoss, HeadsCard } from '../api/trainedHeads.ts';
import { heldOutFigures } from './heldOutFigures.ts';
import type { TrainingPlan } from './trainingPlan.ts';

/** Heads as they are kept, and how good they are. */
export interface TrainedFile {
  readonly file: ArrayBuffer;
  readonly figures: Pick<HeadsCard, 'heldOut' | 'map' | 'categories'>;
  readonly losses: readonly EpochLoss[];
}

let load: ModelLoader = () => Promise.reject(new Error('trainWorker: got work, wanted takeModelFilesFrom first'));
let backboneName = '';
const wasm = loadedOnce(openBrowserWasm);
const backbone = loadedOnce(async () => {
  await wasm();
  return loadJoinedBackbone(backboneName, load);
});

/** Features of the photos to train on, in the plan's order, the whole photo first // (regions, S) each, float16 bits */
const regions: Uint16Array[] = [];

/** Losses so far travel in a checkpoint's metadata. */
const LOSSES = 'losses';

/** Looks at photos, trains heads and checks them, in a realm of its own: whoever ends the worker has paused the training. */
const training = {
  holdLife: () => holdLife(self.name),

  /** Called first. @param name of the backbones, see `backbonesNamed` */
  async begin(name: string, files: ModelLoader): Promise<void> {
    load = files;
    backboneName = name;
  },

  /** Names all that the features of a photo depend on. @throws Error when a file of the network does not load */
  async featuresVersion(): Promise<string> {
    const [{ version }, proposals] = await Promise.all([backbone(), loadProposer(load)]);
    return `${version} ${proposals.version} ${settingsFor(1).proposalsPerPhoto}`;
  },

  /** Features of a photo's regions. // (regions, S), float16 bits */
  async look(image: RgbImage, proposals: ProposalSet): Promise<Uint16Array<ArrayBuffer>> {
    const inputs = headInputs(backboneName);
    const { width, height } = workingImage(image);
    const { boxes } = hypothesesOf(proposals, width, height, settingsFor(1).proposalsPerPhoto);
    const maps = (await backbone()).run(image, headsTaps(inputs));
    try {
      const found = await photoRegions(maps, boxes, inputs);
      return transfer(found, [found.buffer]);
    } finally {
      tf.dispose(maps);
    }
  },

  /** The next photo's, before `train`. */
  async take(features: ArrayBuffer): Promise<void> {
    regions.push(new Uint16Array(features));
  },

  /**
   * @param checkpoint to go on from, or null; one of another training is left aside
   * @param onEpoch told all losses so far @param onCheckpoint awaited, so that what was reached is kept before more is done
   */
  async train(
    plan: TrainingPlan,
    checkpoint: ArrayBuffer | null,
    onEpoch: (losses: readonly EpochLoss[]) => Promise<void>,
    onCheckpoint: (bytes: ArrayBuffer) => Promise<void>,
  ): Promise<TrainedFile> {
    await wasm();
    const settings = settingsFor(plan.photos.length);
    const resume = checkpoint && readSafetensors(checkpoint);
    const losses: EpochLoss[] = resume === null ? [] : JSON.parse(resume.metadata[LOSSES] ?? '[]');
    const trained = await trainHeads(
      {
        description: trainedDescription(backboneName, plan.categories, settings.members, settings),
        settings,
        members: settings.members,
        mirrored: false,
        photos: plan.photos.map((photo, place) => ({ ...photo, id: photo.path, role: 'train', place })),
        regionsOf: ({ place }) => regions[place]!,
      },
      {
        resume,
        async onEpoch(loss) {
          losses.push(loss);
          await onEpoch(losses);
        },
        async onCheckpoint({ tensors, metadata }) {
          const bytes = writeSafetensors(
            { tensors, metadata: { ...metadata, [LOSSES]: JSON.stringify(losses) } },
            'F32',
          );
          await onCheckpoint(transfer(bytes, [bytes]));
        },
      },
    );
    const file = writeSafetensors(trained.file, 'F16');
    const { photos, pooled } = trained.heldOut;
    return transfer({ file, figures: heldOutFigures(plan, photos, pooled), losses }, [file]);
  },

  /** What the whole network gives for the drawn picture with these heads. @param network its name, under which its heads are loaded */
  async answers(network: string): Promise<{ readonly version: string; readonly answers: string }> {
    await wasm();
    const joined = await backbone();
    if (networkParts(network).backbone !== backboneName)
      throw new Error(`trainWorker: got ${network}, wanted one on ${backboneName}`);
    const whole = await createNetwork(load, { heads: headsFileOf(network), loadBackbone: async () => joined });
    return { version: whole.version, answers: JSON.stringify(await answersOf(whole)) };
  },
};

export type Training = typeof training;

answerCalls<Training>(training);
