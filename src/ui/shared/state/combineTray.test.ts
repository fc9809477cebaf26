import { expect, test } from 'vitest';
import type { AskChip } from '../route/askChip.ts';
import { GALLERY, NO_OVERLAY, type Route, searchRoute } from '../route/route.ts';
import { Store } from '../store/store.ts';
import { CombineTray } from './combineTray.ts';

const region = { x0: 0, y0: 0, x1: 0.5, y1: 0.5 };
const plain = (category: string): AskChip => ({ category, role: 'all', like: null });
const bound = (category: string, id: string): AskChip => ({
  ...plain(category),
  like: { of: { kind: 'photo', id }, region },
});

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

test('every object that is added is a step of its own in the address', () => {
  const { tray, steps } = trayWithSteps();
  tray.add(bound('cat', 'a'));
  tray.add(bound('sofa', 'b'));
  expect(steps).toEqual([
    { view: 'gallery', ask: { ...GALLERY.ask, chips: [bound('cat', 'a')] } },
    { view: 'gallery', ask: { ...GALLERY.ask, chips: [bound('cat', 'a'), bound('sofa', 'b')] } },
  ]);
});

test('what was put together is remembered in other views, and follows the address', () => {
  const { tray, store } = trayWithSteps();
  tray.add(plain('cat'));
  store.set(searchRoute({ kind: 'photo', id: 'x' }));
  expect(tray.chips).toEqual([plain('cat')]);
  tray.add(plain('sofa'));
  expect(tray.chips).toEqual([plain('cat'), plain('sofa')]);
  store.set({ base: { view: 'gallery', ask: { ...GALLERY.ask, chips: [plain('dog')] } }, overlay: NO_OVERLAY });
  expect(tray.chips).toEqual([plain('dog')]);
});

test('an object takes the place of its plain category, two objects of one category stand side by side', () => {
  const { tray } = trayWithSteps();
  tray.add(plain('dog'));
  tray.add(bound('dog', 'a'));
  expect(tray.chips).toEqual([bound('dog', 'a')]);
  tray.add(bound('dog', 'b'));
  expect(tray.chips).toEqual([bound('dog', 'a'), bound('dog', 'b')]);
});
