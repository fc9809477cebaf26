import type * as tf from '../gpu/tfjs/tfjs.ts';

type Maps = Readonly<Record<string, tf.Tensor3D>>;

/** The feature maps of one picture, kept under its name until another's are. */
export class KeptMaps {
  #kept: { readonly name: string; readonly maps: Maps } | null = null;

  /**
   * Runs `work` on the picture's maps, which are computed where they are not kept; without a name they are disposed afterwards.
   * @throws what `compute` and `work` throw; nothing is kept then, unless it was the signal that stopped the work.
   */
  async with<T>(
    name: string | undefined,
    signal: AbortSignal | undefined,
    compute: () => Maps,
    work: (maps: Maps) => Promise<T>,
  ): Promise<T> {
    if (name === undefined) {
      const maps = compute();
      try {
        return await work(maps);
      } finally {
        disposeAll(maps);
      }
    }
    if (this.#kept?.name !== name) {
      this.dispose();
      this.#kept = { name, maps: compute() };
    }
    try {
      return await work(this.#kept.maps);
    } catch (error) {
      // They may be to blame.
      if (!signal?.aborted) this.dispose();
      throw error;
    }
  }

  dispose(): void {
    const kept = this.#kept;
    this.#kept = null;
    if (kept !== null) disposeAll(kept.maps);
  }
}

function disposeAll(maps: Maps): void {
  for (const map of Object.values(maps)) map.dispose();
}
