import { ID_BYTES, idOfBytes } from '../records/photoId.ts';
import type { PhotoRow } from '../records/photoRow.ts';
import {
  APPEARANCE_WORDS,
  ENGINES,
  NO_OFFSET,
  PICTURED,
  REGION_WORDS,
  type SegmentCodes,
  type SegmentFacts,
} from './segmentFormat.ts';

/** What a person's words change in its codes, as its row has it. */
export function recodedAt({ text }: Pick<SegmentFacts, 'text'>, at: number): Pick<PhotoRow, 'recoded'> {
  const flips = text.recoded.find(([n]) => n === at)?.[1];
  return flips === undefined ? {} : { recoded: { version: text.version, flips: Uint32Array.from(flips) } };
}

/** The photo at a place of a segment as a row of its own, its arrays copied. */
export function rowOfSegment(facts: SegmentFacts, codes: SegmentCodes, at: number): PhotoRow {
  const { text } = facts;
  const { categories, pieceWords, looks } = codes.shape;
  const words = (column: Uint32Array, count: number): Uint32Array => column.slice(at * count, (at + 1) * count);
  const pieces = new Uint32Array(categories * pieceWords);
  codes.pieces.forEach((column, c) => pieces.set(words(column, pieceWords), c * pieceWords));
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
      16: words(codes.semantic[16], 1),
      32: words(codes.semantic[32], 1),
      48: words(codes.semantic[48], 2),
      64: words(codes.semantic[64], 2),
    },
    categoryCodes: pieces,
    ...(looks && {
      appearance: words(codes.appearance, APPEARANCE_WORDS),
      regionAppearance: words(codes.regionAppearance, categories * REGION_WORDS),
    }),
    fingerprint: facts.fingerprint.slice(at * 2, at * 2 + 2),
    ...((facts.flags[at]! & PICTURED) === 0 && { picture: 'none' as const }),
    corrections: text.corrections.find(([n]) => n === at)?.[1] ?? {},
    ...recodedAt(facts, at),
    ...(text.favourites.includes(at) && { favourite: true as const }),
  };
}
