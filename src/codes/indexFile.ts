import { fnv1a } from '../weights/fingerprint.ts';
import { packedCodes, wordsForBits, type PackedCodes } from './packedCodes.ts';

/**
 * A gallery's code index as one file: export, import and transfer are the same bytes.
 *
 * | bytes | holds |
 * |---|---|
 * | 0 | magic "FACETIDX" |
 * | 8 | format version, N photos, C categories, bits of a category piece, number of semantic lengths, bytes of the names (u32 each) |
 * | 32 | checksum of all that follows (u32, FNV-1a), zero (u32) |
 * | 40 | semantic lengths in bits (u32 each, padded to 8 bytes) |
 * | … | names: JSON of pipeline version, category names, photo ids (UTF-8, padded to 8 bytes) |
 * | … | gates // (C,) f32; probabilities // (N, C) f32 |
 * | … | semantic codes, length after length // (N, words) u32; category pieces // (N, C · words) u32 |
 *
 * Numbers are little-endian, as every machine that runs a browser stores them; so the arrays are views, not copies.
 */
export interface CodeIndex {
  /** Names backbone, heads and settings; codes of two versions are never compared. */
  readonly pipelineVersion: string;
  /** // (C,) */
  readonly categories: readonly { readonly name: string; readonly gate: number }[];
  /** In photo order. // (N,) */
  readonly photoIds: readonly string[];
  /** One entry a length in bits. // each (N,) */
  readonly semantic: readonly PackedCodes[];
  readonly bitsPerCategory: number;
  /** Photo after photo, category after category. // (N, C · wordsPerPiece) */
  readonly categoryCodes: Uint32Array;
  /** P_c. // (N, C), 0..1 */
  readonly probabilities: Float32Array;
}

const MAGIC = 'FACETIDX';
export const INDEX_FORMAT_VERSION = 1;
const HEADER_BYTES = 40;

const padded = (bytes: number) => Math.ceil(bytes / 8) * 8;

/** Where each part begins, from the sizes in the header. */
function layoutOf(
  photos: number,
  categories: number,
  bitsPerCategory: number,
  semanticBits: readonly number[],
  nameBytes: number,
) {
  let at = HEADER_BYTES;
  const place = (bytes: number) => {
    const start = at;
    at += padded(bytes);
    return start;
  };
  return {
    lengths: place(semanticBits.length * 4),
    names: place(nameBytes),
    gates: place(categories * 4),
    probabilities: place(photos * categories * 4),
    semantic: semanticBits.map((bits) => place(photos * wordsForBits(bits) * 4)),
    pieces: place(photos * categories * wordsForBits(bitsPerCategory) * 4),
    end: at,
  };
}

/** @throws RangeError naming the first array that does not fit the number of photos and categories. */
export function writeIndexFile(index: CodeIndex): ArrayBuffer {
  const photos = index.photoIds.length;
  const categories = index.categories.length;
  const pieceWords = photos * categories * wordsForBits(index.bitsPerCategory);
  if (index.probabilities.length !== photos * categories) {
    throw new RangeError(
      `writeIndexFile: got ${index.probabilities.length} probabilities, wanted ${photos * categories}`,
    );
  }
  if (index.categoryCodes.length !== pieceWords) {
    throw new RangeError(
      `writeIndexFile: got ${index.categoryCodes.length} words of category codes, wanted ${pieceWords}`,
    );
  }
  for (const codes of index.semantic) {
    if (codes.count !== photos)
      throw new RangeError(`writeIndexFile: got ${codes.count} codes of ${codes.bits} bits, wanted ${photos}`);
  }
  const names = new TextEncoder().encode(
    JSON.stringify({
      pipelineVersion: index.pipelineVersion,
      categories: index.categories.map(({ name }) => name),
      photoIds: index.photoIds,
    }),
  );
  const lengths = index.semantic.map((codes) => codes.bits);
  const layout = layoutOf(photos, categories, index.bitsPerCategory, lengths, names.length);
  const buffer = new ArrayBuffer(layout.end);
  new Uint8Array(buffer).set(new TextEncoder().encode(MAGIC));
  new Uint32Array(buffer, 8, 6).set([
    INDEX_FORMAT_VERSION,
    photos,
    categories,
    index.bitsPerCategory,
    lengths.length,
    names.length,
  ]);
  new Uint32Array(buffer, layout.lengths, lengths.length).set(lengths);
  new Uint8Array(buffer, layout.names, names.length).set(names);
  new Float32Array(buffer, layout.gates, categories).set(index.categories.map(({ gate }) => gate));
  new Float32Array(buffer, layout.probabilities, photos * categories).set(index.probabilities);
  index.semantic.forEach((codes, s) =>
    new Uint32Array(buffer, layout.semantic[s]!, codes.words.length).set(codes.words),
  );
  new Uint32Array(buffer, layout.pieces, pieceWords).set(index.categoryCodes);
  new Uint32Array(buffer, 32, 1)[0] = fnv1a([new Uint8Array(buffer, HEADER_BYTES)]);
  return buffer;
}

/**
 * Reads an index; its arrays are views of `buffer`.
 * @throws Error naming the first field that does not fit, with what it is and what was wanted.
 */
export function readIndexFile(buffer: ArrayBuffer): CodeIndex {
  if (buffer.byteLength < HEADER_BYTES)
    throw new Error(`readIndexFile: got ${buffer.byteLength} bytes, wanted a header of ${HEADER_BYTES}`);
  const magic = String.fromCharCode(...new Uint8Array(buffer, 0, 8));
  if (magic !== MAGIC)
    throw new Error(
      `readIndexFile: the file begins with ${JSON.stringify(magic)}, wanted "${MAGIC}": it is no index of Facet's`,
    );
  const [version, photos, categories, bitsPerCategory, lengthCount, nameBytes] = new Uint32Array(buffer, 8, 6);
  if (version !== INDEX_FORMAT_VERSION)
    throw new Error(`readIndexFile: got format version ${version}, wanted ${INDEX_FORMAT_VERSION}`);
  if (HEADER_BYTES + lengthCount! * 4 > buffer.byteLength) {
    throw new Error(`readIndexFile: got ${lengthCount} semantic lengths in a file of ${buffer.byteLength} bytes`);
  }
  const lengths = [...new Uint32Array(buffer, HEADER_BYTES, lengthCount)];
  if (bitsPerCategory === 0 || lengths.includes(0))
    throw new Error('readIndexFile: got a code of 0 bits, wanted at least 1');
  const layout = layoutOf(photos!, categories!, bitsPerCategory!, lengths, nameBytes!);
  if (layout.end !== buffer.byteLength) {
    throw new Error(
      `readIndexFile: got ${buffer.byteLength} bytes, wanted ${layout.end} for ${photos} photos and ${categories} categories: cut short or damaged`,
    );
  }
  const sum = fnv1a([new Uint8Array(buffer, HEADER_BYTES)]);
  const wantedSum = new Uint32Array(buffer, 32, 1)[0]!;
  if (sum !== wantedSum)
    throw new Error(`readIndexFile: got checksum ${sum}, wanted ${wantedSum}: the file is damaged`);
  const names = readNames(new Uint8Array(buffer, layout.names, nameBytes), photos!, categories!);
  const gates = new Float32Array(buffer, layout.gates, categories);
  return {
    pipelineVersion: names.pipelineVersion,
    categories: names.categories.map((name, c) => ({ name, gate: gates[c]! })),
    photoIds: names.photoIds,
    semantic: lengths.map((bits, s) =>
      packedCodes(bits, new Uint32Array(buffer, layout.semantic[s]!, photos! * wordsForBits(bits))),
    ),
    bitsPerCategory: bitsPerCategory!,
    categoryCodes: packedCodes(
      bitsPerCategory!,
      new Uint32Array(buffer, layout.pieces, photos! * categories! * wordsForBits(bitsPerCategory!)),
    ).words,
    probabilities: new Float32Array(buffer, layout.probabilities, photos! * categories!),
  };
}

function isStrings(value: unknown, count: number): value is string[] {
  return Array.isArray(value) && value.length === count && value.every((item) => typeof item === 'string');
}

function readNames(
  bytes: Uint8Array,
  photos: number,
  categories: number,
): { pipelineVersion: string; categories: string[]; photoIds: string[] } {
  const names: unknown = JSON.parse(new TextDecoder().decode(bytes));
  if (
    typeof names !== 'object' ||
    names === null ||
    !('pipelineVersion' in names) ||
    !('categories' in names) ||
    !('photoIds' in names)
  ) {
    throw new Error('readIndexFile: the names lack pipelineVersion, categories or photoIds');
  }
  const { pipelineVersion, categories: categoryNames, photoIds } = names;
  if (typeof pipelineVersion !== 'string') throw new Error('readIndexFile: pipelineVersion is no string');
  if (!isStrings(categoryNames, categories))
    throw new Error(`readIndexFile: categories are no list of ${categories} names`);
  if (!isStrings(photoIds, photos)) throw new Error(`readIndexFile: photoIds are no list of ${photos} ids`);
  return { pipelineVersion, categories: categoryNames, photoIds };
}
