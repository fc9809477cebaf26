import type { RgbImage } from '../../base/image/rgbImage.ts';
import type { PhotoAnalysis } from '../../network/heads/photoAnalysis.ts';
import type { AnalyseOptions, Network } from '../../network/network.ts';
import type { EnginePreference, EngineStatus } from '../api/pipeline.ts';
import { asError } from '../wire/bridge.ts';
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

/** @throws GpuUnavailable when 'webgpu' was asked for and is not to be had. */
export type BuildEngine = (preference: EnginePreference, onStep: (step: string) => void) => Promise<Engine>;

/** A browser may need a moment before it gives a device again after a loss: so long is waited before each try. */
const COMEBACK_PAUSES_MS = [0, 300, 1500] as const;

/**
 * Keeps one engine alive: takes one photo at a time, rebuilds the engine when its device is lost and goes on with the
 * same photo, and goes to WASM when devices keep getting lost.
 */
export class EngineHost {
  readonly #build: BuildEngine;
  readonly #onStatus: (status: EngineStatus) => void;
  readonly #onStep: (step: string) => void;
  readonly #losses = new LossRecord();
  #preference: EnginePreference = 'auto';
  #status: EngineStatus | null = null;
  #engine: Promise<Engine> | null = null;
  #lost: Promise<'lost'> = new Promise(() => {});
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

  analyse(image: RgbImage, options?: AnalyseOptions): Promise<PhotoAnalysis> {
    return this.#inTurn(() => this.#analyse(image, options));
  }

  /** The running photo is finished on the old engine first. @throws when the wished engine is not to be had; the old one stays. */
  choose(preference: EnginePreference): Promise<void> {
    return this.#inTurn(async () => {
      const before = this.#preference;
      this.#losses.clear();
      await this.#rebuild(preference).catch(async (error: unknown) => {
        await this.#rebuild(before);
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

  async #analyse(image: RgbImage, options?: AnalyseOptions): Promise<PhotoAnalysis> {
    for (;;) {
      const engine = await this.#current();
      const outcome = await Promise.race([
        this.#lost,
        engine.network.analyse(image, options).then(
          ({ analysis }) => analysis,
          (error: unknown) => asError(error),
        ),
      ]);
      // What a dying device still answers is not to be trusted, so the loss is looked at first.
      const lost = await Promise.race([this.#lost, Promise.resolve(null)]);
      if (lost === 'lost' || outcome === 'lost' || (outcome instanceof Error && outcome.name === 'DeviceLost')) {
        await this.#recover();
      } else if (outcome instanceof Error) {
        throw outcome;
      } else {
        return outcome;
      }
    }
  }

  async #recover(): Promise<void> {
    if (this.#losses.note(Date.now()) === 'giveUp') {
      await this.#rebuild('wasm', 'The GPU was lost three times within a minute.');
    } else {
      await this.#comeBack();
    }
  }

  async #comeBack(): Promise<void> {
    let last: unknown;
    for (const pause of COMEBACK_PAUSES_MS) {
      await new Promise((resolve) => setTimeout(resolve, pause));
      try {
        await this.#rebuild(this.#preference);
        return;
      } catch (error) {
        last = error;
      }
    }
    await this.#rebuild('wasm', `The GPU was lost and did not come back: ${asError(last).message}`);
  }

  #current(): Promise<Engine> {
    return this.#engine ?? this.#rebuild(this.#preference);
  }

  /** @param reason in place of the builder's own, where the host knows better why */
  async #rebuild(preference: EnginePreference, reason?: string): Promise<Engine> {
    const old = this.#engine;
    const next = (async () => {
      // One after the other: two sets of weights would not fit a small GPU, and tfjs has one backend in force.
      // A dead engine may throw while it is taken down; the new one does not depend on it.
      await old?.then((engine) => engine.dispose()).catch(() => {});
      return this.#start(preference, reason);
    })();
    this.#engine = next;
    try {
      return await next;
    } catch (error) {
      this.#engine = null;
      throw error;
    }
  }

  async #start(preference: EnginePreference, reason?: string): Promise<Engine> {
    const engine = await this.#build(preference, this.#onStep);
    this.#lost = new Promise((resolve) => engine.onLost(() => resolve('lost')));
    this.#status = reason === undefined ? engine.status : { ...engine.status, reason };
    this.#onStatus(this.#status);
    return engine;
  }
}
