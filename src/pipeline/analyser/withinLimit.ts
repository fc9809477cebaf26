import { GpuFailed } from '../../gpu/device/errors.ts';

/**
 * Waits for a GPU's work for at most this long; the work itself is not stopped.
 * @throws GpuFailed saying how long it waited; whatever the work throws before that.
 */
export async function withinLimit<T>(work: Promise<T>, limitMs: number): Promise<T> {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new GpuFailed(`It took longer than ${limitMs / 1000} seconds.`)), limitMs);
  });
  try {
    return await Promise.race([work, late]);
  } finally {
    clearTimeout(timer);
  }
}
