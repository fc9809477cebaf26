import type { OwnedDevice } from '../../../gpu/device/device.ts';
import { dispatch } from '../../../gpu/dispatch/dispatch.ts';
import { type ClockSource, GpuClock } from '../../../gpu/dispatch/gpuClock.ts';
import { shader } from '../../../gpu/dispatch/shader.ts';
import * as tf from '../../../gpu/tfjs/tfjs.ts';
import multiplyAddCode from './multiplyAdd.wgsl?raw';
import type { Roofline } from './roofline.ts';
import streamCopyCode from './streamCopy.wgsl?raw';

const multiplyAdd = shader('multiplyAdd', multiplyAddCode);
const streamCopy = shader('streamCopy', streamCopyCode);

const ROUNDS = 5;
/** Of four chains' numbers, eight chains a thread, a multiplication and an addition each. */
const OPERATIONS_A_STEP = 8 * 4 * 2;

/** Sizes that keep a large card busy for some milliseconds, and a software adapter for not much longer. */
function sizes(software: boolean): { threads: number; steps: number; copyBytes: number } {
  // 64 MiB read and 64 MiB written do not fit any card's cache.
  return software
    ? { threads: 2 ** 12, steps: 2 ** 9, copyBytes: 16 * 2 ** 20 }
    : { threads: 2 ** 18, steps: 2 ** 12, copyBytes: 64 * 2 ** 20 };
}

export interface CardPeaks extends Roofline {
  /** Milliseconds of each measurement. */
  readonly operationTimes: readonly number[];
  readonly byteTimes: readonly number[];
  readonly source: ClockSource;
}

/** Measures the card with the two kernels of this folder; the best of the rounds is the peak. The device's backend is in force. */
export async function cardPeaks({ backend, fallback }: OwnedDevice): Promise<CardPeaks> {
  const { threads, steps, copyBytes } = sizes(fallback);
  const clock = await GpuClock.open(backend);
  const start = tf.ones([1]);
  const copied = tf.ones([copyBytes / 4]);
  let source: ClockSource = 'timestamps';
  const timesOf = async (run: () => void): Promise<number[]> => {
    await clock.time(run, 1);
    const times: number[] = [];
    for (let round = 0; round < ROUNDS; round++) {
      const measured = await clock.time(run, 1);
      times.push(measured.ms);
      if (measured.source === 'processor') source = 'processor';
    }
    return times;
  };
  const written = [
    backend.makeTensorInfo([threads], 'float32'),
    backend.makeTensorInfo([copyBytes / 4], 'float32'),
  ] as const;
  try {
    const operationTimes = await timesOf(
      () =>
        void dispatch(backend, multiplyAdd, {
          // Converges to one, so that no number overflows.
          inputs: [start],
          outputs: [written[0]],
          uniforms: { steps, factor: 0.5, step: 0.5 },
          workgroups: [threads / 64, 1, 1],
        }),
    );
    const byteTimes = await timesOf(
      () =>
        void dispatch(backend, streamCopy, {
          inputs: [copied],
          outputs: [written[1]],
          uniforms: {},
          workgroups: [copyBytes / 16 / 256, 1, 1],
        }),
    );
    return {
      operations: (threads * steps * OPERATIONS_A_STEP) / (Math.min(...operationTimes) / 1000),
      bytes: (2 * copyBytes) / (Math.min(...byteTimes) / 1000),
      operationTimes,
      byteTimes,
      source,
    };
  } finally {
    clock.dispose();
    tf.dispose([start, copied]);
    for (const { dataId } of written) backend.disposeData(dataId);
  }
}
