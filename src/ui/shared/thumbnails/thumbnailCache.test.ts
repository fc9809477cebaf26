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
const atOnce = (sweep: () => void) => sweep();

test('scrolling through a long gallery keeps at most the kept and the watched', async () => {
  const addresses = new Addresses();
  const cache = new ThumbnailCache(() => Promise.resolve(new Blob()), addresses, 10, atOnce);
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
  const cache = new ThumbnailCache(() => Promise.resolve(new Blob()), addresses, 0, atOnce);
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
  const cache = new ThumbnailCache(() => Promise.resolve(new Blob()), addresses, 0, atOnce);
  cache.watch('a').subscribe(nothing)();
  await settled();
  expect(addresses.live.size).toBe(0);
});

test('coming back finds the kept address and loads nothing again', async () => {
  let loads = 0;
  const load = () => {
    loads++;
    return Promise.resolve(new Blob());
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
  const cache = new ThumbnailCache((id) => {
    asked.push(id);
    return new Promise((resolve) => loaded.push(() => resolve(new Blob())));
  }, new Addresses());
  for (let i = 0; i < 1000; i++) cache.watch(`past ${i}`).subscribe(nothing)();
  const first = asked.length;
  expect(first).toBeLessThan(20);
  const ready = cache.watch('in sight');
  ready.subscribe(nothing);
  for (const done of loaded.splice(0)) done();
  await settled();
  expect(asked.slice(first)).toEqual(['in sight']);
  for (const done of loaded) done();
  await settled();
  expect(ready.getSnapshot().phase).toBe('ready');
});
