import { wordsForBits } from '../../codes/packedCodes.ts';
import { recordOf } from '../packing.ts';
import { ID_BYTES, idOfBytes } from '../records/photoId.ts';
import type { SegmentRow, VectorRow } from '../schema.ts';
import { analysisOfPart, analysisViews } from '../segments/analysisPart.ts';
import { renewedSegment } from '../segments/joinedSegment.ts';
import { PackedParts } from '../segments/packedParts.ts';
import { readSegment, type WholeSegment } from '../segments/readSegment.ts';
import { piecesAt, rowOfSegment } from '../segments/rowOfSegment.ts';
import type { SegmentCodes, SegmentFacts, SegmentPieces } from '../segments/segmentFormat.ts';
import { SegmentDamaged } from '../segments/segmentHead.ts';
import { vectorsOfPart } from '../segments/vectorPart.ts';
import type { TravellingPhoto } from '../travellingPhoto.ts';
import { GalleryFileDamaged } from './fields.ts';
import type { GalleryFileHeader } from './galleryFile.ts';

/** A segment of a file and what lies beside it: parts of the file, of which only the columns have been read. */
export interface FileSegment {
  readonly facts: SegmentFacts;
  readonly codes: SegmentCodes;
  readonly pieces: SegmentPieces;
  readonly columns: Blob;
  readonly analyses: Blob;
  /** Null where no photo has one. */
  readonly thumbnails: Blob | null;
  /** Null where no photo has some. */
  readonly vectors: Blob | null;
}

/** Reads with a message for a person. @throws GalleryFileDamaged in the place of SegmentDamaged. */
export async function readingSegment<T>(read: () => T | Promise<T>): Promise<T> {
  try {
    return await read();
  } catch (error) {
    if (!(error instanceof SegmentDamaged)) throw error;
    throw new GalleryFileDamaged(`The index file is damaged: ${error.message}.`, { cause: error });
  }
}

function wrong(what: string, got: unknown, wanted: string): SegmentDamaged {
  return new SegmentDamaged(`a segment has ${what} ${JSON.stringify(got)}, wanted ${wanted}`);
}

/** @param columns of a segment, checked against what the file says of all photos @throws SegmentDamaged */
export function checkedColumns(
  { modelVersion, categories, bitsPerCategory }: GalleryFileHeader,
  columns: Uint8Array<ArrayBuffer>,
): WholeSegment {
  const read = readSegment(columns);
  const { facts, codes } = read;
  const { text, photos } = facts;
  if (text.version !== modelVersion) throw wrong('the version', text.version, modelVersion);
  if (codes.shape.categories !== categories.length)
    throw wrong('so many categories:', codes.shape.categories, `${categories.length}`);
  const words = categories.length === 0 ? 0 : wordsForBits(bitsPerCategory);
  if (codes.shape.pieceWords !== words) throw wrong('words a piece:', codes.shape.pieceWords, `${words}`);
  if (text.names.length !== photos) throw wrong('so many names:', text.names.length, `${photos}`);
  for (let at = 0; at < photos; at++) {
    const name = text.names[at]!;
    if (facts.folder[at]! >= text.folders.length) throw wrong(`the folder of ${name}`, facts.folder[at], 'a known one');
    if (facts.camera[at]! >= text.cameras.length) throw wrong(`the camera of ${name}`, facts.camera[at], 'a known one');
    if (facts.engine[at]! > 2) throw wrong(`the engine of ${name}`, facts.engine[at], '0 to 2');
    if (facts.width[at] === 0 || facts.height[at] === 0) throw wrong(`a side of ${name}`, 0, 'at least 1');
    if (!(facts.size[at]! >= 0)) throw wrong(`the size of ${name}`, facts.size[at], 'a number of at least 0');
    if (!Number.isFinite(facts.lastModified[at]) || !Number.isFinite(facts.addedAt[at]))
      throw wrong(`a time of ${name}`, null, 'a time');
    if (Math.abs(facts.takenAt[at]!) === Number.POSITIVE_INFINITY) throw wrong(`a time of ${name}`, null, 'a time');
  }
  const stray = [
    ...text.paths,
    ...text.places,
    ...text.corrections,
    ...text.recoded,
    ...text.files,
    ...text.favourites.map((at) => [at]),
  ]
    .map(([at]) => at)
    .find((at) => typeof at !== 'number' || at >= photos);
  if (stray !== undefined) throw wrong('a place', stray, `less than ${photos}`);
  return read;
}

/** @param bytes the analyses of a segment; each is looked at @throws SegmentDamaged */
export async function checkAnalyses({ facts, codes }: FileSegment, bytes: Uint8Array<ArrayBuffer>): Promise<void> {
  const parts = await (await PackedParts.open(new Blob([bytes]), facts.photos)).all();
  for (const [at, part] of parts.entries()) {
    const name = facts.text.names[at]!;
    const analysis = analysisViews(part.bytes);
    if (analysis.winners.length !== codes.shape.categories || analysis.objectness.length === 0)
      throw wrong(`an analysis of ${name} with so many winners:`, analysis.winners.length, `${codes.shape.categories}`);
    for (const value of analysis.objectness)
      if (!Number.isFinite(value)) throw new SegmentDamaged(`${name} has an objectness of ${value}`);
    // Some tolerance for rounding; a probability that is not known is NaN.
    for (const share of analysis.boxes)
      if (!(share >= -1e-3 && share <= 1.001))
        throw new SegmentDamaged(`${name} has a share of ${share}, wanted 0 to 1`);
    for (const share of analysis.probabilities)
      if (share < -1e-3 || share > 1.001) throw new SegmentDamaged(`${name} has a share of ${share}, wanted 0 to 1`);
  }
}

/**
 * As the gallery stores it, with bytes of its own: a part of a file that is put into IndexedDB is copied in a usual window; in a private one,
 * whose database is in memory, it goes on pointing at the file, and the gallery cannot be opened any more once the file is moved, changed or
 * deleted. A segment of an earlier format is written in today's.
 */
export async function storedRow({ facts, columns, analyses, thumbnails }: FileSegment): Promise<SegmentRow> {
  const own = async (part: Blob): Promise<Blob> => new Blob([await part.arrayBuffer()], { type: part.type });
  return recordOf(renewedSegment(new Uint8Array(await columns.arrayBuffer())), facts.text.version, {
    analyses: await own(analyses),
    thumbnails: thumbnails && (await own(thumbnails)),
  });
}

/** The vectors of the photos at these places, of those that have some. @throws SegmentDamaged */
export async function vectorsOfSegment(
  { facts, vectors }: FileSegment,
  places: Iterable<number>,
): Promise<VectorRow[]> {
  if (vectors === null) return [];
  const parts = await (await PackedParts.open(vectors, facts.photos)).all();
  return Array.from(places, (at) => vectorsOfPart(idOfBytes(facts.ids, at * ID_BYTES), parts[at]!)).filter(
    (row) => row !== null,
  );
}

/** The photos at these places, each with what lies beside it; what belongs to all is read once. */
export async function travellersOf(segment: FileSegment, places: Iterable<number>): Promise<TravellingPhoto[]> {
  const { facts, codes, pieces } = segment;
  const [analyses, thumbnails] = await Promise.all([
    PackedParts.open(segment.analyses, facts.photos).then((parts) => parts.all()),
    segment.thumbnails && PackedParts.open(segment.thumbnails, facts.photos).then((parts) => parts.all()),
  ]);
  const vectors = segment.vectors && (await (await PackedParts.open(segment.vectors, facts.photos)).all());
  return Array.from(places, (at) => {
    const id = idOfBytes(facts.ids, at * ID_BYTES);
    const { picture: _, ...row } = rowOfSegment(facts, codes, piecesAt(pieces, at), at);
    const analysis = analysisOfPart(id, analyses[at]!.bytes);
    const thumbnail = thumbnails?.[at];
    return {
      photo: { ...row, ...(analysis.probabilities && { probabilities: analysis.probabilities }) },
      analysis,
      thumbnail:
        thumbnail && thumbnail.bytes.length > 0
          ? { id, type: thumbnail.type, bytes: thumbnail.bytes.slice().buffer }
          : null,
      ...(vectors && { vectors: vectorsOfPart(id, vectors[at]!) }),
      files: facts.text.files
        .filter(([n]) => n === at)
        .map(([, path, size, lastModified]) => ({ id, path, size, lastModified })),
    };
  });
}
