import { seededRandom } from '../../../base/seededRandom.ts';
import { readSegment, type WholeSegment } from '../../../gallery/segments/readSegment.ts';
import { SEGMENT_PHOTOS } from '../../../gallery/segments/segmentFormat.ts';
import { segmentOfRows } from '../../../gallery/segments/segmentOfRows.ts';
import type { SynthesisOptions } from '../../synthesise/synthesised.ts';
import { synthesised } from '../../synthesise/synthesised.ts';

export type BenchSegment = WholeSegment;

/** Segments that are drawn one photo after the other; the others are these with other ids and some bits flipped. */
const DRAWN = 4;

/** A gallery's segments, as the storage gives them when the page opens; of a million in seconds. */
export function* manySegments(options: SynthesisOptions): Generator<BenchSegment> {
  const random = seededRandom(options.seed + 1);
  const drawn: Uint8Array<ArrayBuffer>[] = [];
  const photos = Math.min(options.photos, DRAWN * SEGMENT_PHOTOS);
  let rows: Parameters<typeof segmentOfRows>[0][number][] = [];
  for (const { photo } of synthesised({ ...options, photos })) {
    rows.push({ photo, files: [] });
    if (rows.length < SEGMENT_PHOTOS) continue;
    drawn.push(segmentOfRows(rows));
    rows = [];
  }
  if (rows.length > 0) drawn.push(segmentOfRows(rows));
  for (let done = 0, n = 0; done < options.photos; n++) {
    const segment = readSegment(drawn[n % drawn.length]!.slice());
    if (n >= drawn.length) disguise(segment, random);
    done += segment.facts.photos;
    yield segment;
  }
}

/** Four of ten thousand photos' bits of a column are turned in each word that is hit. */
function flipSome(words: Uint32Array, random: () => number): void {
  for (let at = 0; at < words.length; at++) if (random() < 0.5) words[at]! ^= 1 << Math.floor(32 * random());
}

function disguise({ facts, codes }: BenchSegment, random: () => number): void {
  const ids = new Uint32Array(facts.ids.buffer, facts.ids.byteOffset, facts.ids.length / 4);
  for (let at = 0; at < ids.length; at++) ids[at] = 2 ** 32 * random();
  for (let at = 0; at < facts.fingerprint.length; at++) facts.fingerprint[at] = 2 ** 32 * random();
  for (let at = 0; at < facts.photos; at++) facts.takenAt[at]! += Math.floor(1e10 * random());
  flipSome(codes.semantic[64], random);
  flipSome(codes.appearance, random);
}
