import { expect, test } from 'vitest';
import type { PhotoQuery } from '../../../pipeline/api/pipeline.ts';
import type { CombineChip } from '../route/combineChip.ts';
import { GALLERY, NO_OVERLAY, type Route } from '../route/route.ts';
import { Store } from '../store/store.ts';
import { CombineTray, chipOf } from './combineTray.ts';

const region = { x0: 0, y0: 0, x1: 0.5, y1: 0.5 };
const categories = [
  { name: 'cat', gate: 0.5 },
  { name: 'diningtable', gate: 0.5 },
];
const subject = (): PhotoQuery => ({ kind: 'photo', id: 'a' });
const plain = (category: string): CombineChip => ({ category, role: 'all', like: null });

/** A router without a window: its steps are kept in a list. */
function trayWithSteps() {
  const store = new Store<Route>({ base: GALLERY, overlay: NO_OVERLAY });
  const steps: Route['base'][] = [];
  const tray = new CombineTray({
    getSnapshot: store.getSnapshot,
    subscribe: store.subscribe,
    base: (base) => {
      steps.push(base);
      store.set({ base, overlay: NO_OVERLAY });
    },
  });
  return { tray, steps, store };
}

test('every change of a line is a step of its own in the address', () => {
  const { tray, steps } = trayWithSteps();
  tray.add(plain('cat'));
  tray.add(plain('sofa'));
  tray.change(1, { role: 'none' });
  tray.remove(0);
  expect(steps).toHaveLength(4);
  expect(steps.at(-1)).toEqual({ view: 'combine', chips: [{ category: 'sofa', role: 'none', like: null }] });
});

test('what was put together is remembered in other views, and follows the address', () => {
  const { tray, store } = trayWithSteps();
  tray.add(plain('cat'));
  store.set({ base: GALLERY, overlay: NO_OVERLAY });
  expect(tray.chips).toEqual([plain('cat')]);
  tray.add(plain('sofa'));
  expect(tray.chips).toEqual([plain('cat'), plain('sofa')]);
  store.set({ base: { view: 'combine', chips: [plain('dog')] }, overlay: NO_OVERLAY });
  expect(tray.chips).toEqual([plain('dog')]);
});

test('a chip bound to an object of a photo becomes a region query of its category', () => {
  const chip: CombineChip = { category: 'dining table', role: 'all', like: { of: { kind: 'photo', id: 'a' }, region } };
  expect(chipOf(chip, categories, subject)).toEqual({
    category: 'diningtable',
    role: 'all',
    like: { kind: 'region', of: { kind: 'photo', id: 'a' }, region },
  });
});

test('what must not be there is not compared with anything', () => {
  const chip: CombineChip = { category: 'cat', role: 'none', like: { of: { kind: 'photo', id: 'a' }, region } };
  expect(chipOf(chip, categories, subject)).toEqual({ category: 'cat', role: 'none' });
});

test('a category of another model is named', () => {
  expect(() => chipOf(plain('carrot'), categories, subject)).toThrow('Facet knows no category called “carrot”.');
});
