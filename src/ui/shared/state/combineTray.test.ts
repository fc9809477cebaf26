import { expect, test } from 'vitest';
import type { PhotoQuery } from '../../../pipeline/api/pipeline.ts';
import { CombineTray, chipOf } from './combineTray.ts';
import type { SearchSubject } from './route.ts';

const region = { x0: 0, y0: 0, x1: 0.5, y1: 0.5 };
const categories = [{ name: 'bicycle' }, { name: 'sofa' }];
const subject = (of: SearchSubject): PhotoQuery => ({ kind: 'photo', id: of.kind === 'photo' ? of.id : 'file' });

test('chips are added, changed and removed one by one', () => {
  const tray = new CombineTray();
  tray.add({ category: 1, role: 'all', like: null });
  tray.add({ category: 7, role: 'all', like: null });
  const [first, second] = tray.chips.getSnapshot();
  tray.change(second!.key, { role: 'none' });
  tray.remove(first!.key);
  expect(tray.chips.getSnapshot().map(({ category, role }) => [category, role])).toEqual([[7, 'none']]);
});

test('watchers hear of each change', () => {
  const tray = new CombineTray();
  let heard = 0;
  tray.chips.subscribe(() => heard++);
  tray.add({ category: 1, role: 'all', like: null });
  tray.clear();
  expect(heard).toBe(2);
});

test('a chip bound to an object of a photo becomes a region query', () => {
  const chip = { key: 1, category: 1, role: 'all', like: { of: { kind: 'photo', id: 'a' }, region } } as const;
  expect(chipOf(chip, categories, subject)).toEqual({
    category: 'sofa',
    role: 'all',
    like: { kind: 'region', of: { kind: 'photo', id: 'a' }, region },
  });
});

test('what must not be there is not compared with anything', () => {
  const chip = { key: 1, category: 1, role: 'none', like: { of: { kind: 'photo', id: 'a' }, region } } as const;
  expect(chipOf(chip, categories, subject)).toEqual({ category: 'sofa', role: 'none' });
});
