import {
  closeSync,
  existsSync,
  ftruncateSync,
  mkdirSync,
  openSync,
  readFileSync,
  writeFileSync,
  writeSync,
} from 'node:fs';
import { join } from 'node:path';
import { type CachedMapPlace, type FeatureCacheHeader, readIndexLines, STORED } from './featureCache.ts';

/** One map as it goes to the disk. `halves` // (h, w, channels), float16 bits */
export interface HalfMap {
  readonly tap: string;
  readonly h: number;
  readonly w: number;
  readonly halves: Uint16Array;
}

export interface FeatureCacheWriter {
  /** Keys of the photos that an earlier run finished. */
  readonly finished: ReadonlySet<string>;
  /** @param key `contentKey` of the photo's file */
  append(key: string, maps: readonly HalfMap[]): void;
  close(): void;
}

/** The taps that a run must write: those wanted, or all of a cache that holds these and more already. */
export function tapsToCache(folder: string, wanted: readonly string[]): readonly string[] {
  const headerFile = join(folder, 'cache.json');
  if (!existsSync(headerFile)) return wanted;
  const held = Object.keys((JSON.parse(readFileSync(headerFile, 'utf8')) as FeatureCacheHeader).taps);
  return wanted.every((tap) => held.includes(tap)) ? held : wanted;
}

/**
 * Opens a cache for appending; the layout is in `featureCache.ts`. What a cut-off run left half-written is cut
 * away, so the files end where the index says.
 * @throws Error when the folder holds a cache of another backbone, input side, flip, taps or version.
 */
export function appendToFeatureCache(folder: string, header: FeatureCacheHeader): FeatureCacheWriter {
  mkdirSync(folder, { recursive: true });
  const headerFile = join(folder, 'cache.json');
  const indexFile = join(folder, 'index.jsonl');
  const text = `${JSON.stringify({ ...header, ...STORED }, null, 2)}\n`;
  if (existsSync(headerFile)) {
    const found = readFileSync(headerFile, 'utf8');
    if (found !== text)
      throw new Error(`appendToFeatureCache: ${folder} holds another cache:\n${found}wanted\n${text}`);
  } else {
    writeFileSync(headerFile, text);
  }
  const lines = existsSync(indexFile) ? readIndexLines(readFileSync(indexFile, 'utf8')) : [];
  writeFileSync(indexFile, lines.map((line) => `${JSON.stringify(line)}\n`).join(''));

  const ends = new Map<string, number>();
  const files = new Map<string, number>();
  for (const [tap, channels] of Object.entries(header.taps)) {
    const end = lines.reduce(
      (last, { maps: { [tap]: place } }) => Math.max(last, place!.offset + place!.h * place!.w * channels),
      0,
    );
    const name = join(folder, `${tap}.f16`);
    const file = openSync(name, existsSync(name) ? 'r+' : 'w');
    ftruncateSync(file, end * 2);
    files.set(tap, file);
    ends.set(tap, end);
  }
  const index = openSync(indexFile, 'a');

  return {
    finished: new Set(lines.map((line) => line.key)),
    append(key, maps) {
      const places: Record<string, CachedMapPlace> = {};
      for (const { tap, h, w, halves } of maps) {
        const offset = ends.get(tap)!;
        const written = writeSync(files.get(tap)!, halves, 0, halves.byteLength, offset * 2);
        if (written !== halves.byteLength)
          throw new Error(
            `appendToFeatureCache: wrote ${written} of ${halves.byteLength} bytes of ${tap}: is the disk full?`,
          );
        ends.set(tap, offset + halves.length);
        places[tap] = { offset, h, w };
      }
      writeSync(index, `${JSON.stringify({ key, maps: places })}\n`);
    },
    close() {
      for (const file of [...files.values(), index]) closeSync(file);
    },
  };
}
