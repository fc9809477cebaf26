// @vitest-environment happy-dom
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { ASK_ALL, type Ask } from './ask.ts';
import { anyRoute } from './route.cases.ts';
import { hashFromRoute, type Route, routeFromHash, searchRoute } from './route.ts';
import { Router } from './router.ts';

const gallery = (ask: Partial<Ask>) => ({ view: 'gallery', ask: { ...ASK_ALL, ...ask } }) as const;
const chip = (category: string, role: 'all' | 'none' = 'all') => ({ category, role, like: null });

test('each step that a person makes is one that Back undoes; turning from photo to photo is not', () => {
  const router = new Router(window);
  const before = window.history.length;
  router.base(gallery({ chips: [chip('cat')] }));
  router.base(gallery({ chips: [chip('cat'), chip('dog', 'none')] }));
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
  router.base(gallery({ chips: [chip('cat')] }));
  const { base } = router.getSnapshot();
  router.open({ kind: 'photo', id: 'a' });
  expect(router.getSnapshot().base).toBe(base);
  router.open({ kind: 'none' });
  expect(router.getSnapshot().base).toBe(base);
});

/** A window with the browser's history: entries, a place among them, and `popstate` on the way back and forward. */
function fakeWindow() {
  const target = new EventTarget();
  const entries: { state: unknown; hash: string }[] = [{ state: null, hash: '' }];
  let at = 0;
  const entry = () => entries[at]!;
  const location = {
    get hash() {
      return entry().hash;
    },
  };
  const history = {
    get state() {
      return entry().state;
    },
    pushState(state: unknown, _: string, hash: string) {
      entries.splice(++at, Infinity, { state, hash });
    },
    replaceState(state: unknown, _: string, hash: string) {
      entries[at] = { state, hash };
    },
    go(by: number) {
      at = Math.min(entries.length - 1, Math.max(0, at + by));
      target.dispatchEvent(new Event('popstate'));
    },
    back: () => history.go(-1),
  };
  return { window: Object.assign(target, { location, history }) as unknown as Window, go: history.go };
}

const step = fc.oneof(
  { weight: 4, arbitrary: fc.record({ kind: fc.constant('push' as const), route: anyRoute }) },
  { weight: 1, arbitrary: fc.record({ kind: fc.constant('replace' as const), route: anyRoute }) },
  { weight: 2, arbitrary: fc.record({ kind: fc.constant('back' as const) }) },
  { weight: 1, arbitrary: fc.record({ kind: fc.constant('forward' as const) }) },
  { weight: 1, arbitrary: fc.record({ kind: fc.constant('reload' as const) }) },
);

test('on walks of fifty steps every state comes back with Back, Forward and a reload', () => {
  fc.assert(
    fc.property(fc.array(step, { minLength: 50, maxLength: 50 }), (steps) => {
      const { window: target, go } = fakeWindow();
      let router = new Router(target);
      // What a person remembers having seen, step by step.
      const seen: Route[] = [routeFromHash('')];
      let at = 0;
      for (const one of steps) {
        switch (one.kind) {
          case 'push':
            router.go(one.route);
            if (hashFromRoute(one.route) !== hashFromRoute(seen[at]!)) seen.splice(++at, Infinity, one.route);
            break;
          case 'replace':
            router.go(one.route, 'replace');
            seen[at] = one.route;
            break;
          case 'back':
            go(-1);
            at = Math.max(0, at - 1);
            break;
          case 'forward':
            go(1);
            at = Math.min(seen.length - 1, at + 1);
            break;
          case 'reload':
            router = new Router(target);
            break;
        }
        expect(router.getSnapshot()).toEqual(seen[at]);
      }
    }),
    { numRuns: 25 },
  );
});
