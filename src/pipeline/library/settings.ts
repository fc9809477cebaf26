import type { Gallery } from '../../gallery/gallery.ts';
import type { PipelineChange } from '../api/changes.ts';
import type { EnginePreference } from '../api/pipeline.ts';

const ENGINE = 'engine';
const PREVIEWS = 'previews';

function isPreference(value: string | undefined): value is EnginePreference {
  return value === 'auto' || value === 'webgpu' || value === 'wasm';
}

/** A person's settings, which the gallery keeps. */
export class Settings {
  readonly #gallery: Gallery;
  readonly #tell: (change: PipelineChange) => void;
  #keepsPreviews = false;

  constructor(gallery: Gallery, tell: (change: PipelineChange) => void) {
    this.#gallery = gallery;
    this.#tell = tell;
  }

  get keepsPreviews(): boolean {
    return this.#keepsPreviews;
  }

  async loadPreviews(): Promise<void> {
    this.#setPreviews((await this.#gallery.setting(PREVIEWS)) === 'on');
  }

  async keepPreviews(keep: boolean): Promise<void> {
    await this.#gallery.setSetting(PREVIEWS, keep ? 'on' : 'off');
    this.#setPreviews(keep);
  }

  #setPreviews(keep: boolean): void {
    this.#keepsPreviews = keep;
    this.#tell({ kind: 'keepsPreviews', keepsPreviews: keep });
  }

  async engine(): Promise<EnginePreference> {
    const chosen = await this.#gallery.setting(ENGINE);
    return isPreference(chosen) ? chosen : 'auto';
  }

  async keepEngine(preference: EnginePreference): Promise<void> {
    await this.#gallery.setSetting(ENGINE, preference);
    this.#tell({ kind: 'preference', preference });
  }
}
