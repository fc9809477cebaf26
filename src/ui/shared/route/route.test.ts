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
  { base: { view: 'combine', chips: [] }, overlay: NO_OVERLAY },
  {
    base: {
      view: 'combine',
      chips: [
        { category: 'dining table', role: 'all', like: null },
        { category: 'a:b&c', role: 'none', like: null },
        {
          category: 'dog',
          role: 'any',
          like: { of: { kind: 'photo', id: 'a/b:c' }, region: { x0: 0.25, y0: 0, x1: 0.5, y1: 1 } },
        },
        { category: 'dog', role: 'all', like: { of: { kind: 'file', key: '3' }, region: null } },
      ],
    },
    overlay: { kind: 'photo', id: 'z' },
  },
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

test('a line of a combined search that cannot be read is dropped, the others stay', () => {
  expect(
    routeFromHash('#/combine?chip=all:cat&chip=maybe:dog&chip=all&chip=any:sofa:cloud:x&chip=none:%25E0').base,
  ).toEqual({
    view: 'combine',
    chips: [
      { category: 'cat', role: 'all', like: null },
      { category: '%E0', role: 'none', like: null },
    ],
  });
});

test('a region outside the photo or turned inside out is dropped', () => {
  for (const region of ['0,0,2,1', '0.5,0,0.4,1', 'a,b,c,d', '0,0,1']) {
    expect(routeFromHash(`#/search?photo=x&region=${region}`).base).toEqual(
      searchRoute({ kind: 'photo', id: 'x' }).base,
    );
  }
});
