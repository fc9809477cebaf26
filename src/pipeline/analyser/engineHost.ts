import type { RgbImage } from '../../base/image/rgbImage.ts';
import { isGpuFailure } from '../../gpu/device/errors.ts';
import type { PhotoAnalysis } from '../../network/heads/photoAnalysis.ts';
import type { AnalyseOptions, Network } from '../../network/network.ts';
import { Ending } from '../api/ending.ts';
import { asError } from '../api/errors.ts';
import type { EngineName, EnginePreference, EngineStatus } from '../api/pipeline.ts';
import type { AnalyseOptions as FileOptions } from './analyser.ts';
import { builtAgain, readyFirst } from './comeback.ts';
import { LossRecord } from './lossRecord.ts';
import type { TriedPhoto } from './preparedPhoto.ts';
import type { Waits } from './seats.ts';
import { Turns } from './turns.ts';
import { withinLimit } from './withinLimit.ts';

/** A network on an engine, ready to work. */
export interface Engine {
  readonly network: Network;
  readonly status: EngineStatus;
  /** On WASM: takes a photo all the way in one worker. Elsewhere each photo is prepared first and then given to `network`. */
  readonly analyseFile?: (file: Blob, options: FileOptions) => Promise<TriedPhoto>;
  /** Calls back once when the GPU device is lost; never on WASM. */
  onLost(listener: () => void): void;
  /** Frees weights, device and pipelines. */
  dispose(): void;
}

/** @throws GpuUnavailable when a GPU was asked for and is not available, or its results are wrong. */
export type BuildEngine = (preference: EnginePreference, onStep: (step: string) => void) => Promise<Engine>;

/** An analysis and the engine that made it. */
export interface EngineAnalysis {
  readonly analysis: PhotoAnalysis;
  readonly engine: EngineName;
}

/**
 * A GPU that takes longer over a photo has failed; the slowest one takes some seconds. On WASM the pool's workers keep the time. Neither is
 * held against a photo before the other has been tried.
 */
const ANALYSIS_LIMIT_MS = 120_000;

/** How often one photo is tried on a GPU that reports errors: once more on a new device, then on WASM. */
const MOST_TRIES = 2;
/** And on a GPU that is lost, for which the photo is less likely to be to blame. */
const MOST_LOSSES = 3;

/** How the GPU failed under a photo. */
interface Failure {
  readonly lost: boolean;
  readonly message: string;
}

const LOST: Failure = { lost: true, message: 'The GPU device was lost.' };

/**
 * Keeps one engine alive: takes one photo at a time, and goes on with the same photo when the engine's device is lost or fails. It takes a
 * while to build a GPU engine anew, on a software adapter many seconds, so WASM computes until then where it is ready first. Where the GPU
 * keeps failing it is WASM for good.
 */
export class EngineHost {
  readonly #build: BuildEngine;
  readonly #onStatus: (status: EngineStatus) => void;
  readonly #onStep: (step: string) => void;
  readonly #limitMs: number;
  readonly #losses = new LossRecord();
  #preference: EnginePreference = 'auto';
  #status: EngineStatus | null = null;
  #engine: Promise<Engine> | null = null;
  #ready: Engine | null = null;
  /** The GPU engine that is being built anew while WASM computes. */
  #returning: Promise<Engine> | null = null;
  #lost = new Ending<Failure>(new Promise(() => {}));
  /** Photos go through one after the other. */
  readonly #turns = new Turns();
  /** The page may ask for what needs the network before it is known which network and engine a person chose. */
  readonly #preferred: Promise<void>;
  #choiceKnown = () => {};

  constructor(
    build: BuildEngine,
    onStatus: (status: EngineStatus) => void,
    onStep: (step: string) => void,
    limitMs = ANALYSIS_LIMIT_MS,
  ) {
    this.#build = build;
    this.#limitMs = limitMs;
    this.#onStatus = onStatus;
    this.#onStep = onStep;
    this.#preferred = new Promise((resolve) => {
      this.#choiceKnown = resolve;
    });
  }

  /** Of the engine in use; null before the first. */
  get status(): EngineStatus | null {
    return this.#status;
  }

  /** The engine in use; null while one is being built. */
  get ready(): Engine | null {
    return this.#ready;
  }

  /** What to build when the engine is first needed; nothing is built before this is called, whoever asks. */
  prefer(preference: EnginePreference): void {
    this.#preference = preference;
    this.#choiceKnown();
  }

  /** The network in use. @throws whatever building the engine throws. */
  async network(): Promise<Network> {
    return (await this.#current()).network;
  }

  /** @throws Cancelled when the signal is aborted; Error when the engine fails on the photo. */
  analyse(image: RgbImage, options?: AnalyseOptions, waits?: Waits): Promise<EngineAnalysis> {
    return this.#turns.run(() => this.#analyse(image, options), waits);
  }

  /** The running photo is finished on the old engine first. @throws Error when the chosen engine is not available; the old one stays. */
  choose(preference: EnginePreference): Promise<void> {
    const change = async (): Promise<void> => {
      const before = this.#preference;
      this.#losses.clear();
      await this.#rebuild(preference, { orWasm: preference === 'auto' }).catch(async (error: unknown) => {
        await this.#rebuild(before, { orWasm: true });
        throw error;
      });
      this.#preference = preference;
    };
    return this.#turns.run(change, { urgent: true });
  }

  async #analyse(image: RgbImage, options?: AnalyseOptions): Promise<EngineAnalysis> {
    for (let tries = 1; ; tries++) {
      const { network, status } = await this.#current();
      const work = network.analyse(image, options);
      const outcome = await this.#lost.or(
        (status.engine === 'webgpu' ? withinLimit(work, this.#limitMs) : work).then(
          ({ analysis }): EngineAnalysis => ({ analysis, engine: status.engine }),
          (error: unknown) => asError(error),
        ),
      );
      // The answers of a dying device cannot be trusted, so the loss is checked first.
      const failure = this.#lost.ended?.value ?? failureOf(outcome);
      if (failure !== null) await this.#recover(failure, tries);
      else if (outcome instanceof Error) throw outcome;
      else if ('analysis' in outcome) return outcome;
    }
  }

  /** A GPU error is not the photo's fault until WASM fails as well: a lost device is often reported long after the errors that it causes. */
  async #recover({ lost, message }: Failure, tries: number): Promise<void> {
    const often = this.#losses.note(Date.now()) === 'giveUp' || tries >= MOST_LOSSES;
    if (often || (!lost && tries >= MOST_TRIES)) {
      const times = often ? 'three times' : 'twice with one photo';
      await this.#rebuild('wasm', { reason: `The GPU failed ${times}. ${message}` });
    } else {
      await this.#comeBack(message);
    }
  }

  /** @throws Error when neither the GPU nor WASM can be built. */
  async #comeBack(failure: string): Promise<void> {
    await this.#replace(async () => {
      const gpu = builtAgain(() => this.#build(this.#preference, this.#onStep));
      const wasm = this.#build('wasm', this.#onStep);
      const { engine, of } = await readyFirst(gpu, wasm);
      if (of === 'gpu') {
        wasm.then((unused) => unused.dispose()).catch(() => {});
        return this.#started(engine, { failure });
      }
      this.#returning = gpu;
      // Where that fails as well there is no engine, and the next photo builds one or says why not.
      this.#takeOver(gpu, failure).catch(() => {});
      // Photos are prepared for either engine, so that they need not be prepared again when the GPU takes over.
      const { network, status, onLost, dispose } = engine;
      return this.#started({ network, status, onLost, dispose }, { interim: true });
    });
  }

  /** Between two photos, once the GPU is there again or has failed to come back; does nothing where another engine was chosen meanwhile. */
  async #takeOver(gpu: Promise<Engine>, failure: string): Promise<void> {
    const outcome = await gpu.catch(asError);
    const take = async (): Promise<void> => {
      if (this.#returning !== gpu) return;
      this.#returning = null;
      if (outcome instanceof Error)
        await this.#rebuild('wasm', { reason: `The GPU failed and did not come back: ${outcome.message}` });
      else await this.#replace(async () => this.#started(outcome, { failure }));
    };
    await this.#turns.run(take, { urgent: true });
  }

  #current(): Promise<Engine> {
    return this.#engine ?? this.#rebuild(null, { orWasm: true });
  }

  /** @param wanted null for what is preferred by then */
  async #rebuild(wanted: EnginePreference | null, how: Rebuilding): Promise<Engine> {
    const unwanted = this.#returning?.then((engine) => engine.dispose()).catch(() => {});
    this.#returning = null;
    return this.#replace(async () => {
      await this.#preferred;
      const preference = wanted ?? this.#preference;
      if (preference !== 'wasm') await unwanted;
      try {
        return this.#started(await this.#build(preference, this.#onStep), how);
      } catch (error) {
        if (how.orWasm !== true || !(error instanceof Error && error.name === 'GpuUnavailable')) throw error;
        return this.#started(await this.#build('wasm', this.#onStep), { reason: error.message });
      }
    });
  }

  /** Whoever asks for the engine from now on gets the one that is made. @throws what making it throws. */
  async #replace(make: () => Promise<Engine>): Promise<Engine> {
    const old = this.#engine;
    this.#ready = null;
    const next = (async () => {
      // One after the other: two sets of weights would not fit on a small GPU, and tfjs has a single current backend.
      // A dead engine may throw while it is being disposed; the new one does not depend on it.
      await old?.then((engine) => engine.dispose()).catch(() => {});
      return make();
    })();
    this.#engine = next;
    try {
      return await next;
    } catch (error) {
      this.#engine = null;
      throw error;
    }
  }

  #started(engine: Engine, how: Rebuilding): Engine {
    this.#lost = new Ending(new Promise((resolve) => engine.onLost(() => resolve(LOST))));
    this.#status = { ...engine.status, ...inWords(engine.status, how) };
    this.#ready = engine;
    this.#onStatus(this.#status);
    return engine;
  }
}

/** Why and how an engine is built. */
interface Rebuilding {
  /** Replaces the builder's own reason where the host knows better. */
  readonly reason?: string;
  /** What brought the engine before it down. */
  readonly failure?: string;
  /** Until the GPU is there again. */
  readonly interim?: true;
  /** Whether WASM will do where the GPU that is asked for is not to be had. */
  readonly orWasm?: boolean;
}

/** What the builder cannot know of its engine. */
function inWords({ engine }: EngineStatus, { reason, failure, interim }: Rebuilding): Partial<EngineStatus> {
  if (interim)
    return { interim, reason: 'The GPU failed and is being started again. WebAssembly computes until then.' };
  if (reason !== undefined) return engine === 'wasm' ? { reason, trouble: reason } : { reason };
  if (failure === undefined) return {};
  return { trouble: `The GPU failed${engine === 'webgpu' ? ' and was restarted' : ''}. ${failure}` };
}

/** null where the outcome does not speak of the GPU. */
function failureOf(outcome: EngineAnalysis | Error | Failure): Failure | null {
  if (outcome instanceof Error)
    return isGpuFailure(outcome) ? { lost: outcome.name === 'DeviceLost', message: outcome.message } : null;
  return 'lost' in outcome ? outcome : null;
}
