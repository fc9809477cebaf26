import { proxy } from 'comlink';
import { readSafetensors, writeSafetensors } from '../../base/weights/safetensors.ts';
import type { HeadsRow } from '../../gallery/schema.ts';
import { ownNetwork } from '../../network/shippedFiles.ts';
import { loadModelFile } from '../analyser/loadModelFile.ts';
import type { PreparedPhoto } from '../analyser/preparedPhoto.ts';
import { throwIfCancelled } from '../api/errors.ts';
import type { PhotoFile } from '../api/photoFile.ts';
import type { VerbsOf } from '../api/remoteCalls.ts';
import type { EpochLoss, HeadsCard, TrainingProgress } from '../api/trainedHeads.ts';
import { droppedFolder } from '../labelled/droppedFolder.ts';
import { eachLabelled } from '../labelled/eachLabelled.ts';
import { readLabels } from '../labelled/readLabels.ts';
import { planOfRead, type TrainingPlan, trainingPlan } from './trainingPlan.ts';
import { isSeen, type SeenPlan, type TrainingRecord } from './trainingRecord.ts';
import { withTrainingWorker } from './trainingWorker.ts';
import type { TrainedFile, Training } from './trainWorker.ts';

export interface TrainerParts {
  readonly record: TrainingRecord;
  /** Name of the backbones that the network in use has. */
  backbone(): string;
  prepare(file: Blob, options: { readonly signal: AbortSignal }): Promise<PreparedPhoto>;
  contentHash(file: Blob, options: { readonly signal: AbortSignal }): Promise<string>;
  /** How many photos are worth preparing at a time. */
  ahead(): number;
  /** Under the names of their files, so that a network with them can be loaded. */
  provide(network: string, file: ArrayBuffer): void;
  /** @throws StorageFull */
  keep(row: HeadsRow): Promise<void>;
  tell(training: TrainingProgress | null): void;
}

type Worker = VerbsOf<Training>;

/** One training from a labelled folder to kept heads. All that it reaches is written down at once, so it can be stopped anywhere. */
export class Trainer {
  readonly #parts: TrainerParts;
  readonly #signal: AbortSignal;
  #progress: TrainingProgress;

  constructor(parts: TrainerParts, folder: string, signal: AbortSignal) {
    this.#parts = parts;
    this.#signal = signal;
    this.#progress = { folder, phase: 'reading', photos: 0, looked: 0, unreadable: 0, losses: [] };
  }

  /** @returns the key of the heads @throws Error, for a person; Cancelled */
  async begin(dropped: readonly PhotoFile[]): Promise<string> {
    this.#tell({});
    const { labels, files } = await droppedFolder(dropped);
    const notes: string[] = [];
    const plan = trainingPlan(
      labels.name,
      readLabels(labels, (sentence) => notes.push(sentence)),
      notes,
    );
    this.#tell({ folder: plan.folder, photos: plan.photos.length });
    throwIfCancelled(this.#signal);
    await this.#parts.record.begin({ folder: plan.folder, photos: plan.photos.length });
    const backbone = this.#parts.backbone();
    return this.#withWorker(backbone, async (worker) => {
      const seen = await this.#look(worker, plan, files, backbone);
      await this.#parts.record.seen(seen);
      return this.#train(worker, seen);
    });
  }

  /** @throws Error, for a person; Cancelled */
  resume(plan: SeenPlan): Promise<string> {
    this.#tell({
      folder: plan.folder,
      photos: plan.photos.length,
      looked: plan.photos.length,
      unreadable: plan.unreadable,
    });
    return this.#withWorker(plan.backbone, (worker) => this.#train(worker, plan));
  }

  #withWorker(backbone: string, work: (worker: Worker) => Promise<string>): Promise<string> {
    return withTrainingWorker(backbone, loadModelFile, this.#signal, work);
  }

  /** Features of every photo that can be read; of those that were seen before they are there. */
  async #look(
    worker: Worker,
    plan: TrainingPlan,
    files: ReadonlyMap<string, File>,
    backbone: string,
  ): Promise<SeenPlan> {
    const { record, prepare, contentHash, ahead } = this.#parts;
    this.#tell({ phase: 'looking' });
    const version = await worker.featuresVersion();
    const there = new Set(await record.namesOfFeatures());
    const signal = this.#signal;
    const lookAt = async (file: File): Promise<string> => {
      const name = record.nameOfFeatures(version, await contentHash(file, { signal }));
      if (there.has(name)) return name;
      const { image, proposals } = await prepare(file, { signal });
      await record.keepFeatures(name, await worker.look(image, proposals));
      there.add(name);
      return name;
    };
    const { found, unreadable } = await eachLabelled(plan.photos, files, {
      pathOf: ({ path }) => path,
      look: (_photo, file) => lookAt(file),
      ahead: ahead(),
      signal,
      onProgress: (looked, left) => this.#tell({ looked, unreadable: left }),
    });
    const read = found.map(({ photo }) => photo);
    return {
      ...planOfRead(plan, read),
      backbone,
      unreadable: unreadable.length,
      features: found.map(({ value }) => value),
    };
  }

  async #train(worker: Worker, plan: SeenPlan): Promise<string> {
    const { record } = this.#parts;
    this.#tell({ phase: 'training' });
    for (const name of plan.features) await worker.take(await record.features(name));
    const checkpoint = await record.checkpoint();
    const trained = await worker.train(
      plan,
      checkpoint,
      proxy(async (losses: readonly EpochLoss[]) => this.#tell({ losses })),
      proxy((bytes: ArrayBuffer) => record.keepCheckpoint(bytes)),
    );
    return this.#keep(worker, plan, trained);
  }

  /** Checks the network with the new heads and keeps them; what the training had reached is not needed any more. */
  async #keep(worker: Worker, plan: SeenPlan, { file, figures, losses }: TrainedFile): Promise<string> {
    const { provide, keep, record } = this.#parts;
    this.#tell({ phase: 'checking', losses });
    const { backbone, folder, layout, notes, photos, unreadable } = plan;
    const card: HeadsCard = {
      folder,
      layout,
      trainedAt: Date.now(),
      backbone,
      photos: photos.length,
      unreadable,
      ...figures,
      notes,
      losses,
    };
    const key = crypto.randomUUID();
    const network = ownNetwork(backbone, key);
    const { tensors, metadata } = readSafetensors(file);
    const whole = writeSafetensors({ tensors, metadata: { ...metadata, card: JSON.stringify(card) } }, 'F16');
    provide(network, whole);
    const { version, answers } = await worker.answers(network);
    throwIfCancelled(this.#signal);
    await keep({ key, name: folder, backbone, version, card: JSON.stringify(card), answers, file: new Blob([whole]) });
    await record.clear();
    return key;
  }

  #tell(change: Partial<TrainingProgress>): void {
    this.#progress = { ...this.#progress, ...change };
    this.#parts.tell(this.#progress);
  }
}

/** What the page is told of a training that is not running. */
export async function pausedTraining(record: TrainingRecord): Promise<TrainingProgress | null> {
  const plan = await record.plan();
  if (plan === null) return null;
  if (!isSeen(plan)) {
    return { folder: plan.folder, phase: 'unseen', photos: plan.photos, looked: 0, unreadable: 0, losses: [] };
  }
  const { folder, photos, unreadable } = plan;
  return { folder, phase: 'paused', photos: photos.length, looked: photos.length, unreadable, losses: [] };
}
