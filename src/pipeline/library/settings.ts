import type { Gallery } from '../../gallery/gallery.ts';
import type { PipelineChange } from '../api/changes.ts';
import type { EnginePreference } from '../api/pipeline.ts';

const ENGINE = 'engine';
const PREVIEWS = 'previews';
const PLACES = 'places';

function isPreference(value: string | undefined): value is EnginePreference {
  return value === 'auto' || value === 'webgpu' || value === 'wasm';
}

/** A person's settings, which the gallery keeps. */
export class Settings {
  readonly #gallery: Gallery;
  readonly #tell: (change: PipelineChange) => void;
  #keepsPreviews = false;
  #keepsPlaces = false;

  constructor(gallery: Gallery, tell: (change: PipelineChange) => void) {
    this.#gallery = gallery;
    this.#tell = tell;
  }

  get keepsPreviews(): boolean {
    return this.#keepsPreviews;
  }

  /** Whether it is kept where a photo was taken. */
  get keepsPlaces(): boolean {
    return this.#keepsPlaces;
  }

  /** What is kept of photos that are added. */
  async load(): Promise<void> {
    const [previews, places] = await Promise.all([this.#gallery.setting(PREVIEWS), this.#gallery.setting(PLACES)]);
    this.#setPreviews(previews === 'on');
    this.#setPlaces(places === 'on');
  }

  async keepPlaces(keep: boolean): Promise<void> {
    await this.#gallery.setSetting(PLACES, keep ? 'on' : 'off');
    this.#setPlaces(keep);
  }

  #setPlaces(keep: boolean): void {
    this.#keepsPlaces = keep;
    this.#tell({ kind: 'keepsPlaces', keepsPlaces: keep });
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
