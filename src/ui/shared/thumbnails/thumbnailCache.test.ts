import { expect, test } from 'vitest';
import { type AddressMaker, ThumbnailCache } from './thumbnailCache.ts';

/** Counts live addresses the way a browser holds them. */
class Addresses implements AddressMaker {
  readonly live = new Set<string>();
  #next = 0;
  createObjectURL(): string {
    const url = `blob:${this.#next++}`;
    this.live.add(url);
    return url;
  }
  revokeObjectURL(url: string): void {
    expect(this.live.delete(url)).toBe(true);
  }
}

const settled = () => new Promise((resolve) => setTimeout(resolve, 0));
const nothing = () => {};
const blobs = (ids: readonly string[]) => Promise.resolve(ids.map(() => new Blob()));
const atOnce = (sweep: () => void) => sweep();

test('scrolling through a long gallery keeps at most the kept and the watched', async () => {
  const addresses = new Addresses();
  const cache = new ThumbnailCache(blobs, addresses, 10, atOnce);
  const watching: (() => void)[] = [];
  for (let i = 0; i < 500; i++) {
    watching.push(cache.watch(`photo ${i}`).subscribe(nothing));
    await Promise.resolve();
    if (watching.length > 20) {
      await settled();
      watching.shift()?.();
    }
    expect(addresses.live.size).toBeLessThanOrEqual(31);
  }
  await settled();
  for (const stop of watching) stop();
  expect(addresses.live.size).toBe(10);
});

test('a thumbnail in use is not revoked, and two watchers share one address', async () => {
  const addresses = new Addresses();
  const cache = new ThumbnailCache(blobs, addresses, 0, atOnce);
  const first = cache.watch('a').subscribe(nothing);
  const second = cache.watch('a').subscribe(nothing);
  await settled();
  expect(addresses.live.size).toBe(1);
  first();
  expect(addresses.live.size).toBe(1);
  second();
  expect(addresses.live.size).toBe(0);
});

test('scrolling away before the thumbnail has loaded leaves no address behind', async () => {
  const addresses = new Addresses();
  const cache = new ThumbnailCache(blobs, addresses, 0, atOnce);
  cache.watch('a').subscribe(nothing)();
  await settled();
  expect(addresses.live.size).toBe(0);
});

test('coming back finds the kept address and loads nothing again', async () => {
  let loads = 0;
  const load = (ids: readonly string[]) => {
    loads++;
    return blobs(ids);
  };
  const cache = new ThumbnailCache(load, new Addresses(), 5);
  const stop = cache.watch('a').subscribe(nothing);
  await settled();
  stop();
  cache.watch('a').subscribe(nothing);
  expect(cache.watch('a').getSnapshot().phase).toBe('ready');
  expect(loads).toBe(1);
});

test('a thumbnail that cannot be loaded is missing, not an error', async () => {
  const cache = new ThumbnailCache(() => Promise.reject(new Error('removed')), new Addresses());
  cache.watch('a').subscribe(nothing);
  await settled();
  expect(cache.watch('a').getSnapshot()).toEqual({ phase: 'missing' });
});

test('what is in sight need not wait for what was scrolled past', async () => {
  const asked: string[] = [];
  const loaded: (() => void)[] = [];
  const cache = new ThumbnailCache((ids) => {
    asked.push(...ids);
    return new Promise((resolve) => loaded.push(() => resolve(ids.map(() => new Blob()))));
  }, new Addresses());
  const passed = Array.from({ length: 1000 }, (_, i) => cache.watch(`past ${i}`).subscribe(nothing));
  await settled();
  for (const stop of passed) stop();
  const first = asked.length;
  expect(first).toBeLessThan(30);
  const ready = cache.watch('in sight');
  ready.subscribe(nothing);
  for (const done of loaded.splice(0)) done();
  await settled();
  expect(asked.slice(first)).toEqual(['in sight']);
  for (const done of loaded) done();
  await settled();
  expect(ready.getSnapshot().phase).toBe('ready');
});

test('what comes into sight in one moment is loaded in few calls, the first ones first', async () => {
  const asked: (readonly string[])[] = [];
  const cache = new ThumbnailCache(
    (ids) => {
      asked.push(ids);
      return blobs(ids);
    },
    new Addresses(),
    240,
  );
  const names = Array.from({ length: 30 }, (_, i) => `photo ${i}`);
  for (const name of names) cache.watch(name).subscribe(nothing);
  await settled();
  expect(asked.flat()).toEqual(names);
  expect(asked.length).toBeLessThanOrEqual(3);
});

test('what is warmed is there once it is shown, and goes like everything that nobody shows', async () => {
  const addresses = new Addresses();
  let missing = true;
  const load = (ids: readonly string[]) =>
    Promise.resolve(ids.map((id) => (id === 'gone' && missing ? null : new Blob())));
  const cache = new ThumbnailCache(load, addresses, 2, atOnce);
  cache.warm(['a', 'b', 'gone']);
  await settled();
  expect(addresses.live.size).toBe(2);
  const stop = cache.watch('a').subscribe(nothing);
  expect(cache.watch('a').getSnapshot().phase).toBe('ready');
  stop();
  // What was missing is asked for again.
  missing = false;
  cache.watch('gone').subscribe(nothing);
  await settled();
  expect(cache.watch('gone').getSnapshot().phase).toBe('ready');
  for (const id of ['c', 'd', 'e']) {
    const away = cache.watch(id).subscribe(nothing);
    await settled();
    away();
  }
  expect(addresses.live.size).toBe(3);
});
