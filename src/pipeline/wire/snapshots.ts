import { afterChange, OPENING, type PipelineChange } from '../api/changes.ts';
import type { PipelineSnapshot } from '../api/pipeline.ts';

/** The page's immutable snapshots, made of the worker's changes. */
export class Snapshots {
  readonly #listeners = new Set<() => void>();
  #snapshot: PipelineSnapshot = OPENING;

  readonly subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener);
    return () => void this.#listeners.delete(listener);
  };

  readonly getSnapshot = (): PipelineSnapshot => this.#snapshot;

  take(change: PipelineChange): void {
    this.#snapshot = afterChange(this.#snapshot, change);
    for (const listener of [...this.#listeners]) listener();
  }
}
