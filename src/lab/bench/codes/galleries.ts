import { existsSync, readFileSync } from 'node:fs';
import { seededRandom } from '../../../base/seededRandom.ts';
import { type PackedCodes, packedCodes } from '../../../codes/packedCodes.ts';

export const BITS = 64;

/** Codes to search, and queries that are drawn like them but are not among them. */
export interface CodeGallery {
  readonly name: string;
  readonly codes: PackedCodes;
  /** // (Q,) times (2,) */
  readonly queries: readonly Uint32Array[];
}

const QUERIES = 64;

function gallery(name: string, count: number, draw: (random: () => number, into: Uint32Array, at: number) => void) {
  const random = seededRandom(count);
  const words = new Uint32Array((count + QUERIES) * 2);
  for (let n = 0; n < count + QUERIES; n++) draw(random, words, n * 2);
  const queries = Array.from({ length: QUERIES }, (_, q) => words.slice((count + q) * 2, (count + q + 1) * 2));
  return { name, codes: packedCodes(BITS, words.slice(0, count * 2)), queries };
}

/** Each bit of the code at `at` flipped with probability `rate`; jumping from flip to flip draws 3 numbers a code instead of 64. */
function flipBits(random: () => number, into: Uint32Array, at: number, rate: number): void {
  const gap = () => Math.floor(Math.log(1 - random()) / Math.log(1 - rate));
  for (let bit = gap(); bit < BITS; bit += 1 + gap()) into[at + (bit >> 5)]! ^= 1 << (bit & 31);
}

/** Every code as likely: the hardest case, which no learnt code is. */
export function uniformGallery(count: number): CodeGallery {
  return gallery('uniform', count, (random, into, at) => {
    into[at] = random() * 2 ** 32;
    into[at + 1] = random() * 2 ** 32;
  });
}

/** As many photos around each centre as said, each bit of the centre flipped with probability 0.05. */
export function clusteredGallery(count: number, perCentre: number): CodeGallery {
  const centres = gallery('', Math.ceil(count / perCentre), (random, into, at) => {
    into[at] = random() * 2 ** 32;
    into[at + 1] = random() * 2 ** 32;
  }).codes;
  return gallery(`clusters of ${perCentre.toLocaleString('en')}`, count, (random, into, at) => {
    const centre = Math.floor(random() * centres.count) * 2;
    into[at] = centres.words[centre]!;
    into[at + 1] = centres.words[centre + 1]!;
    flipBits(random, into, at, 0.05);
  });
}

const SAMPLES = '.facet/codeSamples.json';

/**
 * Real codes of a few hundred photos, drawn again and again with each bit flipped with probability 0.05; null without samples, which
 * `npm run bench:samples` makes.
 */
export function resampledGallery(count: number): CodeGallery | null {
  if (!existsSync(SAMPLES)) return null;
  const samples: unknown = JSON.parse(readFileSync(SAMPLES, 'utf8'));
  if (!Array.isArray(samples) || samples.length === 0) throw new Error(`resampledGallery: ${SAMPLES} holds no samples`);
  const semantic = samples.map((sample: { readonly semantic: readonly [number, number] }) => sample.semantic);
  return gallery(`${semantic.length} real codes resampled`, count, (random, into, at) => {
    const code = semantic[Math.floor(random() * semantic.length)]!;
    into[at] = code[0];
    into[at + 1] = code[1];
    flipBits(random, into, at, 0.05);
  });
}
