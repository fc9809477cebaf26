import type { WebGPUBackend } from '../tfjs/webgpuBackend.ts';
import { commandStream } from './commandStream.ts';

/** Where times come from: the GPU's own timestamps, or the processor's clock around a submission. */
export type ClockSource = 'timestamps' | 'processor';

interface Staging {
  readonly queries: GPUQuerySet | null;
  readonly resolved: GPUBuffer;
  readonly read: GPUBuffer;
}

/** Empty submissions whose shortest time is taken off what the processor's clock says. */
const IDLE_ROUNDS = 3;

/**
 * Times work of the tfjs backend on the GPU itself. All runs of a measurement go into one compute pass and one submission, and the pass's
 * timestamps say how long it took. Browsers round these to 0.1 ms against spies, so a measurement has to be milliseconds long to be worth
 * something. Where the adapter has no timestamps, the processor's clock runs from the submission until a number that was copied behind
 * the runs has come back, less what that takes with no runs at all. (`onSubmittedWorkDone` is no measure: SwiftShader answers early.)
 */
export class GpuClock {
  readonly #backend: WebGPUBackend;
  readonly #staging: Staging;
  #idleMs = 0;

  private constructor(backend: WebGPUBackend, staging: Staging) {
    this.#backend = backend;
    this.#staging = staging;
  }

  /** The caller disposes it. */
  static async open(backend: WebGPUBackend): Promise<GpuClock> {
    const { device } = backend;
    const clock = new GpuClock(backend, {
      queries: device.features.has('timestamp-query') ? device.createQuerySet({ type: 'timestamp', count: 2 }) : null,
      resolved: device.createBuffer({ size: 16, usage: GPUBufferUsage.QUERY_RESOLVE | GPUBufferUsage.COPY_SRC }),
      read: device.createBuffer({ size: 16, usage: GPUBufferUsage.COPY_DST | GPUBufferUsage.MAP_READ }),
    });
    let idle = Infinity;
    for (let round = 0; round < IDLE_ROUNDS; round++) idle = Math.min(idle, (await clock.time(() => {}, 1)).ms);
    clock.#idleMs = idle;
    return clock;
  }

  /**
   * Nothing else may use the backend meanwhile, and what `run` reads must be on the GPU already: run it once before.
   * @param run records one run's work; it must leave no work for later
   * @returns milliseconds of one run of `count`
   */
  async time(run: () => void, count: number): Promise<{ readonly ms: number; readonly source: ClockSource }> {
    const backend = this.#backend;
    const stream = commandStream(backend);
    const { queries, resolved, read } = this.#staging;
    backend.ensureCommandEncoderReady();
    backend.endComputePassEncoder();
    backend.submitQueue();

    backend.ensureCommandEncoderReady();
    const encoder = stream.commandEncoder!;
    const pass = encoder.beginComputePass(
      queries ? { timestampWrites: { querySet: queries, beginningOfPassWriteIndex: 0, endOfPassWriteIndex: 1 } } : {},
    );
    stream.computePassEncoder = pass;
    // tfjs and our own `dispatch` submit after so many dispatches; not before all runs are recorded.
    stream.dispatchCountInPass = -(2 ** 30);
    const start = performance.now();
    for (let i = 0; i < count; i++) run();
    // An upload would have ended the pass in the middle.
    const whole = stream.computePassEncoder === pass && stream.commandEncoder === encoder;
    backend.ensureCommandEncoderReady();
    backend.endComputePassEncoder();
    if (queries && whole) stream.commandEncoder!.resolveQuerySet(queries, 0, 2, resolved, 0);
    stream.commandEncoder!.copyBufferToBuffer(resolved, 0, read, 0, 16);
    backend.submitQueue();
    await read.mapAsync(GPUMapMode.READ);
    const elapsed = performance.now() - start;
    const [begin, end] = new BigUint64Array(read.getMappedRange().slice(0));
    read.unmap();
    if (queries && whole && end! > begin!) return { ms: Number(end! - begin!) / 1e6 / count, source: 'timestamps' };
    return { ms: Math.max(0, elapsed - this.#idleMs) / count, source: 'processor' };
  }

  dispose(): void {
    this.#staging.queries?.destroy();
    this.#staging.resolved.destroy();
    this.#staging.read.destroy();
  }
}
