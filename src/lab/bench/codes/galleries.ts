import { existsSync, readFileSync } from 'node:fs';
import { seededRandom } from '../../../base/seededRandom.ts';
import { type PackedCodes, packedCodes } from '../../../codes/packedCodes.ts';
import { flipBits } from '../../synthesise/flipBits.ts';
import { storedScenes } from '../../synthesise/sceneCodes.ts';
import { composedTopics } from '../../synthesise/topics.ts';

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
    flipBits(random, into, at, BITS, 0.05);
  });
}

const SAMPLES = '.facet/codeSamples.json';
/** What the drawn scenes that lie in the project were analysed by. */
const SCENES = { categories: Array.from({ length: 20 }, (_, c) => ({ name: `${c}`, gate: 0.5 })), bitsPerCategory: 32 };

/** Real codes of a few hundred photos, which `npm run bench:samples` makes; without them those of drawn scenes with categories given. */
function sampledCodes(): { readonly name: string; readonly codes: readonly ArrayLike<number>[] } {
  if (!existsSync(SAMPLES)) {
    const topics = composedTopics(storedScenes(SCENES), SCENES, 1);
    return { name: 'codes of drawn scenes', codes: topics.map(({ semanticCodes }) => semanticCodes[64]) };
  }
  const samples: unknown = JSON.parse(readFileSync(SAMPLES, 'utf8'));
  if (!Array.isArray(samples) || samples.length === 0) throw new Error(`sampledCodes: ${SAMPLES} holds no samples`);
  const codes = samples.map((sample: { readonly semantic: readonly [number, number] }) => sample.semantic);
  return { name: 'real codes', codes };
}

/** Given codes, drawn again and again with each bit flipped with probability 0.05. */
export function resampledGallery(count: number): CodeGallery {
  const { name, codes } = sampledCodes();
  return gallery(`${codes.length} ${name} resampled`, count, (random, into, at) => {
    const code = codes[Math.floor(random() * codes.length)]!;
    into[at] = code[0]!;
    into[at + 1] = code[1]!;
    flipBits(random, into, at, BITS, 0.05);
  });
}
