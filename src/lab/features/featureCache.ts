import { closeSync, existsSync, fstatSync, openSync, readFileSync, readSync } from 'node:fs';
import { join } from 'node:path';
import { float16ToFloat32 } from '../../base/weights/safetensors.ts';
import { PIXELS_VERSION } from '../../terminal/pictures/decodePhoto.ts';

/**
 * Feature maps of a folder of photos on the disk, written by `npm run features`, read here and by numpy.
 *
 * cache.json     one object: backbone (its version), inputSide, flip (whether the photos were mirrored), taps (channels
 *                of each), dtype "float16", keys "sha256" (what the index calls a photo), pixels (version of the decoder)
 * index.jsonl    a line for each photo, in the order in which they were finished:
 *                {"key": contentKey of the photo's file, "maps": {"stride16": {"offset": first value, "h": rows, "w": columns}, …}}
 * <tap>.f16      little-endian float16, photo after photo, each (h, w, channels); offsets count values, not bytes
 *
 * In Python: np.memmap(f'{dir}/{tap}.f16', '<f2', 'r')[offset : offset + h * w * d].reshape(h, w, d)
 *
 * A line of the index is written after the maps that it names, so a run that is cut off leaves a readable cache.
 */
export interface FeatureCacheHeader {
  readonly backbone: string;
  readonly inputSide: number;
  readonly flip: boolean;
  readonly dtype: 'float16';
  /** Channels of each tap. */
  readonly taps: Readonly<Record<string, number>>;
}

/** What every cache says of itself beside what its maker says. */
export const STORED = { keys: 'sha256', pixels: PIXELS_VERSION } as const;

export interface CachedMapPlace {
  /** Of the first value in the tap's file. */
  readonly offset: number;
  readonly h: number;
  readonly w: number;
}

export interface IndexLine {
  /** `contentKey` of the photo: an id may be another photo's in the next data set. */
  readonly key: string;
  readonly maps: Readonly<Record<string, CachedMapPlace>>;
}

/** // (h, w, d) */
export interface CachedMap {
  readonly h: number;
  readonly w: number;
  readonly d: number;
  readonly values: Float32Array;
}

/** Photos are named by their `contentKey`. */
export interface FeatureCache {
  readonly header: FeatureCacheHeader;
  readonly keys: readonly string[];
  has(key: string): boolean;
  /** Reads from the disk each time. @throws Error for a photo or a tap that is not cached. */
  photo(key: string, taps?: readonly string[]): { readonly maps: Readonly<Record<string, CachedMap>> };
  /** One map as its float16 bits, half the memory of the numbers. // (h, w, d) */
  halves(
    key: string,
    tap: string,
  ): { readonly h: number; readonly w: number; readonly d: number; readonly halves: Uint16Array };
  close(): void;
}

/** Every finished line; a last line without its end was cut off and is left out. */
export function readIndexLines(text: string): IndexLine[] {
  return text
    .split('\n')
    .slice(0, -1)
    .map((line) => JSON.parse(line) as IndexLine);
}

/** float16 has 65,536 values: a table is faster than arithmetic. */
const halfTable = Float32Array.from({ length: 65536 }, (_, half) => float16ToFloat32(half));

function readHalves(file: number, { offset, h, w }: CachedMapPlace, d: number): Uint16Array {
  const halves = new Uint16Array(h * w * d);
  const bytes = readSync(file, halves, 0, halves.byteLength, offset * 2);
  if (bytes !== halves.byteLength)
    throw new Error(`featureCache: got ${bytes} bytes at value ${offset}, wanted ${halves.byteLength}`);
  return halves;
}

function readMap(file: number, place: CachedMapPlace, d: number): CachedMap {
  const { h, w } = place;
  const halves = readHalves(file, place, d);
  const values = new Float32Array(halves.length);
  for (let i = 0; i < values.length; i++) values[i] = halfTable[halves[i]!]!;
  return { h, w, d, values };
}

/** @throws Error when the folder holds no cache, one of photos named or decoded otherwise, or a file shorter than the index says. */
export function openFeatureCache(folder: string): FeatureCache {
  const headerFile = join(folder, 'cache.json');
  if (!existsSync(headerFile))
    throw new Error(`openFeatureCache: ${folder} holds no cache.json; write one with npm run features`);
  const header = JSON.parse(readFileSync(headerFile, 'utf8')) as FeatureCacheHeader & Partial<typeof STORED>;
  if (header.keys !== STORED.keys || header.pixels !== STORED.pixels)
    throw new Error(
      `openFeatureCache: ${folder} was written by another version, which named photos or read their pixels otherwise; write it anew with npm run features`,
    );
  const places = new Map(
    readIndexLines(readFileSync(join(folder, 'index.jsonl'), 'utf8')).map((line) => [line.key, line.maps]),
  );
  const files = new Map(Object.keys(header.taps).map((tap) => [tap, openSync(join(folder, `${tap}.f16`), 'r')]));
  for (const [tap, file] of files) {
    const wanted = [...places.values()].reduce(
      (end, { [tap]: place }) => Math.max(end, place!.offset + place!.h * place!.w * header.taps[tap]!),
      0,
    );
    if (fstatSync(file).size < wanted * 2)
      throw new Error(`openFeatureCache: ${tap}.f16 has ${fstatSync(file).size} bytes, the index wants ${wanted * 2}`);
  }
  const stored = (key: string, tap: string): [file: number, place: CachedMapPlace, channels: number] => {
    const place = places.get(key);
    if (place === undefined) throw new Error(`featureCache: photo ${key} is not cached`);
    const file = files.get(tap);
    if (file === undefined)
      throw new Error(`featureCache: got tap ${tap}, wanted one of ${[...files.keys()].join(', ')}`);
    return [file, place[tap]!, header.taps[tap]!];
  };
  return {
    header,
    keys: [...places.keys()],
    has: (key) => places.has(key),
    photo: (key, taps = Object.keys(header.taps)) => ({
      maps: Object.fromEntries(taps.map((tap): [string, CachedMap] => [tap, readMap(...stored(key, tap))])),
    }),
    halves(key, tap) {
      const [file, place, d] = stored(key, tap);
      return { h: place.h, w: place.w, d, halves: readHalves(file, place, d) };
    },
    close() {
      for (const file of files.values()) closeSync(file);
    },
  };
}
