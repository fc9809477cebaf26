import { fingerprint } from '../../base/weights/fingerprint.ts';
import type { NamedArray, WeightsFile } from '../../base/weights/safetensors.ts';
import { type HeadsDescription, headsInputLength } from '../heads/headsDescription.ts';
import { calibrate } from './calibrate.ts';
import { exportHeads } from './exportHeads.ts';
import { createHeadsVariables, type HeadsVariables } from './headsVariables.ts';
import { initialEvidence } from './initialEvidence.ts';
import { LABEL_BRANCH, mergeMembers } from './mergeMembers.ts';
import { eitherForm, type MirrorForms } from './mirrorForms.ts';
import { photoPass } from './photoPass.ts';
import { type Random, seededRandom, shuffled } from './random.ts';
import { regionStore } from './regionStore.ts';
import type { EpochReport, OnEpoch } from './runEpochs.ts';
import { trainGroups } from './trainGroups.ts';
import { type HashDraws, trainHashes } from './trainHashes.ts';
import { TRAINING, type TrainingSettings } from './trainingConfig.ts';
import { rowsOf, trainingLabels } from './trainingPhotos.ts';
import { seededDropout, trainLabels } from './trainLabels.ts';

export interface TrainingPhoto {
  readonly id: string;
  readonly role: string;
  readonly labels: readonly string[];
  readonly difficultLabels: readonly string[];
}

export interface TrainingInput<Photo extends TrainingPhoto> {
  readonly description: HeadsDescription;
  readonly photos: readonly Photo[];
  /** Label branches that are merged; the description's E is theirs together. */
  readonly members: number;
  /** `TRAINING` if left out. */
  readonly settings?: TrainingSettings;
  /** Whether each photo is at hand as a mirror shows it too. */
  readonly mirrored: boolean;
  /** Float16 bits of the region features of a photo, or of its mirror image, whole photo first. // (regions, S) */
  regionsOf(photo: Photo, mirrored: boolean): Uint16Array;
}

export interface TrainingHooks {
  /** A checkpoint that `onCheckpoint` was given, or null to begin at the beginning. */
  readonly resume: WeightsFile | null;
  /** Called after each stage with all that has been reached. */
  onCheckpoint(file: WeightsFile): Promise<void> | void;
  onEpoch: OnEpoch;
}

export interface TrainedHeads {
  readonly file: WeightsFile;
  readonly epochs: readonly EpochReport[];
  /** The photos that calibrated, ascending, and their pooled logits by the branch that never saw them. // (held out, C) */
  readonly heldOut: { readonly photos: readonly number[]; readonly pooled: Float32Array };
}

const STAGE_OF_GROUPS = 'groups/';
const GROUPS = `${STAGE_OF_GROUPS}group.weight`;
/** Pooled logits of the photos held out, by the branch that never saw them. // (held out, C) */
const HELD_OUT = 'heldOut.pooled';

function memberName(member: number, tensor: string): string {
  return `member${member}/${tensor}`;
}

function isLabelBranch(name: string): boolean {
  return LABEL_BRANCH.some((tensor) => tensor === name);
}

/** The tensors of a checkpoint whose names begin with `stage`, under the rest of their names. */
function tensorsUnder(tensors: ReadonlyMap<string, NamedArray>, stage: string): Map<string, NamedArray> {
  return new Map(
    [...tensors].filter(([name]) => name.startsWith(stage)).map(([name, tensor]) => [name.slice(stage.length), tensor]),
  );
}

/** The photos of role `train` that calibrate, in ascending order; at least one. */
function heldOutPhotos(photos: readonly TrainingPhoto[], share: number, random: Random): number[] {
  const order = [...shuffled(photos.length, random)].filter((i) => photos[i]!.role === 'train');
  return order.slice(0, Math.max(1, Math.round(order.length * share))).sort((a, b) => a - b);
}

/** What a checkpoint must agree on with the run that takes it up; of the features their means stand for all. */
export function checkpointKey(
  description: HeadsDescription,
  photos: readonly TrainingPhoto[],
  mirrored: boolean,
  mean: Float32Array,
  labels: Float32Array,
  settings: TrainingSettings = TRAINING,
): string {
  const ends = { photos: photos.length, first: photos[0]?.id, last: photos.at(-1)?.id };
  const [features, held] = [mean, labels].map((numbers) => fingerprint(Float32Array.from(numbers).buffer));
  return JSON.stringify({ description, settings, mirrored, ...ends, features, labels: held });
}

/**
 * The whole training. First a label branch that leaves out a part of `train`: what it says about that part calibrates the
 * probabilities, and nothing else is left of it. Then M branches on all photos that differ by their seeds, merged to one wide
 * layer: the label branch. Then, on it, the proposal features and the hash layers. Repeats bit for bit with the same seed,
 * photos and backend.
 */
export async function trainHeads<Photo extends TrainingPhoto>(
  input: TrainingInput<Photo>,
  hooks: TrainingHooks,
): Promise<TrainedHeads> {
  const { description, photos, settings = TRAINING } = input;
  const categories = description.categories.length;
  const { members } = input;
  const labels = trainingLabels(photos, description.categories);
  const all = photos.map((_, i) => i);
  const forms: MirrorForms = { photos: photos.length, mirrored: input.mirrored };
  const entries = (input.mirrored ? [false, true] : [false]).flatMap((mirrored) =>
    photos.map((photo) => input.regionsOf(photo, mirrored)),
  );
  const store = regionStore(entries, headsInputLength(description), all);
  const key = checkpointKey(description, photos, input.mirrored, store.mean, labels.labels, settings);
  const resumed = hooks.resume?.metadata['key'] === key ? hooks.resume : null;
  const reached = new Map(resumed?.tensors ?? []);
  const epochs: EpochReport[] = [];
  const report = async (epoch: EpochReport): Promise<void> => {
    epochs.push(epoch);
    await hooks.onEpoch(epoch);
  };
  const save = async (): Promise<void> => hooks.onCheckpoint({ tensors: reached, metadata: { key } });

  const heldOut = heldOutPhotos(photos, settings.calibrationShare, seededRandom(settings.seed));
  if (!reached.has(HELD_OUT)) await heldOutRun(new Set(heldOut));
  for (let member = 0; member < members; member++) {
    if (!reached.has(memberName(member, 'hidden.weight'))) await memberRun(member);
  }
  const calibration = calibrate(
    reached.get(HELD_OUT)!.values,
    rowsOf(labels.labels, categories, heldOut),
    rowsOf(labels.counted, categories, heldOut),
    categories,
    settings.gatePrecision,
    settings.leastGate,
    settings.calibrationPrior,
  );

  const random = seededRandom(settings.seed + 1);
  const heads = createHeadsVariables(description, random);
  heads.assign(mergeMembers(all.slice(0, members).map((member) => tensorsUnder(reached, memberName(member, '')))));
  if (!reached.has(GROUPS)) {
    const untrained = heads.read();
    await trainGroups(heads, store, forms, labels.labels, random, report, settings);
    // The semantic layers that taught the groups have seen them without noise and lean on them: they begin again.
    for (const [name, tensor] of heads.read())
      if (/^(group|category)\./.test(name)) reached.set(STAGE_OF_GROUPS + name, tensor);
    heads.assign(untrained);
    await save();
  }
  heads.assign(tensorsUnder(reached, STAGE_OF_GROUPS));
  const draws = hashDraws(seededRandom(settings.seed + 2));
  await trainHashes(heads, draws, labels.labels, seededRandom(settings.seed + 3), report, settings);
  const file = exportHeads(heads, store.mean, store.deviation, calibration);
  heads.dispose();
  return { file, epochs, heldOut: { photos: heldOut, pooled: reached.get(HELD_OUT)!.values } };

  async function heldOutRun(unseen: ReadonlySet<number>): Promise<void> {
    const random = seededRandom(settings.seed + 9);
    const branch = untrainedBranch(random);
    await trainLabels(
      branch,
      store,
      forms,
      labels,
      all.filter((i) => !unseen.has(i)),
      random,
      'labels for calibration',
      report,
      settings,
    );
    const { pooled } = photoPass(branch, store, heldOut, description.maxProposals, random, null);
    reached.set(HELD_OUT, { shape: [heldOut.length, categories], values: pooled });
    branch.dispose();
    await save();
  }

  async function memberRun(member: number): Promise<void> {
    const random = seededRandom(settings.seed + 10 + member);
    const branch = untrainedBranch(random);
    await trainLabels(branch, store, forms, labels, all, random, `labels ${member + 1}`, report, settings);
    for (const [name, tensor] of branch.read()) if (isLabelBranch(name)) reached.set(memberName(member, name), tensor);
    branch.dispose();
    await save();
  }

  function untrainedBranch(random: Random): HeadsVariables {
    const branch = createHeadsVariables({ ...description, hidden: description.hidden / members }, random);
    if (description.detectorClasses > 0) {
      branch.assign(initialEvidence(description, store.mean, store.deviation, settings.labels.evidence));
    }
    return branch;
  }

  function hashDraws(random: Random): HashDraws {
    const whole = photoPass(heads, store, all, description.maxProposals, random, null);
    const dropout = seededDropout(settings.labels.dropout, random);
    const thinned = Array.from({ length: settings.hashes.draws }, () =>
      photoPass(heads, store, eitherForm(all, forms, random), settings.proposalsPerStep, random, dropout),
    );
    return { whole, thinned };
  }
}
