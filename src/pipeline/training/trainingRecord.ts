import type { StoredTraining } from '../../gallery/storedTraining.ts';
import type { TrainingPlan } from './trainingPlan.ts';

const PLAN = 'plan';
const CHECKPOINT = 'checkpoint';
const REGIONS = 'regions ';

/** A plan whose photos have all been looked at. */
export interface SeenPlan extends TrainingPlan {
  readonly backbone: string;
  readonly unreadable: number;
  /** Names of the photos' features, in the plan's order. */
  readonly features: readonly string[];
}

/** A plan of which photos are still to be seen; their folder must be chosen once more. */
export interface UnseenPlan {
  readonly folder: string;
  readonly photos: number;
}

/** What a training has reached, kept so that it goes on after a reload. */
export class TrainingRecord {
  readonly #stored: StoredTraining;

  constructor(stored: StoredTraining) {
    this.#stored = stored;
  }

  async plan(): Promise<SeenPlan | UnseenPlan | null> {
    const bytes = await this.#stored.part(PLAN);
    // What was written by this class alone is read as what it is.
    return bytes && (JSON.parse(new TextDecoder().decode(bytes)) as SeenPlan | UnseenPlan);
  }

  /** Another training begins; what was seen of photos stays until its own photos are known. @throws StorageFull */
  async begin(plan: UnseenPlan): Promise<void> {
    await this.#stored.forget([CHECKPOINT]);
    await this.#keepPlan(plan);
  }

  /** All photos are seen; features of others are forgotten. @throws StorageFull */
  async seen(plan: SeenPlan): Promise<void> {
    const wanted = new Set(plan.features);
    const names = await this.#stored.names();
    await this.#stored.forget(names.filter((name) => name.startsWith(REGIONS) && !wanted.has(name)));
    await this.#keepPlan(plan);
  }

  /** @param version all that features depend on @param content SHA-256 of the photo's file */
  nameOfFeatures(version: string, content: string): string {
    return `${REGIONS}${version} ${content}`;
  }

  async namesOfFeatures(): Promise<ReadonlySet<string>> {
    return new Set(await this.#stored.names());
  }

  keepFeatures(name: string, regions: Uint16Array<ArrayBuffer>): Promise<void> {
    return this.#stored.save(name, regions.buffer);
  }

  /** @throws Error, for a person, when they are gone. */
  async features(name: string): Promise<ArrayBuffer> {
    const bytes = await this.#stored.part(name);
    if (bytes === null) throw new Error('What this training had reached is no longer in this browser. Begin it again.');
    return bytes;
  }

  checkpoint(): Promise<ArrayBuffer | null> {
    return this.#stored.part(CHECKPOINT);
  }

  /** @throws StorageFull */
  keepCheckpoint(bytes: ArrayBuffer): Promise<void> {
    return this.#stored.save(CHECKPOINT, bytes);
  }

  clear(): Promise<void> {
    return this.#stored.clear();
  }

  #keepPlan(plan: SeenPlan | UnseenPlan): Promise<void> {
    const { buffer } = new TextEncoder().encode(JSON.stringify(plan));
    return this.#stored.save(PLAN, buffer);
  }
}

export function isSeen(plan: SeenPlan | UnseenPlan): plan is SeenPlan {
  return 'features' in plan;
}
