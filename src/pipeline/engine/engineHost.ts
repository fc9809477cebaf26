import { isGpuFailure } from '../../gpu/errors.ts';
import type { RgbImage } from '../../image/rgbImage.ts';
import type { AnalyseOptions, Network, PhotoAnalysis } from '../../network/network.ts';
import { asError } from '../bridge.ts';
import type { EngineName, EnginePreference, EngineStatus } from '../pipeline.ts';
import { LossRecord } from './lossRecord.ts';

/** A network on an engine, ready to work. */
export interface Engine {
  readonly network: Network;
  readonly status: EngineStatus;
  /** Calls back once when the GPU device is lost; never on WASM. */
  onLost(listener: () => void): void;
  /** Frees weights, device and pipelines. */
  dispose(): void;
}

/** @throws GpuUnavailable when a GPU was asked for and is not to be had, or its results are wrong. */
export type BuildEngine = (preference: EnginePreference, onStep: (step: string) => void) => Promise<Engine>;

/** An analysis and the engine that made it. */
export interface EngineAnalysis {
  readonly analysis: PhotoAnalysis;
  readonly engine: EngineName;
}

/** A browser may need a moment before it gives a device again after a loss: so long is waited before each try. */
const COMEBACK_PAUSES_MS = [0, 300, 1500] as const;

/** So often one photo is tried on a GPU that reports errors: once more on a new device, then on WASM. */
const MOST_TRIES = 2;
/** On a GPU that is lost, which is less likely to be the photo's doing. */
const MOST_LOSSES = 3;

/** How the GPU failed under a photo. */
interface Failure {
  readonly lost: boolean;
  readonly message: string;
}

const LOST: Failure = { lost: true, message: 'The GPU device was lost.' };

/**
 * Keeps one engine alive: takes one photo at a time, rebuilds the engine when its device is lost or fails and goes on with the
 * same photo, and goes to WASM when that keeps happening.
 */
export class EngineHost {
  readonly #build: BuildEngine;
  readonly #onStatus: (status: EngineStatus) => void;
  readonly #onStep: (step: string) => void;
  readonly #losses = new LossRecord();
  #preference: EnginePreference = 'auto';
  #status: EngineStatus | null = null;
  #engine: Promise<Engine> | null = null;
  #lost: Promise<Failure> = new Promise(() => {});
  /** The end of the queue: photos go through one after the other. */
  #last: Promise<unknown> = Promise.resolve();

  constructor(build: BuildEngine, onStatus: (status: EngineStatus) => void, onStep: (step: string) => void) {
    this.#build = build;
    this.#onStatus = onStatus;
    this.#onStep = onStep;
  }

  /** Of the engine in use; null before the first. */
  get status(): EngineStatus | null {
    return this.#status;
  }

  /** Before the first photo: what to build when the engine is first needed. */
  prefer(preference: EnginePreference): void {
    this.#preference = preference;
  }

  /** The network in use. @throws whatever building the engine throws. */
  async network(): Promise<Network> {
    return (await this.#current()).network;
  }

  analyse(image: RgbImage, options?: AnalyseOptions): Promise<EngineAnalysis> {
    return this.#inTurn(() => this.#analyse(image, options));
  }

  /** The running photo is finished on the old engine first. @throws when the wished engine is not to be had; the old one stays. */
  choose(preference: EnginePreference): Promise<void> {
    return this.#inTurn(async () => {
      const before = this.#preference;
      this.#losses.clear();
      await this.#rebuild(preference, { orWasm: preference === 'auto' }).catch(async (error: unknown) => {
        await this.#rebuild(before, { orWasm: true });
        throw error;
      });
      this.#preference = preference;
    });
  }

  #inTurn<T>(work: () => Promise<T>): Promise<T> {
    const turn = this.#last.then(work);
    this.#last = turn.catch(() => {});
    return turn;
  }

  async #analyse(image: RgbImage, options?: AnalyseOptions): Promise<EngineAnalysis> {
    for (let tries = 1; ; tries++) {
      const { network, status } = await this.#current();
      const outcome = await Promise.race([
        this.#lost,
        network.analyse(image, options).then(
          ({ analysis }): EngineAnalysis => ({ analysis, engine: status.engine }),
          (error: unknown) => asError(error),
        ),
      ]);
      // What a dying device still answers is not to be trusted, so the loss is looked at first.
      const lost = await Promise.race([this.#lost, Promise.resolve(null)]);
      const failure = lost ?? failureOf(outcome);
      if (failure !== null) await this.#recover(failure, tries);
      else if (outcome instanceof Error) throw outcome;
      else if ('analysis' in outcome) return outcome;
    }
  }

  /** An error of the GPU is never a photo's fault before WASM says so too: the device's loss is often told long after the error that it makes. */
  async #recover({ lost, message }: Failure, tries: number): Promise<void> {
    const often = this.#losses.note(Date.now()) === 'giveUp' || tries >= MOST_LOSSES;
    if (often || (!lost && tries >= MOST_TRIES)) {
      const times = often ? 'three times' : 'twice with one photo';
      await this.#rebuild('wasm', { reason: `The GPU failed ${times}. ${message}` });
    } else {
      await this.#comeBack(message);
    }
  }

  async #comeBack(failure: string): Promise<void> {
    let last: unknown;
    for (const pause of COMEBACK_PAUSES_MS) {
      await new Promise((resolve) => setTimeout(resolve, pause));
      try {
        await this.#rebuild(this.#preference, { failure });
        return;
      } catch (error) {
        last = error;
      }
    }
    await this.#rebuild('wasm', { reason: `The GPU failed and did not come back: ${asError(last).message}` });
  }

  #current(): Promise<Engine> {
    return this.#engine ?? this.#rebuild(this.#preference, { orWasm: true });
  }

  async #rebuild(preference: EnginePreference, how: Rebuilding): Promise<Engine> {
    const old = this.#engine;
    const next = (async () => {
      // One after the other: two sets of weights would not fit a small GPU, and tfjs has one backend in force.
      // A dead engine may throw while it is taken down; the new one does not depend on it.
      await old?.then((engine) => engine.dispose()).catch(() => {});
      try {
        return await this.#start(preference, how);
      } catch (error) {
        if (how.orWasm !== true || !(error instanceof Error && error.name === 'GpuUnavailable')) throw error;
        return await this.#start('wasm', { reason: error.message });
      }
    })();
    this.#engine = next;
    try {
      return await next;
    } catch (error) {
      this.#engine = null;
      throw error;
    }
  }

  async #start(preference: EnginePreference, { reason, failure }: Rebuilding): Promise<Engine> {
    const engine = await this.#build(preference, this.#onStep);
    this.#lost = new Promise((resolve) => engine.onLost(() => resolve(LOST)));
    this.#status = {
      ...engine.status,
      ...(reason === undefined ? {} : { reason }),
      ...(failure === undefined ? {} : { trouble: `The GPU failed and was started anew. ${failure}` }),
      ...(reason !== undefined && engine.status.engine === 'wasm' ? { trouble: reason } : {}),
    };
    this.#onStatus(this.#status);
    return engine;
  }
}

/** Why and how an engine is built. */
interface Rebuilding {
  /** In place of the builder's own, where the host knows better why. */
  readonly reason?: string;
  /** What brought the engine before it down. */
  readonly failure?: string;
  /** Whether WASM will do where the GPU that is asked for is not to be had. */
  readonly orWasm?: boolean;
}

/** null where the outcome does not speak of the GPU. */
function failureOf(outcome: EngineAnalysis | Error | Failure): Failure | null {
  if (outcome instanceof Error)
    return isGpuFailure(outcome) ? { lost: outcome.name === 'DeviceLost', message: outcome.message } : null;
  return 'lost' in outcome ? outcome : null;
}
