import { expect, test } from 'vitest';
import { pixelBoxes, unitBoxes } from '../../base/image/box.ts';
import { rgbImage } from '../../base/image/rgbImage.ts';
import type { PhotoRow } from '../../gallery/schema.ts';
import type { PhotoAnalysis } from '../../network/heads/photoAnalysis.ts';
import type { AnalysedPhoto } from '../analyser/preparedPhoto.ts';
import { UnreadablePhoto } from '../api/errors.ts';
import { Indexer, type IndexerParts } from './indexer.ts';
import type { PhotoFile } from './photoFile.ts';

const ANALYSIS: PhotoAnalysis = {
  boxes: unitBoxes(Float32Array.of(0, 0, 1, 1)),
  objectness: Float32Array.of(1),
  proposalProbabilities: Float32Array.of(0.5),
  probabilities: Float32Array.of(0.5),
  winners: Int32Array.of(0),
  semanticCodes: { 16: Uint32Array.of(1), 32: Uint32Array.of(1), 48: Uint32Array.of(1, 1), 64: Uint32Array.of(1, 1) },
  categoryCodes: Uint32Array.of(1),
};

const PREPARED: AnalysedPhoto = {
  image: rgbImage(1, 1, new Uint8Array(3)),
  proposals: { boxes: pixelBoxes(new Float32Array(0)), scores: new Float32Array(0) },
  width: 1,
  height: 1,
  thumbnail: { type: 'image/jpeg', bytes: new ArrayBuffer(1) },
  preview: null,
  fingerprint: new Uint32Array(2),
  analysis: ANALYSIS,
};

/** A file is its content: two of one content are one photo. */
function file(content: string, path = content): PhotoFile {
  return { file: new File([content], path), path };
}

const settled = () => new Promise((resolve) => setTimeout(resolve, 5));

/** An indexer on a pool whose photos are finished by hand: `finish` takes the one that came first, or the one at that place. */
function indexing(poolSize: number) {
  const started: string[] = [];
  const stored: string[] = [];
  const aside: string[] = [];
  const inPool: ((outcome: AnalysedPhoto | Error) => void)[] = [];
  const rows = new Map<string, PhotoRow>();
  const parts: IndexerParts = {
    gallery: {
      photoAt: () => Promise.resolve(null),
      seen: () => Promise.resolve(),
      put: ({ photo }) => Promise.resolve(photo),
      quarantine: () => Promise.resolve(),
    },
    pool: {
      size: poolSize,
      contentHash: (blob) => blob.text(),
      prepare: () => Promise.reject(new Error('not of this engine')),
      async prepareAndAnalyse(blob) {
        started.push(await blob.text());
        const outcome = await new Promise<AnalysedPhoto | Error>((resolve) => inPool.push(resolve));
        if (outcome instanceof Error) throw outcome;
        return outcome;
      },
    },
    poolGives: () => 'analysed',
    analyse: () => Promise.reject(new Error('not of this engine')),
    version: () => Promise.resolve('version'),
    known: (id) => rows.get(id),
    keepsPreviews: () => false,
    onFile: () => {},
    onPhoto(row) {
      rows.set(row.id, row);
      stored.push(row.id);
    },
    onQuarantine: (_, { reason }) => aside.push(reason),
    onOutOfQuarantine: () => {},
    onProgress: () => {},
    exclusively: (work) => work(),
  };
  const finish = async (outcome: AnalysedPhoto | Error = PREPARED, at = 0): Promise<void> => {
    await settled();
    inPool.splice(at, 1)[0]!(outcome);
    await settled();
  };
  return { indexer: new Indexer(parts), started, stored, aside, finish };
}

const NEVER = new AbortController().signal;

test('the first photo goes alone; after it as many are in the pool as it has workers, beside the one that is waited for', async () => {
  const { indexer, started, stored, finish } = indexing(2);
  void indexer.add(
    ['a', 'b', 'c', 'd', 'e', 'f'].map((name) => file(name)),
    NEVER,
  );
  await settled();
  expect(started).toEqual(['a']);
  await finish();
  expect(stored).toEqual(['a']);
  expect(started).toEqual(['a', 'b', 'c', 'd']);
  await finish();
  expect(started).toEqual(['a', 'b', 'c', 'd', 'e']);
});

test('photos are stored in their order, whichever is ready first', async () => {
  const { indexer, stored, finish } = indexing(2);
  const run = indexer.add([file('a'), file('b'), file('c')], NEVER);
  await finish();
  await finish(PREPARED, 1);
  expect(stored).toEqual(['a']);
  await finish();
  expect(await run).toMatchObject({ done: 3, left: 0 });
  expect(stored).toEqual(['a', 'b', 'c']);
});

test('two files of one content are one photo', async () => {
  const { indexer, stored, finish } = indexing(2);
  const run = indexer.add([file('first'), file('same', 'a.jpg'), file('same', 'b.jpg')], NEVER);
  for (let i = 0; i < 3; i++) await finish();
  expect(await run).toMatchObject({ done: 2, already: 1, failed: 0, left: 0 });
  expect(stored).toEqual(['first', 'same']);
});

test('a file that cannot be read is put aside with its reason, and the rest goes on', async () => {
  const { indexer, stored, aside, finish } = indexing(1);
  const run = indexer.add([file('broken'), file('whole')], NEVER);
  await finish(new UnreadablePhoto('It is cut short.'));
  await finish();
  expect(await run).toMatchObject({ done: 1, failed: 1, left: 0 });
  expect([stored, aside]).toEqual([['whole'], ['It is cut short.']]);
});

test('a run that is stopped finishes the photo in hand and leaves the others, and another run goes on', async () => {
  const { indexer, stored, finish } = indexing(1);
  const stop = new AbortController();
  const [stopped, other] = [indexer.add([file('a'), file('b')], stop.signal), indexer.add([file('c')], NEVER)];
  await settled();
  stop.abort();
  await finish();
  expect(await stopped).toMatchObject({ done: 1 });
  await finish();
  expect(await other).toMatchObject({ done: 1, left: 0 });
  expect(stored).toEqual(['a', 'c']);
});
