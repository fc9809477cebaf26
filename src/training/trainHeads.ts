import { headsInputLength, type HeadsDescription } from '../network/headsDescription.ts';
import type { Calibration } from '../network/labels/calibration.ts';
import { fingerprint } from '../weights/fingerprint.ts';
import type { NamedArray, WeightsFile } from '../weights/safetensors.ts';
import { calibrate } from './calibrate.ts';
import { exportHeads } from './exportHeads.ts';
import { createHeadsVariables, type HeadsVariables } from './headsVariables.ts';
import { initialEvidence } from './initialEvidence.ts';
import { photoPass } from './photoPass.ts';
import { seededRandom, shuffled, type Random } from './random.ts';
import { regionStore } from './regionStore.ts';
import { trainHashes } from './trainHashes.ts';
import { seededDropout, trainLabels, type EpochReport } from './trainLabels.ts';
import { TRAINING } from './trainingConfig.ts';
import { rowsOf, trainingLabels } from './trainingPhotos.ts';

export interface TrainingPhoto {
  readonly id: string;
  readonly role: string;
  readonly labels: readonly string[];
  readonly difficultLabels: readonly string[];
}

export interface TrainingInput<Photo extends TrainingPhoto> {
  readonly description: HeadsDescription;
  readonly photos: readonly Photo[];
  /** Float16 bits of the photo's region features, whole photo first. // (regions, S) */
  regionsOf(photo: Photo): Uint16Array;
}

export interface TrainingHooks {
  /** A checkpoint that `onCheckpoint` was given, or null to begin at the beginning. */
  readonly resume: WeightsFile | null;
  /** Called after each stage with all that has been reached. */
  onCheckpoint(file: WeightsFile): void;
  onEpoch(report: EpochReport): void;
}

export interface TrainedHeads {
  readonly file: WeightsFile;
  readonly epochs: readonly EpochReport[];
}

/** What a checkpoint must agree on with the run that takes it up; of the features their means stand for all. */
export function checkpointKey(description: HeadsDescription, photos: readonly TrainingPhoto[], mean: Float32Array, labels: Float32Array): string {
  const ends = { photos: photos.length, first: photos[0]?.id, last: photos.at(-1)?.id };
  const [features, held] = [mean, labels].map((numbers) => fingerprint(Float32Array.from(numbers).buffer));
  return JSON.stringify({ description, settings: TRAINING, ...ends, features, labels: held });
}

/**
 * The whole training: heads that leave out a part of `train` for the calibration, then heads on everything, first the
 * region stage and then the hash layers. Repeats bit for bit with the same seed, photos and backend.
 */
export async function trainHeads<Photo extends TrainingPhoto>(input: TrainingInput<Photo>, hooks: TrainingHooks): Promise<TrainedHeads> {
  const { description, photos } = input;
  const categories = description.categories.length;
  const labels = trainingLabels(photos, description.categories);
  const all = photos.map((_, i) => i);
  const store = regionStore(photos.map((photo) => input.regionsOf(photo)), headsInputLength(description), all);
  const key = checkpointKey(description, photos, store.mean, labels.labels);
  const resumed = hooks.resume?.metadata['key'] === key ? hooks.resume : null;
  const reached = new Map(resumed?.tensors ?? []);
  const epochs: EpochReport[] = [];
  const report = (stage: string) => async (epoch: EpochReport) => {
    const named = { ...epoch, stage };
    epochs.push(named);
    hooks.onEpoch(named);
  };
  const save = (): void => hooks.onCheckpoint({ tensors: reached, metadata: { key } });

  const calibration = storedCalibration(reached) ?? (await calibrationRun());
  for (const name of ['slope', 'offset', 'gate'] as const) reached.set(`calibration.${name}`, { shape: [categories], values: calibration[name] });
  save();

  const heads = begun(seededRandom(TRAINING.seed));
  if (reached.has('hidden.weight')) heads.assign(reached);
  else {
    await trainLabels(heads, store, labels, all, seededRandom(TRAINING.seed + 1), report('labels'));
    for (const [name, tensor] of heads.read()) reached.set(name, tensor);
    save();
  }
  const random = seededRandom(TRAINING.seed + 2);
  const dropout = seededDropout(TRAINING.labels.dropout, random);
  const draws = Array.from({ length: TRAINING.hashes.draws }, () => photoPass(heads, store, all, TRAINING.proposalsPerStep, random, dropout));
  await trainHashes(heads, draws, labels.labels, random, report('hashes'));
  const file = exportHeads(heads, store.mean, store.deviation, calibration);
  heads.dispose();
  return { file, epochs };

  function begun(random: Random): HeadsVariables {
    const heads = createHeadsVariables(description, random);
    if (description.detectorClasses > 0) {
      heads.assign(new Map([['evidence.weight', initialEvidence(description, store.deviation, TRAINING.labels.evidence)]]));
    }
    return heads;
  }

  async function calibrationRun(): Promise<Calibration> {
    const random = seededRandom(TRAINING.seed + 3);
    const order = [...shuffled(photos.length, random)].filter((i) => photos[i]!.role === 'train');
    const heldOut = order.slice(0, Math.max(1, Math.round(order.length * TRAINING.calibrationShare)));
    const kept = new Set(heldOut);
    const partial = begun(random);
    await trainLabels(partial, store, labels, all.filter((i) => !kept.has(i)), random, report('calibration'));
    const { maxima } = photoPass(partial, store, heldOut, description.maxProposals, random, null);
    partial.dispose();
    return calibrate(maxima, rowsOf(labels.labels, categories, heldOut), rowsOf(labels.counted, categories, heldOut), categories, TRAINING.gatePrecision);
  }
}

function storedCalibration(tensors: ReadonlyMap<string, NamedArray>): Calibration | null {
  const [slope, offset, gate] = ['slope', 'offset', 'gate'].map((name) => tensors.get(`calibration.${name}`)?.values);
  return slope && offset && gate ? { slope, offset, gate } : null;
}
