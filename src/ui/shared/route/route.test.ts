import fc from 'fast-check';
import { expect, test } from 'vitest';
import { ASK_ALL } from './ask.ts';
import { anyRoute } from './route.cases.ts';
import { GALLERY, HOME, hashFromRoute, NO_OVERLAY, routeFromHash, searchRoute } from './route.ts';

test('every route reads back from its own hash', () => {
  fc.assert(
    fc.property(anyRoute, (route) => {
      expect(routeFromHash(hashFromRoute(route))).toEqual(route);
    }),
  );
});

test('any text is an address, and the address of what it shows is the same from then on', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), (text) => {
      const hash = hashFromRoute(routeFromHash(text));
      expect(hashFromRoute(routeFromHash(hash))).toBe(hash);
    }),
  );
});

test('the home page has a short address, and an empty hash means it', () => {
  expect(hashFromRoute(HOME)).toBe('#/');
  expect(routeFromHash('')).toEqual(HOME);
});

test('an address that cannot be read is the gallery', () => {
  expect(routeFromHash('#/search')).toEqual(HOME);
  expect(routeFromHash('#/nowhere?open=')).toEqual(HOME);
});

test('addresses of earlier versions still mean what they meant', () => {
  const chip = (category: string, role: 'all' | 'none') => ({ category, role, like: null });
  expect(routeFromHash('#/?sort=name&with=cat&with=dining+table&without=dog')).toEqual({
    base: {
      view: 'gallery',
      ask: { ...ASK_ALL, chips: [chip('cat', 'all'), chip('dining table', 'all'), chip('dog', 'none')], order: 'name' },
    },
    overlay: NO_OVERLAY,
  });
  expect(routeFromHash('#/combine?chip=all%3Acat&open=z')).toEqual({
    base: { view: 'gallery', ask: { ...ASK_ALL, chips: [chip('cat', 'all')] } },
    overlay: { kind: 'photo', id: 'z' },
  });
  expect(routeFromHash('#/search?photo=x&region=0.25,0,0.5,1&tab=grouped&match=y&by=potted+plant')).toEqual({
    base: searchRoute({ kind: 'photo', id: 'x' }, { x0: 0.25, y0: 0, x1: 0.5, y1: 1 }, 'grouped').base,
    overlay: { kind: 'match', id: 'y', category: 'potted plant' },
  });
  expect(routeFromHash('#/combine')).toEqual({ base: GALLERY, overlay: NO_OVERLAY });
});

test('a chip that cannot be read is dropped, the others stay', () => {
  const { base } = routeFromHash('#/?chip=all:cat&chip=maybe:dog&chip=all&chip=any:sofa:cloud:x&chip=none:%25E0');
  expect(base.view === 'gallery' && base.ask.chips).toEqual([
    { category: 'cat', role: 'all', like: null },
    { category: '%E0', role: 'none', like: null },
  ]);
});

test('what a hand-made address says wrongly is left out', () => {
  const { base } = routeFromHash('#/?taken=2019-02-30..&sure=7&sureof=0.5:&sureof=x:dog&sort=loudest&in=&word=');
  expect(base).toEqual(GALLERY);
});

test('a region outside the photo or turned inside out is dropped', () => {
  for (const region of ['0,0,2,1', '0.5,0,0.4,1', 'a,b,c,d', '0,0,1']) {
    expect(routeFromHash(`#/search?photo=x&region=${region}`).base).toEqual(
      searchRoute({ kind: 'photo', id: 'x' }).base,
    );
  }
});
