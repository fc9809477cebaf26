import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { TaughtRow } from '../records/taughtRow.ts';
import { SEGMENT_PHOTOS } from '../segments/segmentFormat.ts';
import type { DistinctPair, TravellingPhoto } from '../travellingPhoto.ts';
import { BLOCK_HEADER_BYTES, checksumOf, FILE_HEADER_BYTES, type GalleryFileHeader } from './galleryFile.ts';
import { readHeader, readParts } from './readGalleryFile.ts';
import { version2File } from './testVersion2.ts';
import { inVersion4 } from './testVersion4.ts';
import { GalleryFileWriter } from './writeGalleryFile.ts';

const share = fc.float({ min: 0, max: 1, noNaN: true });
const word = fc.nat({ max: 0xffffffff });
/** Before and after 1970. */
const time = fc.integer({ min: -(2 ** 42), max: 2 ** 42 });
const text = fc.string({ unit: 'grapheme', maxLength: 12 });
const id = fc
  .array(fc.nat(15), { minLength: 64, maxLength: 64 })
  .map((digits) => digits.map((digit) => digit.toString(16)).join(''));
const floats = (count: number) =>
  fc.array(share, { minLength: count, maxLength: count }).map((values) => Float32Array.from(values));
const words = (count: number) =>
  fc.array(word, { minLength: count, maxLength: count }).map((values) => Uint32Array.from(values));

function photoOf(version: string, categories: number, bitsPerCategory: number): fc.Arbitrary<TravellingPhoto> {
  return fc.tuple(id, fc.integer({ min: 1, max: 4 })).chain(([photoId, boxes]) =>
    fc
      .record({
        photo: fc
          .record({
            id: fc.constant(photoId),
            name: text,
            path: text,
            size: fc.nat(),
            lastModified: time,
            addedAt: fc.nat(),
            width: fc.integer({ min: 1, max: 9999 }),
            height: fc.integer({ min: 1, max: 9999 }),
            version: fc.constant(version),
            engine: fc.constantFrom('webgpu' as const, 'wasm' as const),
            probabilities: floats(categories),
            semanticCodes: fc.record({ 16: words(1), 32: words(1), 48: words(2), 64: words(2) }),
            categoryCodes: words(categories * Math.ceil(bitsPerCategory / 32)),
            fingerprint: words(2),
            corrections: fc.dictionary(
              fc.string({ maxLength: 8 }).filter((name) => name !== '__proto__'),
              fc.constantFrom('present' as const, 'absent' as const),
              { noNullPrototype: true },
            ),
            looks: fc.option(fc.record({ appearance: words(4), regionAppearance: words(categories * 2) })),
          })
          .map(({ looks, ...photo }) => ({ ...photo, ...looks })),
        analysis: fc.record({
          id: fc.constant(photoId),
          boxes: floats(boxes * 4),
          objectness: floats(boxes),
          winners: fc
            .array(fc.nat(boxes - 1), { minLength: categories, maxLength: categories })
            .map((values) => Int32Array.from(values)),
          proposalProbabilities: fc
            .array(fc.nat(255), { minLength: boxes * categories, maxLength: boxes * categories })
            .map((values) => Uint8Array.from(values)),
        }),
        thumbnail: fc.option(
          fc
            .uint8Array({ minLength: 1, maxLength: 20 })
            .map((bytes) => ({ id: photoId, type: 'image/webp', bytes: Uint8Array.from(bytes).buffer })),
        ),
        vectors: fc.option(
          fc.record({
            id: fc.constant(photoId),
            version: text.filter((version) => version !== ''),
            boxes: fc.constant(Uint8Array.of(0, 0, 255, 255)),
            vectors: fc.int8Array({ minLength: 3, maxLength: 3 }).map((values) => Int8Array.from(values)),
          }),
        ),
        files: fc.array(fc.record({ id: fc.constant(photoId), path: text, size: fc.nat(), lastModified: time }), {
          maxLength: 3,
        }),
      })
      .map((one): TravellingPhoto => ({ ...one, vectors: one.vectors ?? null })),
  );
}

const taughtPhoto = fc.record({
  id,
  vectors: fc.int8Array({ minLength: 4, maxLength: 4 }).map((values) => Int8Array.from(values)),
});
const taught = fc.record({
  key: text,
  name: text,
  taughtAt: fc.nat(),
  vectors: text,
  weights: floats(2),
  bias: share,
  slope: share,
  // JSON knows no −0.
  offset: fc.double({ min: -9, max: 9, noNaN: true }).map((offset) => (offset === 0 ? 0 : offset)),
  gate: share,
  examples: fc.array(taughtPhoto, { maxLength: 2 }),
  counterExamples: fc.array(taughtPhoto, { maxLength: 1 }),
});

const contents = fc
  .tuple(fc.integer({ min: 0, max: 4 }), fc.integer({ min: 1, max: 70 }), text)
  .chain(([categories, bitsPerCategory, modelVersion]) =>
    fc.record({
      header: fc.record({
        modelVersion: fc.constant(modelVersion),
        bitsPerCategory: fc.constant(bitsPerCategory),
        exportedAt: fc.nat(),
        categories: fc.array(fc.record({ name: text, gate: share }), { minLength: categories, maxLength: categories }),
      }),
      photos: fc.uniqueArray(photoOf(modelVersion, categories, bitsPerCategory), {
        maxLength: 3,
        selector: ({ photo }) => photo.id,
      }),
      pairs: fc.array(fc.record({ first: id, second: id }), { maxLength: 2 }),
      taught: fc.array(taught, { maxLength: 2 }),
    }),
  );

interface Contents {
  readonly header: Omit<GalleryFileHeader, 'photos'>;
  readonly photos: readonly TravellingPhoto[];
  readonly pairs: readonly DistinctPair[];
  readonly taught: readonly TaughtRow[];
}

function written({ header, photos, pairs, taught }: Contents): Blob {
  const writer = new GalleryFileWriter(header);
  return new Blob([
    writer.start(photos.length),
    ...photos.map((photo) => writer.photo(photo)),
    ...writer.end(pairs, taught),
  ]);
}

/** What a file of this version gives back: the probabilities lie in the analysis, too, and the photo's own path in its row alone. */
function read3({ header, photos, pairs, taught }: Contents): Contents {
  return {
    header,
    pairs,
    taught,
    photos: photos.map(({ photo, analysis, files, ...rest }) => ({
      photo,
      analysis: { ...analysis, probabilities: photo.probabilities },
      files: files.filter(({ path }) => path !== photo.path),
      ...rest,
    })),
  };
}

const byId = (contents: Contents): Contents => ({
  ...contents,
  photos: contents.photos.toSorted((a, b) => (a.photo.id < b.photo.id ? -1 : 1)),
});

async function read(file: Blob): Promise<Contents> {
  const { photos: _, ...header } = (await readHeader(file)).header;
  const photos: TravellingPhoto[] = [];
  const pairs: DistinctPair[] = [];
  const taught: TaughtRow[] = [];
  for await (const part of readParts(file)) {
    switch (part.kind) {
      case 'photo':
        photos.push({ ...part.travelling, vectors: part.travelling.vectors ?? null });
        break;
      case 'taught':
        taught.push(...part.taught);
        break;
      case 'distinctPairs':
        pairs.push(...part.pairs);
    }
  }
  return { header, photos, pairs, taught };
}

/** One file, always the same. */
const sample = fc.sample(
  contents.filter(({ photos, header }) => photos.length === 2 && header.categories.length === 3),
  { numRuns: 1, seed: 7 },
)[0]!;
const sampleBytes = async () => new Uint8Array(await written(sample).arrayBuffer());

test('what is written is read back, whatever it is', async () => {
  const property = fc.asyncProperty(contents, async (one) => {
    expect(byId(await read(written(one)))).toEqual(byId(read3(one)));
  });
  await fc.assert(property, { numRuns: 60 });
});

test('files of version 4 are read as today’s are', async () => {
  const property = fc.asyncProperty(contents, async (one) => {
    const bytes = new Uint8Array(await written(one).arrayBuffer());
    expect(byId(await read(new Blob([inVersion4(bytes)])))).toEqual(byId(read3(one)));
  });
  await fc.assert(property, { numRuns: 30 });
});

test('files of version 2 are read as they were written', async () => {
  const property = fc.asyncProperty(contents, async (one) => {
    const plain = { ...one, taught: [], photos: one.photos.map((photo) => ({ ...photo, vectors: null })) };
    expect(await read(new Blob(version2File(one.header, one.photos, one.pairs)))).toEqual(plain);
  });
  await fc.assert(property, { numRuns: 60 });
});

test('a file that is cut short anywhere is refused', async () => {
  const bytes = await sampleBytes();
  for (let length = 0; length < bytes.length; length += 29) {
    await expect(read(new Blob([bytes.slice(0, length)])), `${length} bytes`).rejects.toThrow(
      /cut short|not an index of Facet's|The file is empty/,
    );
  }
});

test('a change of any byte is noticed', async () => {
  const bytes = await sampleBytes();
  for (let at = 0; at < bytes.length; at += 17) {
    if (at >= 12 && at < FILE_HEADER_BYTES) continue; // the spare word
    const damaged = bytes.slice();
    damaged[at]! ^= 0x41;
    await expect(read(new Blob([damaged])), `byte ${at}`).rejects.toThrow(/index/);
  }
});

/** Where the blocks of a file begin, and where the last one ends. */
function blockStarts(bytes: Uint8Array<ArrayBuffer>): number[] {
  const starts = [FILE_HEADER_BYTES];
  for (let at = FILE_HEADER_BYTES; at < bytes.length; starts.push(at)) {
    const [, textBytes, numberBytes] = new Uint32Array(bytes.buffer, at, 3);
    at += BLOCK_HEADER_BYTES + textBytes! + numberBytes!;
  }
  return starts;
}

/** The first two photos, each in a segment of its own, as a writer would make them of photos of two shapes. */
async function twoSegments() {
  const [first, second] = sample.photos as [TravellingPhoto, TravellingPhoto];
  const { appearance: _, regionAppearance: __, ...plain } = second.photo;
  const looks = { appearance: new Uint32Array(4), regionAppearance: new Uint32Array(6) };
  const photos = [
    { ...first, photo: { ...first.photo, ...looks }, thumbnail: null, vectors: null },
    { ...second, photo: plain, thumbnail: null, vectors: null },
  ];
  const bytes = new Uint8Array(await written({ ...sample, photos }).arrayBuffer());
  const starts = blockStarts(bytes);
  const part = (from: number, to: number) => bytes.slice(starts[from], starts[to]);
  return { photos, start: bytes.slice(0, starts[1]), one: part(1, 3), other: part(3, 5), end: bytes.slice(starts[5]) };
}

test('a photo that stands twice is refused by its name, and an exchange of two whole segments by the checksum over all', async () => {
  const { photos, start, one, other, end } = await twoSegments();
  await expect(read(new Blob([start, one, other, end]))).resolves.toMatchObject({ photos: [{}, {}] });
  await expect(read(new Blob([start, one, one, end]))).rejects.toThrow(
    `The index file is damaged: it holds ${photos[0]!.photo.name} twice.`,
  );
  await expect(read(new Blob([start, other, one, end]))).rejects.toThrow(
    'The index file is damaged: the checksum over all of its blocks is wrong.',
  );
});

test('photos that fill several segments come back in their order', async () => {
  const [one] = sample.photos;
  const photos = Array.from({ length: SEGMENT_PHOTOS + 3 }, (_, n) => {
    const id = n.toString(16).padStart(64, '0');
    return { photo: { ...one!.photo, id }, analysis: { ...one!.analysis, id }, thumbnail: null, files: [] };
  });
  const back = await read(written({ ...sample, photos }));
  expect(back.photos.map(({ photo }) => photo.id)).toEqual(photos.map(({ photo }) => photo.id));
});

test('an objectness that is no number is damage', async () => {
  const [first] = sample.photos;
  const analysis = { ...first!.analysis, objectness: first!.analysis.objectness.map(() => Number.NaN) };
  await expect(read(written({ ...sample, photos: [{ ...first!, analysis }] }))).rejects.toThrow(
    'has an objectness of NaN.',
  );
});

test('a file of something else, of another format version or with more behind its end says so', async () => {
  const bytes = await sampleBytes();
  await expect(read(new Blob(['PK\x03\x04 and so on, an archive']))).rejects.toThrow(
    'This is not an index of Facet\'s: it begins with "PK\\u0003\\u0004 and", wanted "FACETGAL".',
  );
  const later = bytes.slice();
  later[8] = 6;
  await expect(read(new Blob([later]))).rejects.toThrow(
    'The index file has format version 6; this page reads versions 1, 2, 3, 4 and 5.',
  );
  await expect(read(new Blob([bytes, 'more']))).rejects.toThrow('The index file is damaged: 4 bytes follow its end.');
});

test('a file of before the appearance codes is read, and its photos have none', async () => {
  const photos = sample.photos.map((travelling) => {
    const { appearance: _, regionAppearance: __, ...photo } = travelling.photo;
    return { ...travelling, photo, vectors: null };
  });
  const bytes = new Uint8Array(await new Blob(version2File(sample.header, photos, sample.pairs)).arrayBuffer());
  bytes[8] = 1;
  expect((await read(new Blob([bytes]))).photos).toEqual(photos);
});

test('a text that is not JSON under a right checksum is damage like any other', async () => {
  const bytes = await sampleBytes();
  const [, textBytes, numberBytes] = new Uint32Array(bytes.buffer, FILE_HEADER_BYTES, 3);
  const start = FILE_HEADER_BYTES + BLOCK_HEADER_BYTES;
  bytes[start] = 0x5b;
  const checksum = checksumOf(bytes.subarray(start, start + textBytes! + numberBytes!));
  new Uint32Array(bytes.buffer, FILE_HEADER_BYTES + 12, 1)[0] = checksum;
  await expect(read(new Blob([bytes]))).rejects.toMatchObject({
    name: 'GalleryFileDamaged',
    message: 'The index file is damaged: the text at byte 16 is not JSON.',
  });
});

test('a file that has gone since it was chosen says so', async () => {
  class GoneFile extends Blob {
    override slice(): Blob {
      return new GoneFile();
    }
    override arrayBuffer(): Promise<ArrayBuffer> {
      return Promise.reject(new DOMException('gone', 'NotReadableError'));
    }
  }
  await expect(readHeader(new GoneFile())).rejects.toMatchObject({
    name: 'GalleryFileDamaged',
    message: 'The index file can no longer be read: it was moved, changed or deleted since it was chosen.',
  });
});

test('a photo that does not fit the header is not written', () => {
  const writer = new GalleryFileWriter({ ...sample.header, categories: sample.header.categories.slice(1) });
  expect(() => writer.photo(sample.photos[0]!)).toThrow(
    /GalleryFileWriter.photo: got 3 probabilities for .*, wanted 2/,
  );
});

test('a file of before the engine was noted is read, and a photo in it that nothing was computed for is of no version in use', async () => {
  const [first] = sample.photos;
  const { engine: _, ...earlier } = first!.photo;
  const objectness = Float32Array.of(0.5, 0.25);
  const uncomputed = {
    ...first!.analysis,
    objectness,
    boxes: new Float32Array(8),
    winners: new Int32Array(3),
    proposalProbabilities: Uint8Array.of(160, 165, 164, 160, 165, 164),
  };
  const computed = { ...uncomputed, proposalProbabilities: Uint8Array.of(160, 165, 164, 160, 12, 164) };
  const back = async (analysis: typeof uncomputed) =>
    (await read(new Blob(version2File(sample.header, [{ ...first!, photo: earlier, analysis }], [])))).photos[0]!.photo;
  expect(await back(computed)).toEqual(earlier);
  const { version, ...rest } = await back(uncomputed);
  expect(version).not.toBe(earlier.version);
  expect({ ...rest, version: earlier.version }).toEqual(earlier);
});
