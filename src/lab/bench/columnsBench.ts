import * as tf from '../../gpu/tfjs/tfjs.ts';
import '../../gpu/tfjs/wasmBackend.ts';
import { PhotoPlaces } from '../../gallery/photoPlaces.ts';
import { piecesAt } from '../../gallery/segments/rowOfSegment.ts';
import { SEGMENT_PHOTOS, wordsOfPieces } from '../../gallery/segments/segmentFormat.ts';
import { createNetwork } from '../../network/createNetwork.ts';
import { WHOLE_GALLERY } from '../../pipeline/api/galleryQuery.ts';
import { GalleryColumns } from '../../pipeline/library/columns/galleryColumns.ts';
import type { Vocabulary } from '../../pipeline/library/galleryRows.ts';
import type { AnalysedExample } from '../../pipeline/search/example.ts';
import { PhotoFinder } from '../../pipeline/search/findPhotos.ts';
import { movedGates } from '../../pipeline/search/gates.ts';
import { searchLike } from '../../pipeline/search/likeSearch.ts';
import type { ResolvedQuery } from '../../pipeline/search/resolvedQuery.ts';
import { modelFiles } from '../data/modelFiles.ts';
import { storedScenes } from '../synthesise/sceneCodes.ts';
import { composedTopics } from '../synthesise/topics.ts';
import { inTurns } from './codes/inTurns.ts';
import { type BenchSegment, manySegments } from './columns/manySegments.ts';
import { readMemory } from './columns/readMemory.ts';
import { type BenchOptions, type BenchRow, rowOfTimes } from './row.ts';

/**
 * What the worker does and holds of a large gallery, without a browser: the columns filled from segments as when the page opens, each kind of
 * question, and how many bytes a photo takes beyond what its segment says of it. 100,000 photos, or `--photos N`; a million with `--large`.
 */
export async function columnsBench({ photos, large }: BenchOptions): Promise<BenchRow[]> {
  await tf.setBackend('wasm');
  const network = await createNetwork(modelFiles('public/models'));
  const vocabulary: Vocabulary = network;
  const rows: BenchRow[] = [];
  for (const count of photos === undefined ? [100_000, ...(large ? [1_000_000] : [])] : [photos])
    rows.push(...(await galleryRows(count, vocabulary)));
  network.dispose();
  return rows;
}

/** As the page asks for before it asks for all. */
const FIRST = 500;

interface FilledGallery {
  readonly columns: GalleryColumns;
  readonly places: PhotoPlaces;
  readonly finder: PhotoFinder;
  readonly fillMs: number;
  /** Bytes of what the segments say of their photos. */
  readonly stored: number;
  readonly example: AnalysedExample;
}

/** As the page opens: facts first, codes once the vocabulary is known. */
function filledGallery(count: number, vocabulary: Vocabulary): FilledGallery {
  const { categories, bitsPerCategory, version } = vocabulary;
  const layout = { categories, bitsPerCategory };
  const topics = composedTopics(storedScenes(layout), layout, 1);
  const options = { ...layout, modelVersion: version, seed: 1, topics, photos: count };
  const columns = new GalleryColumns();
  const places = new PhotoPlaces();
  const finder = new PhotoFinder(columns);
  const gone = new Set<number>();
  let [stored, fillMs, key] = [0, 0, 1];
  let example: AnalysedExample | null = null;
  const filling = (work: () => void): void => {
    const start = performance.now();
    work();
    fillMs += performance.now() - start;
  };
  columns.reserve(count);
  places.reserve(count);
  for (const { facts } of manySegments(options)) {
    filling(() => columns.putSegment({ facts, gone }));
    places.addSegment(key++, facts.ids, gone);
  }
  filling(() => columns.beginLearning(vocabulary));
  for (const segment of manySegments(options)) {
    const { facts, codes } = segment;
    stored += searchedBytes(segment);
    filling(() => columns.putCodes({ ids: facts.ids, codes, gone }));
    example ??= exampleAt(segment, facts.photos >> 1);
  }
  columns.learnt();
  if (example === null) throw new Error('columnsBench: got a gallery without photos');
  return { columns, places, finder, fillMs, stored, example };
}

async function galleryRows(count: number, vocabulary: Vocabulary): Promise<BenchRow[]> {
  const { categories, bitsPerCategory } = vocabulary;
  const size = `${count.toLocaleString('en')} photos`;
  // What the engine compiles on the way stays, and is no photo's.
  filledGallery(SEGMENT_PHOTOS, vocabulary);
  const before = readMemory();
  const { columns, places, finder, fillMs, stored, example } = filledGallery(count, vocabulary);
  const held = readMemory() - before + arenas(columns);
  const perPhoto = (bytes: number): number => Math.round(bytes / columns.count);
  const gates = movedGates(categories, {});
  const ask = (more: Partial<ResolvedQuery>): ResolvedQuery => ({
    ...WHOLE_GALLERY,
    chips: [],
    gates,
    words: [],
    folder: '',
    album: null,
    bitsPerCategory,
    ...more,
  });
  const { search } = columns;
  if (search === null) throw new Error('columnsBench: got a gallery without codes');
  const like = (unheld: boolean, first?: number): unknown => {
    const { probabilities } = example;
    const asked = { ...example, probabilities: unheld ? probabilities.map(() => 0) : probabilities };
    return searchLike(columns, search, finder.orders, {
      like: [asked],
      unlike: [],
      own: new Set(),
      among: null,
      gates: gates.sure,
      order: 'best',
      ...(first !== undefined && { first }),
    });
  };
  const chip = { role: 'all', category: 0, piece: null } as const;
  const inTurn = (name: string, run: () => unknown, turns = 3): BenchRow[] =>
    inTurns(`${size}: ${name}`, [{ run }], turns, 1);
  const timed = [
    ...inTurn('all, newest first', () => finder.find(ask({}))),
    ...inTurn('a category', () => finder.find(ask({ chips: [chip], order: 'best' }))),
    ...inTurn('like a photo that holds something', () => like(false)),
    ...inTurn('like a photo that holds nothing', () => like(true)),
    ...inTurn(`the first ${FIRST} of these, like something`, () => like(false, FIRST)),
    ...inTurn(`the first ${FIRST} of these, like nothing`, () => like(true, FIRST)),
    ...inTurn('bits to one code, a part of these', () => search.scan.distances(search.codes.codes, example.code)),
  ];
  const after = readMemory() - before + arenas(columns);
  if (places.find(columns.idOf(0)) === null) throw new Error('columnsBench: got no place of the first photo');
  return [
    rowOfTimes(`${size}: columns filled`, [fillMs], {
      note: `${perPhoto(held)} bytes a photo, ${perPhoto(held) - perPhoto(stored)} beyond what is stored; after searches ${perPhoto(after)}`,
    }),
    ...timed,
  ];
}

function arenas({ search }: GalleryColumns): number {
  return search?.codes.arena.byteLength ?? 0;
}

/** Bytes that the segment takes to say what lists, filters and searches ask of its photos. */
function searchedBytes({ facts, codes }: BenchSegment): number {
  const { ids, size, lastModified, addedAt, takenAt, width, height, folder, fingerprint, camera, flags } = facts;
  const columns = [ids, size, lastModified, addedAt, takenAt, width, height, folder, fingerprint, camera, flags];
  const { probabilities, semantic, held, appearance } = codes;
  const pieces = held.flatMap(({ places, pieces: words, looks }) => [places, words, looks]);
  const names = Buffer.byteLength(facts.text.names.join('\n'));
  return [...columns, ...probabilities, semantic[64], ...pieces, appearance].reduce(
    (sum, column) => sum + column.byteLength,
    names,
  );
}

/** Of the middle photo of a segment. */
function exampleAt({ codes: { probabilities, semantic, appearance, shape }, pieces }: BenchSegment, at: number) {
  const own = piecesAt(pieces, at);
  const { codes } = wordsOfPieces(shape);
  const words = (column: Uint32Array, perPhoto: number) => column.slice(at * perPhoto, (at + 1) * perPhoto);
  const example: AnalysedExample = {
    code: words(semantic[64], 2),
    looks: words(appearance, 4),
    probabilities: Uint8Array.from(probabilities, (column) => column[at]!),
    pieces: own.slice(0, codes),
    regionLooks: own.slice(codes),
  };
  return example;
}
