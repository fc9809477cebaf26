// @vitest-environment happy-dom
import { act } from 'react';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { GALLERY } from '../shared/route/route.ts';
import { button, clearPage, shownAt } from './testPage.tsx';

const broken = { gallery: false, photo: false };

vi.mock('../features/gallery/Gallery.tsx', () => ({
  Gallery: () => {
    if (broken.gallery) throw new Error('Gallery: got a photo without sides');
    return <p>All photos</p>;
  },
}));
vi.mock('../features/photo/PhotoOverlay.tsx', () => ({
  PhotoOverlay: () => {
    if (broken.photo) throw new Error('PhotoOverlay: got no boxes');
    return <p>One photo</p>;
  },
}));

beforeEach(() => {
  broken.gallery = false;
  broken.photo = false;
  // React reports every error that a boundary catches.
  vi.spyOn(console, 'error').mockImplementation(() => {});
});
afterEach(() => {
  clearPage();
  vi.restoreAllMocks();
});

test('the error of a view stays in that view, in a sentence without words for developers', async () => {
  broken.gallery = true;
  await shownAt('#/');
  const alert = document.querySelector('main [role=alert]');
  expect(alert?.textContent).toContain('This view stopped working');
  expect(alert?.textContent).not.toMatch(/got|Gallery:/);
  expect(button('Settings')).toBeDefined();
});

test('trying again shows the view once it works', async () => {
  broken.gallery = true;
  await shownAt('#/');
  broken.gallery = false;
  await act(async () => button('Try again').click());
  expect(document.body.textContent).toContain('All photos');
});

test('a view whose code did not load comes back with the page', async () => {
  const reload = vi.spyOn(window.location, 'reload').mockImplementation(() => {});
  broken.gallery = true;
  await shownAt('#/');
  await act(async () => button('Reload').click());
  expect(reload).toHaveBeenCalledOnce();
});

test('an opened photo that cannot be shown leaves the gallery as it is, and leads back to it', async () => {
  broken.photo = true;
  await shownAt('#/?open=a');
  expect(document.querySelector('main')?.textContent).toContain('All photos');
  await act(async () => button('Back to the gallery').click());
  expect(window.location.hash).toBe('#/');
  expect(document.body.textContent).not.toContain('stopped working');
});

test('another address is another view: it gets its own chance', async () => {
  broken.gallery = true;
  const { facet } = await shownAt('#/');
  broken.gallery = false;
  await act(async () => facet.router.base({ ...GALLERY, ask: { ...GALLERY.ask, order: 'name' } }));
  expect(document.body.textContent).toContain('All photos');
});
