import type { NumberedSummary } from '../../../pipeline/api/found.ts';
import type { PhotoNumber } from '../../../pipeline/api/photoNumber.ts';
import type { Pipeline } from '../../../pipeline/api/pipelineVerbs.ts';

/** Widths in which pictures are kept, device pixels: small ones while there are many in sight. */
const WIDTHS = [96, 320] as const;
/** Of each width, some 30 MB in all. */
const KEPT = [900, 60] as const;
/** Enough to keep the storage busy. */
const AT_ONCE = 6;

interface Kept {
  readonly picture: ImageBitmap;
  readonly level: 0 | 1;
}

/** Small pictures for the canvas: loaded for photos in sight, a screenful of names in one call, and forgotten when many others were seen since. */
export class MapPictures {
  readonly #pipeline: Pick<Pipeline, 'summaries' | 'thumbnail'>;
  readonly #onPicture: () => void;
  /** In order of last use. */
  readonly #kept = [new Map<PhotoNumber, Kept>(), new Map<PhotoNumber, Kept>()] as const;
  readonly #summaries = new Map<PhotoNumber, NumberedSummary | null>();
  readonly #missing = new Set<PhotoNumber>();
  #wanted: readonly PhotoNumber[] = [];
  #level: 0 | 1 = 0;
  readonly #loading = new Set<string>();
  #asking = false;
  #closed = false;

  /** @param onPicture one has come */
  constructor(pipeline: Pick<Pipeline, 'summaries' | 'thumbnail'>, onPicture: () => void) {
    this.#pipeline = pipeline;
    this.#onPicture = onPicture;
  }

  /** Undefined until it is known. */
  summary(number: PhotoNumber): NumberedSummary | null | undefined {
    return this.#summaries.get(number);
  }

  /** The best that is there; undefined until one is. */
  picture(number: PhotoNumber): ImageBitmap | undefined {
    const level = this.#kept[this.#level].has(number) ? this.#level : this.#level === 0 ? 1 : 0;
    const found = this.#kept[level].get(number);
    if (found === undefined) return undefined;
    this.#kept[level].delete(number);
    this.#kept[level].set(number, found);
    return found.picture;
  }

  /** These are in sight now, the first ones first. @param width that they are drawn in, device pixels */
  want(numbers: readonly PhotoNumber[], width: number): void {
    this.#wanted = numbers;
    this.#level = width > WIDTHS[0] ? 1 : 0;
    void this.#learn();
    this.#loadNext();
  }

  close(): void {
    this.#closed = true;
    for (const kept of this.#kept) {
      for (const { picture } of kept.values()) picture.close();
      kept.clear();
    }
  }

  async #learn(): Promise<void> {
    if (this.#asking) return;
    const unknown = this.#wanted.filter((number) => !this.#summaries.has(number));
    if (unknown.length === 0) return;
    this.#asking = true;
    try {
      const summaries = await this.#pipeline.summaries(Uint32Array.from(unknown));
      unknown.forEach((number, i) => {
        this.#summaries.set(number, summaries[i] ?? null);
      });
    } catch {
      // The gallery cannot be asked at the moment, which the page says elsewhere.
      return;
    } finally {
      this.#asking = false;
    }
    this.#onPicture();
    this.#loadNext();
    void this.#learn();
  }

  #loadNext(): void {
    const [level, kept] = [this.#level, this.#kept[this.#level]];
    for (const number of this.#wanted) {
      if (this.#loading.size >= AT_ONCE || this.#closed) return;
      const id = this.#summaries.get(number)?.id;
      const key = `${level} ${number}`;
      if (id === undefined || kept.has(number) || this.#missing.has(number) || this.#loading.has(key)) continue;
      this.#loading.add(key);
      void this.#load(number, id, level).finally(() => {
        this.#loading.delete(key);
        this.#loadNext();
      });
    }
  }

  async #load(number: PhotoNumber, id: string, level: 0 | 1): Promise<void> {
    try {
      const blob = await this.#pipeline.thumbnail(id);
      const picture = await createImageBitmap(blob, { resizeWidth: WIDTHS[level], resizeQuality: 'medium' });
      const kept = this.#kept[level];
      if (this.#closed) return picture.close();
      kept.set(number, { picture, level });
      for (const [old, { picture: gone }] of kept) {
        if (kept.size <= Math.max(KEPT[level], this.#wanted.length)) break;
        kept.delete(old);
        gone.close();
      }
      this.#onPicture();
    } catch {
      // A photo without a stored picture keeps its colour.
      this.#missing.add(number);
    }
  }
}
