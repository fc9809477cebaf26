import { normalFrom, seededRandom } from '../../base/seededRandom.ts';
import { wordsForBits } from '../../codes/packedCodes.ts';
import type { PhotoRow } from '../../gallery/schema.ts';
import type { TravellingPhoto } from '../../gallery/travellingPhoto.ts';
import { APPEARANCE_BITS, REGION_APPEARANCE_BITS } from '../../network/appearance/appearanceBits.ts';
import { SEMANTIC_BITS } from '../../network/heads/photoAnalysis.ts';
import { type CodeLayout, type CodeSample, copyOf } from './codeSample.ts';
import { drawnBoxes } from './drawnBoxes.ts';
import { flipBits } from './flipBits.ts';
import { type Outing, outings } from './outings.ts';
import { SmallPictures } from './smallPicture.ts';

/** Share of bits in which a photo differs from its topic, and a copy from the photo before it. */
const FLIPPED = { semantic: 0.03, category: 0.05, looks: 0.3, copy: 0.02 } as const;
/** Share of photos that are copies of the one before: duplicates to be found. */
const COPIES = 0.02;
/** Share of photos that lie in a second folder, too. */
const SECOND_PATHS = 0.01;
const FAVOURITES = 0.01;
/** From the shutter to the file. */
const FILE_AFTER_MS = 2000;
const FINGERPRINT_BITS = 64;
/** 1 January 2026. */
const ADDED_AT = Date.UTC(2026, 0, 1);

export interface SynthesisOptions extends CodeLayout {
  readonly photos: number;
  readonly seed: number;
  readonly modelVersion: string;
  /** What the photos are about; each is drawn like one of them. */
  readonly topics: readonly CodeSample[];
}

/**
 * A gallery that nobody took: photos in the order of their times, each drawn like one of the topics with bits flipped, a fiftieth of them
 * copies of the one before. The same options give the same photos.
 */
export function* synthesised(options: SynthesisOptions): Generator<TravellingPhoto> {
  const random = seededRandom(options.seed);
  const pictures = new SmallPictures();
  let number = 0;
  let before: TravellingPhoto | null = null;
  for (const outing of outings(options.photos, random)) {
    const about = Array.from(
      { length: 1 + Math.floor(3 * random()) },
      () => options.topics[Math.floor(random() * options.topics.length)]!,
    );
    let time = outing.start;
    for (let n = 0; n < outing.photos; n++) {
      time += 1000 * Math.floor(5 + 240 * random() ** 3);
      const place = { number: number++, time, outing };
      const original: PhotoRow | null = before !== null && random() < COPIES ? before.photo : null;
      const codes =
        original === null
          ? drawnLike(about[Math.floor(random() * about.length)]!, options, random)
          : copied(original, random);
      before = photo(place, codes, original, options, random, pictures);
      yield before;
    }
  }
}

/** @param bits of each of the codes */
function flipAll(random: () => number, words: Uint32Array, bits: number, rate: number): void {
  // Without bits between them the codes are one long one.
  if (bits % 32 === 0) flipBits(random, words, 0, words.length * 32, rate);
  else for (let at = 0; at < words.length; at += wordsForBits(bits)) flipBits(random, words, at, bits, rate);
}

function drawnLike(topic: CodeSample, { bitsPerCategory }: CodeLayout, random: () => number): CodeSample {
  const drawn = copyOf(topic);
  for (const bits of SEMANTIC_BITS) flipBits(random, drawn.semanticCodes[bits], 0, bits, FLIPPED.semantic);
  flipAll(random, drawn.categoryCodes, bitsPerCategory, FLIPPED.category);
  flipAll(random, drawn.appearance, APPEARANCE_BITS, FLIPPED.looks);
  flipAll(random, drawn.regionAppearance, REGION_APPEARANCE_BITS, FLIPPED.looks);
  drawn.probabilities.forEach((p, c) => {
    drawn.probabilities[c] = moved(p, 0.5 * normalFrom(random));
  });
  return drawn;
}

/** A probability whose logit is moved. */
function moved(probability: number, by: number): number {
  const p = Math.min(1 - 1e-6, Math.max(1e-6, probability));
  return 1 / (1 + Math.exp(-Math.log(p / (1 - p)) - by));
}

function copied(photo: PhotoRow, random: () => number): CodeSample {
  const { probabilities, semanticCodes, categoryCodes, appearance, regionAppearance } = photo;
  if (appearance === undefined || regionAppearance === undefined)
    throw new Error(`synthesised: ${photo.name} has no appearance codes`);
  const copy = copyOf({ probabilities, semanticCodes, categoryCodes, appearance, regionAppearance });
  flipAll(random, copy.appearance, APPEARANCE_BITS, FLIPPED.copy);
  return copy;
}

function hexId(random: () => number): string {
  return Array.from({ length: 8 }, () =>
    Math.floor(random() * 2 ** 32)
      .toString(16)
      .padStart(8, '0'),
  ).join('');
}

function fingerprintOf(original: PhotoRow | null, random: () => number): Uint32Array {
  if (original === null) return Uint32Array.from({ length: 2 }, () => random() * 2 ** 32);
  const fingerprint = original.fingerprint.slice();
  flipBits(random, fingerprint, 0, FINGERPRINT_BITS, FLIPPED.copy);
  return fingerprint;
}

function photo(
  {
    number,
    time,
    outing: { folder, camera },
  }: { readonly number: number; readonly time: number; readonly outing: Outing },
  codes: CodeSample,
  original: PhotoRow | null,
  { modelVersion }: SynthesisOptions,
  random: () => number,
  pictures: SmallPictures,
): TravellingPhoto {
  const id = hexId(random);
  const upright = original === null ? random() < 0.3 : original.height > original.width;
  const [width, height] = upright ? [camera.height, camera.width] : [camera.width, camera.height];
  const name = `${camera.prefix}${String(number).padStart(7, '0')}.JPG`;
  const path = `${folder}/${name}`;
  const size = Math.round(width * height * (0.15 + 0.2 * random()));
  const paths = random() < SECOND_PATHS ? [path, path.replace('Photos/', 'Backup/')] : [path];
  const bytes = pictures.picture(random, width, height).buffer;
  return {
    photo: {
      id,
      name,
      path,
      size,
      lastModified: time + FILE_AFTER_MS,
      takenAt: time,
      camera: camera.name,
      addedAt: ADDED_AT + number,
      width,
      height,
      version: modelVersion,
      engine: 'wasm',
      ...codes,
      fingerprint: fingerprintOf(original, random),
      corrections: {},
      ...(random() < FAVOURITES && { favourite: true as const }),
    },
    analysis: drawnBoxes(id, codes.probabilities, random),
    thumbnail: { id, type: 'image/png', bytes },
    files: paths.map((one) => ({ path: one, size, lastModified: time + FILE_AFTER_MS, id })),
  };
}
