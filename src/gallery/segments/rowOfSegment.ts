import { ID_BYTES, idOfBytes } from '../records/photoId.ts';
import type { PhotoRow } from '../records/photoRow.ts';
import {
  APPEARANCE_WORDS,
  ENGINES,
  NO_OFFSET,
  PICTURED,
  type SegmentCodes,
  type SegmentFacts,
  type SegmentPieces,
  wordsOfPieces,
} from './segmentFormat.ts';

/** What a person's words change in its codes, as its row has it. */
export function recodedAt({ text }: Pick<SegmentFacts, 'text'>, at: number): Pick<PhotoRow, 'recoded'> {
  const flips = text.recoded.find(([n]) => n === at)?.[1];
  return flips === undefined ? {} : { recoded: { version: text.version, flips: Uint32Array.from(flips) } };
}

/** The photo's own words of the pieces. */
export function piecesAt({ shape, words }: SegmentPieces, at: number): Uint32Array {
  const { codes, looks } = wordsOfPieces(shape);
  return words.subarray(at * (codes + looks), (at + 1) * (codes + looks));
}

/** The photo at a place of a segment as a row of its own, its arrays copied. @param own see `piecesAt` */
export function rowOfSegment(facts: SegmentFacts, codes: SegmentCodes, own: Uint32Array, at: number): PhotoRow {
  const { text } = facts;
  const { looks } = codes.shape;
  const words = wordsOfPieces(codes.shape);
  const taken = (column: Uint32Array, count: number): Uint32Array => column.slice(at * count, (at + 1) * count);
  const engine = ENGINES[facts.engine[at]!];
  const camera = text.cameras[facts.camera[at]!];
  const place = text.places.find(([n]) => n === at);
  const takenAt = facts.takenAt[at]!;
  const takenOffset = facts.takenOffset[at]!;
  return {
    id: idOfBytes(facts.ids, at * ID_BYTES),
    name: text.names[at]!,
    path: text.paths.find(([n]) => n === at)?.[1] ?? text.folders[facts.folder[at]!]! + text.names[at]!,
    size: facts.size[at]!,
    lastModified: facts.lastModified[at]!,
    addedAt: facts.addedAt[at]!,
    ...(!Number.isNaN(takenAt) && { takenAt }),
    ...(takenOffset !== NO_OFFSET && { takenOffset }),
    ...(camera && { camera }),
    ...(place && { place: { latitude: place[1], longitude: place[2] } }),
    width: facts.width[at]!,
    height: facts.height[at]!,
    version: text.version,
    ...(engine && { engine }),
    probabilities: Float32Array.from(codes.probabilities, (column) => column[at]! / 255),
    semanticCodes: {
      16: taken(codes.semantic[16], 1),
      32: taken(codes.semantic[32], 1),
      48: taken(codes.semantic[48], 2),
      64: taken(codes.semantic[64], 2),
    },
    categoryCodes: own.slice(0, words.codes),
    ...(looks && {
      appearance: taken(codes.appearance, APPEARANCE_WORDS),
      regionAppearance: own.slice(words.codes),
    }),
    fingerprint: facts.fingerprint.slice(at * 2, at * 2 + 2),
    ...((facts.flags[at]! & PICTURED) === 0 && { picture: 'none' as const }),
    corrections: text.corrections.find(([n]) => n === at)?.[1] ?? {},
    ...recodedAt(facts, at),
    ...(text.favourites.includes(at) && { favourite: true as const }),
  };
}
