// @vitest-environment happy-dom
import { expect, test } from 'vitest';
import { searchRoute } from './route.ts';
import { Router } from './router.ts';

test('each step that a person makes is one that Back undoes; turning from photo to photo is not', () => {
  const router = new Router(window);
  const before = window.history.length;
  router.base({ view: 'gallery', order: 'newest', filter: { include: ['cat'], exclude: [] } });
  router.base({ view: 'gallery', order: 'newest', filter: { include: ['cat'], exclude: ['dog'] } });
  router.open({ kind: 'photo', id: 'a' });
  router.open({ kind: 'photo', id: 'b' }, 'replace');
  expect(window.history.length).toBe(before + 3);
});

test('going where one is adds no step', () => {
  const router = new Router(window);
  router.go(searchRoute({ kind: 'photo', id: 'x' }));
  const before = window.history.length;
  router.go(searchRoute({ kind: 'photo', id: 'x' }));
  expect(window.history.length).toBe(before);
});

test('the page under an opened photo stays the same object', () => {
  const router = new Router(window);
  router.base({ view: 'combine', chips: [{ category: 'cat', role: 'all', like: null }] });
  const { base } = router.getSnapshot();
  router.open({ kind: 'photo', id: 'a' });
  expect(router.getSnapshot().base).toBe(base);
  router.open({ kind: 'none' });
  expect(router.getSnapshot().base).toBe(base);
});
