import { expect, test } from 'vitest';
import { GALLERY, HOME, hashFromRoute, NO_OVERLAY, type Route, routeFromHash, searchRoute } from './route.ts';

const routes: Route[] = [
  HOME,
  {
    base: { view: 'gallery', order: 'name', filter: { include: ['cat', 'dining table'], exclude: ['dog'] } },
    overlay: NO_OVERLAY,
  },
  { base: GALLERY, overlay: { kind: 'photo', id: 'a/b?c=d&e#f' } },
  { base: GALLERY, overlay: { kind: 'settings' } },
  searchRoute({ kind: 'photo', id: 'x' }),
  searchRoute({ kind: 'file', key: '3' }, { x0: 0.25, y0: 0, x1: 0.5, y1: 1 }, 'grouped'),
  { base: searchRoute({ kind: 'photo', id: 'x' }).base, overlay: { kind: 'match', id: 'y', category: 'potted plant' } },
  { base: searchRoute({ kind: 'photo', id: 'x' }).base, overlay: { kind: 'match', id: 'y', category: null } },
  { base: { view: 'combine' }, overlay: NO_OVERLAY },
  { base: { view: 'duplicates' }, overlay: { kind: 'photo', id: 'z' } },
];

test('every route reads back from its own hash', () => {
  for (const route of routes) expect(routeFromHash(hashFromRoute(route))).toEqual(route);
});

test('the home page has a short address, and an empty hash means it', () => {
  expect(hashFromRoute(HOME)).toBe('#/');
  expect(routeFromHash('')).toEqual(HOME);
});

test('an address that cannot be read is the gallery', () => {
  expect(routeFromHash('#/search')).toEqual(HOME);
  expect(routeFromHash('#/nowhere?open=')).toEqual(HOME);
});

test('a region outside of the photo or turned inside out is left away', () => {
  for (const region of ['0,0,2,1', '0.5,0,0.4,1', 'a,b,c,d', '0,0,1']) {
    expect(routeFromHash(`#/search?photo=x&region=${region}`).base).toEqual(
      searchRoute({ kind: 'photo', id: 'x' }).base,
    );
  }
});
