/** After a loss a browser may need a moment before it hands out a device again: the pause before each attempt. */
const PAUSES_MS = [0, 300, 1500] as const;

/** Tries several times. @throws the last failure. */
export async function builtAgain<E>(build: () => Promise<E>): Promise<E> {
  let last: unknown;
  for (const pause of PAUSES_MS) {
    if (pause > 0) await new Promise((resolve) => setTimeout(resolve, pause));
    try {
      return await build();
    } catch (error) {
      last = error;
    }
  }
  throw last;
}

/** Which of the two is ready first; one that fails is not waited for. @throws why the GPU failed, where both do. */
export function readyFirst<E>(
  gpu: Promise<E>,
  wasm: Promise<E>,
): Promise<{ readonly engine: E; readonly of: 'gpu' | 'wasm' }> {
  return Promise.any([
    gpu.then((engine) => ({ engine, of: 'gpu' }) as const),
    wasm.then((engine) => ({ engine, of: 'wasm' }) as const),
  ]).catch(async () => ({ engine: await gpu, of: 'gpu' }) as const);
}
