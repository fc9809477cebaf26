import { expect } from '@playwright/test';
import { test } from '../harness/modules.ts';

/** Puts helpers of the page's side on `window.facetTest`, so that each test's body is the test. */
test.beforeEach(async ({ modules }) => {
  await modules.evaluate(async () => {
    const { Connection } = await import('../../src/gallery/connection.ts');
    const { Gallery } = await import('../../src/gallery/gallery.ts');
    const { analysisRow } = await import('../../src/gallery/storedAnalysis.ts');
    const { unitBoxes } = await import('../../src/base/image/box.ts');
    const analysis = {
      boxes: unitBoxes(Float32Array.of(0, 0, 1, 1, 0.25, 0.25, 0.5, 0.75)),
      objectness: Float32Array.of(0.5, 0.75),
      proposalProbabilities: Float32Array.of(0, 1, 0.2, 0.4),
      probabilities: Float32Array.of(0.2, 1),
      winners: Int32Array.of(1, 0),
      semanticCodes: {
        16: Uint32Array.of(1),
        32: Uint32Array.of(2),
        48: Uint32Array.of(3, 4),
        64: Uint32Array.of(5, 0xffffffff),
      },
      categoryCodes: Uint32Array.of(7, 8),
      appearance: Uint32Array.of(9, 10, 11, 12),
      regionAppearance: Uint32Array.of(13, 14, 15, 16),
    };
    const indexed = (id: string, path: string) => ({
      photo: {
        id,
        path,
        name: path,
        size: 10,
        lastModified: 20,
        addedAt: 30,
        width: 400,
        height: 300,
        version: 'v',
        probabilities: analysis.probabilities,
        semanticCodes: analysis.semanticCodes,
        categoryCodes: analysis.categoryCodes,
        appearance: analysis.appearance,
        regionAppearance: analysis.regionAppearance,
        fingerprint: Uint32Array.of(1, 2),
        corrections: {},
      },
      analysis: analysisRow(id, analysis),
      thumbnail: { id, type: 'image/webp', bytes: Uint8Array.of(1, 2, 3).buffer },
      file: { path, size: 10, lastModified: 20, id },
    });
    const open = () => new Gallery(new Connection());
    Object.assign(window, { facetTest: { open, indexed, Connection, Gallery } });
  });
});

declare global {
  interface Window {
    readonly facetTest: {
      open(): import('../../src/gallery/gallery.ts').Gallery;
      indexed(id: string, path: string): import('../../src/gallery/gallery.ts').IndexedPhoto;
      readonly Connection: typeof import('../../src/gallery/connection.ts').Connection;
      readonly Gallery: typeof import('../../src/gallery/gallery.ts').Gallery;
    };
  }
}

test('what is put is there after a reload, bit for bit', async ({ modules }) => {
  await modules.evaluate(async () => {
    const { open, indexed } = window.facetTest;
    await open().put(indexed('a', 'folder/a.jpg'));
  });
  await modules.reload();
  const back = await modules.evaluate(async () => {
    const { Connection } = await import('../../src/gallery/connection.ts');
    const { Gallery } = await import('../../src/gallery/gallery.ts');
    const gallery = new Gallery(new Connection());
    const { analysis, photo } = await gallery.analysis('a');
    const thumbnail = await gallery.thumbnail('a');
    return {
      path: photo.path,
      code: [...analysis.semanticCodes[64]],
      boxes: [...analysis.boxes],
      winners: [...analysis.winners],
      quantised: [...analysis.proposalProbabilities].map((p) => Math.round(p * 255)),
      bytes: [...new Uint8Array(await thumbnail.arrayBuffer())],
      type: thumbnail.type,
    };
  });
  expect(back).toEqual({
    path: 'folder/a.jpg',
    code: [5, 0xffffffff],
    boxes: [0, 0, 1, 1, 0.25, 0.25, 0.5, 0.75],
    winners: [1, 0],
    quantised: [0, 255, 51, 102],
    bytes: [1, 2, 3],
    type: 'image/webp',
  });
});

test('a photo put twice is one photo and keeps its corrections and its time', async ({ modules }) => {
  const rows = await modules.evaluate(async () => {
    const gallery = window.facetTest.open();
    await gallery.put(window.facetTest.indexed('a', 'a.jpg'));
    await gallery.correct('a', 'sofa', 'absent');
    const again = window.facetTest.indexed('a', 'copy of a.jpg');
    await gallery.put({ ...again, photo: { ...again.photo, addedAt: 99, version: 'w' } });
    return { photos: await gallery.photos(), files: await gallery.files() };
  });
  expect(rows.photos).toHaveLength(1);
  expect(rows.photos[0]).toMatchObject({ addedAt: 30, version: 'w', corrections: { sofa: 'absent' } });
  expect(rows.files.map((file) => file.path)).toEqual(['a.jpg', 'copy of a.jpg']);
});

test('a failed write leaves nothing of the photo', async ({ modules }) => {
  const left = await modules.evaluate(async () => {
    const gallery = window.facetTest.open();
    const whole = window.facetTest.indexed('a', 'a.jpg');
    // A function cannot be stored: the last write of the transaction fails.
    const broken = { ...whole, file: { ...whole.file, size: (() => 1) as unknown as number } };
    const message = await gallery.put(broken).then(
      () => 'no error',
      (error: Error) => error.name,
    );
    return {
      message,
      photos: await gallery.photos(),
      thumbnail: await gallery.thumbnail('a').catch((error: Error) => error.message),
    };
  });
  expect(left).toEqual({
    message: 'DataCloneError',
    photos: [],
    thumbnail: 'Gallery.thumbnail: photo a is not in the gallery',
  });
});

test('indexing a file takes it out of quarantine in the same breath', async ({ modules }) => {
  const seen = await modules.evaluate(async () => {
    const gallery = window.facetTest.open();
    await gallery.quarantine({ key: 'a.jpg', path: 'a.jpg', name: 'a.jpg', reason: 'too slow', failedAt: 1 });
    const before = (await gallery.quarantined()).map((row) => row.reason);
    await gallery.put(window.facetTest.indexed('a', 'a.jpg'));
    return {
      before,
      after: await gallery.quarantined(),
    };
  });
  expect(seen).toEqual({ before: ['too slow'], after: [] });
});

test('removing a photo removes its picture, its boxes, all its paths and what was said of it beside others; removing all leaves nothing', async ({
  modules,
}) => {
  const seen = await modules.evaluate(async () => {
    const gallery = window.facetTest.open();
    await gallery.put(window.facetTest.indexed('a', 'a.jpg'));
    await gallery.put(window.facetTest.indexed('b', 'b.jpg'));
    await gallery.seen({ path: 'copy.jpg', size: 1, lastModified: 1, id: 'a' });
    await gallery.setDistinct(['b', 'a']);
    const pairs = await gallery.distinctPairs();
    await gallery.put(window.facetTest.indexed('c', 'c.jpg'));
    await gallery.setDistinct(['b', 'c']);
    await gallery.remove(['a']);
    const pairsLeft = await gallery.distinctPairs();
    const paths = (await gallery.files()).map((file) => file.path);
    const error = await gallery.analysis('a').catch((reason: Error) => reason.message);
    await gallery.setSetting('engine', 'wasm');
    await gallery.removeAll();
    return { pairs, pairsLeft, paths, error, photos: await gallery.photos(), setting: await gallery.setting('engine') };
  });
  expect(seen).toEqual({
    pairs: [{ first: 'a', second: 'b' }],
    pairsLeft: [{ first: 'b', second: 'c' }],
    paths: ['b.jpg', 'c.jpg'],
    error: 'Gallery.analysis: photo a is not in the gallery',
    photos: [],
    setting: 'wasm',
  });
});

test('a connection that the browser closed is opened again', async ({ modules }) => {
  const photos = await modules.evaluate(async () => {
    const { Connection, Gallery, indexed } = window.facetTest;
    const connection = new Connection();
    const gallery = new Gallery(connection);
    await gallery.put(indexed('a', 'a.jpg'));
    // What a browser does to a background tab: the handle is closed and nobody says so.
    await connection.run(async (database) => database.close());
    return gallery.photos();
  });
  expect(photos.map((photo) => photo.id)).toEqual(['a']);
});

test('an older page gives way to a newer one, and says so', async ({ modules }) => {
  const seen = await modules.evaluate(async () => {
    const { Connection, Gallery } = window.facetTest;
    const news: string[] = [];
    const gallery = new Gallery(new Connection((item) => news.push(item.kind)));
    await gallery.photos();
    // Another tab with a newer version of the app.
    const newer = await new Promise<IDBDatabase>((resolve, reject) => {
      const request = indexedDB.open('facet', 1000);
      request.onsuccess = () => resolve(request.result);
      request.onerror = () => reject(request.error);
    });
    const late = await gallery.photos().catch((error: Error) => `${error.name}: ${error.message}`);
    const fresh = await new Gallery(new Connection())
      .photos()
      .catch((error: Error) => `${error.name}: ${error.message}`);
    newer.close();
    return { news, late, fresh };
  });
  expect(seen).toEqual({
    news: ['givenWay'],
    late: 'StoredVersionMismatch: A newer version of Facet is open in another tab. Reload this page to use it.',
    fresh:
      'StoredVersionMismatch: The stored gallery was made by a newer version of Facet than this page. Reload the page.',
  });
});

test('a merged photo adds to what is stored, and what is stored wins', async ({ modules }) => {
  const seen = await modules.evaluate(async () => {
    const { open, indexed } = window.facetTest;
    const gallery = open();
    await gallery.put(indexed('a', 'a.jpg'));
    await gallery.correct('a', 'sofa', 'absent');
    await gallery.put(indexed('b', 'shared.jpg'));
    const travelling = (await gallery.travelling(['a'], true))[0]!;
    const file = (path: string) => ({ path, size: 1, lastModified: 1, id: 'a' });
    const kept = await gallery.merge({
      ...travelling,
      photo: { ...travelling.photo, name: 'other name', addedAt: 5, corrections: { sofa: 'present', cat: 'present' } },
      files: [file('a.jpg'), file('shared.jpg'), file('new.jpg')],
    });
    const unpictured = await gallery.merge({
      ...travelling,
      photo: { ...travelling.photo, id: 'c' },
      analysis: { ...travelling.analysis, id: 'c' },
      thumbnail: null,
      files: [],
    });
    const without = (await gallery.photo('c'))?.picture;
    const filled = await gallery.merge({
      ...travelling,
      photo: { ...travelling.photo, id: 'c' },
      analysis: { ...travelling.analysis, id: 'c' },
      thumbnail: { id: 'c', type: 'image/webp', bytes: Uint8Array.of(9).buffer },
      files: [],
    });
    return {
      outcomes: [kept, unpictured, filled],
      a: await gallery.photo('a'),
      without,
      c: (await gallery.photo('c'))?.picture ?? 'stored',
      picture: [...new Uint8Array(await (await gallery.thumbnail('c')).arrayBuffer())],
      paths: (await gallery.files()).map(({ path, id }) => `${path} ${id}`),
    };
  });
  expect(seen.outcomes).toEqual(['already', 'added', 'already']);
  expect(seen.a).toMatchObject({ name: 'a.jpg', addedAt: 30, corrections: { sofa: 'absent', cat: 'present' } });
  expect([seen.without, seen.c, seen.picture]).toEqual(['none', 'stored', [9]]);
  expect(seen.paths).toEqual(['a.jpg a', 'new.jpg a', 'shared.jpg b']);
});

test('larger pictures are counted, removed with their photo, and all at once', async ({ modules }) => {
  const seen = await modules.evaluate(async () => {
    const { open, indexed } = window.facetTest;
    const gallery = open();
    const preview = (id: string, size: number) => ({
      id,
      type: 'image/webp',
      bytes: new Uint8Array(size).buffer,
      size,
    });
    await gallery.put({ ...indexed('a', 'a.jpg'), preview: preview('a', 10) });
    await gallery.put({ ...indexed('b', 'b.jpg'), preview: preview('b', 10) });
    await gallery.put({ ...indexed('c', 'c.jpg'), preview: preview('c', 7) });
    const all = await gallery.previews();
    await gallery.remove(['b']);
    const fewer = await gallery.previews();
    const size = (await gallery.preview('c'))?.size;
    await gallery.removePreviews();
    return {
      all,
      fewer,
      size,
      none: await gallery.previews(),
      preview: await gallery.preview('c'),
      photos: (await gallery.photos()).length,
    };
  });
  expect(seen).toEqual({
    all: { count: 3, bytes: 27 },
    fewer: { count: 2, bytes: 17 },
    size: 7,
    none: { count: 0, bytes: 0 },
    preview: null,
    photos: 2,
  });
});

test('a gallery of the first version opens with its photos, and gets room for larger pictures', async ({ modules }) => {
  const seen = await modules.evaluate(async () => {
    const { open, indexed } = window.facetTest;
    await new Promise<void>((resolve, reject) => {
      const request = indexedDB.open('facet', 1);
      request.onupgradeneeded = () => {
        for (const store of ['photos', 'analyses', 'thumbnails', 'quarantine'])
          request.result.createObjectStore(store, { keyPath: store === 'quarantine' ? 'path' : 'id' });
        request.result.createObjectStore('files', { keyPath: 'path' }).createIndex('byPhoto', 'id');
        request.result.createObjectStore('distinctPairs', { keyPath: ['first', 'second'] });
        request.result.createObjectStore('settings');
        request.transaction!.objectStore('photos').put(indexed('a', 'a.jpg').photo);
      };
      request.onsuccess = () => resolve(request.result.close());
      request.onerror = () => reject(request.error);
    });
    const gallery = open();
    return { photos: (await gallery.photos()).map(({ id }) => id), previews: await gallery.previews() };
  });
  expect(seen).toEqual({ photos: ['a'], previews: { count: 0, bytes: 0 } });
});

test('rows that WebGPU once stored without computing them are of no version in use any more, and nothing else is lost', async ({
  modules,
}) => {
  const seen = await modules.evaluate(async () => {
    const { Gallery, Connection, indexed } = window.facetTest;
    const { earlierGallery } = await import('../harness/earlierGallery.ts');
    // A gallery as the page before this one left it.
    const before = await earlierGallery(2);
    const ids = Array.from({ length: 40 }, (_, i) => `photo ${i}`);
    for (const [i, id] of ids.entries()) {
      const { photo, analysis, thumbnail, file } = indexed(id, `${id}.jpg`);
      // Every other row as WebGPU wrote it: equal proposals, the first of which wins everything.
      const uncomputed = { winners: Int32Array.of(0, 0), proposalProbabilities: Uint8Array.of(160, 165, 160, 165) };
      await before.put('photos', { ...photo, corrections: { cat: 'present' } });
      await before.put('analyses', i % 2 === 0 ? analysis : { ...analysis, ...uncomputed });
      await before.put('thumbnails', thumbnail);
      await before.put('files', file);
    }
    before.close();
    const gallery = new Gallery(new Connection());
    const photos = await gallery.photos();
    const place = ({ id }: { readonly id: string }): number => ids.indexOf(id);
    const again = indexed('photo 1', 'photo 1.jpg');
    const seenAgain = await gallery.put({ ...again, photo: { ...again.photo, engine: 'webgpu' } });
    return {
      ofThisVersion: photos
        .filter(({ version }) => version === 'v')
        .map(place)
        .sort((a, b) => a - b),
      marked: [...new Set(photos.filter(({ version }) => version !== 'v').map(({ version }) => version))],
      corrections: photos.every(({ corrections }) => corrections['cat'] === 'present'),
      boxes: (await gallery.analysis('photo 3')).analysis.objectness.length,
      files: (await gallery.files()).length,
      thumbnail: (await gallery.thumbnail('photo 3')).size,
      seenAgain: [seenAgain.version, seenAgain.engine, seenAgain.corrections],
    };
  });
  expect(seen).toEqual({
    ofThisVersion: Array.from({ length: 20 }, (_, i) => 2 * i),
    marked: ['WebGPU, unchecked: v'],
    corrections: true,
    boxes: 2,
    files: 40,
    thumbnail: 3,
    seenAgain: ['v', 'webgpu', { cat: 'present' }],
  });
});
