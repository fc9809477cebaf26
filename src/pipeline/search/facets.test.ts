import fc from 'fast-check';
import { expect, test } from 'vitest';
import { FactColumns } from '../library/columns/factColumns.ts';
import { factsOf } from '../library/columns/photoFacts.ts';
import { testId, testRow } from '../library/testRows.ts';
import { foldersOf, galleryFacets, monthOf } from './facets.ts';

function columnsOf(photos: readonly { readonly path: string; readonly takenAt: number; readonly camera?: string }[]) {
  const facts = new FactColumns();
  photos.forEach(({ path, ...changes }, i) => {
    const name = path.slice(path.lastIndexOf('/') + 1);
    facts.put(factsOf(testRow(testId(`photo ${i}`), [0, 0, 0], 0, [0, 0, 0], { path, name, ...changes })));
  });
  return facts;
}

test('folders count what lies in their subfolders; cameras and months are counted, the newest month first', () => {
  const [june, july] = [new Date(2019, 5, 30, 23, 59).getTime(), new Date(2019, 6, 1).getTime()];
  const facts = columnsOf([
    { path: 'trip/day 1/a.jpg', takenAt: june, camera: 'Leica' },
    { path: 'trip/b.jpg', takenAt: july, camera: 'Apple' },
    { path: 'c.jpg', takenAt: july, camera: 'Leica' },
  ]);
  expect(galleryFacets(facts)).toEqual({
    folders: [
      { path: 'trip', count: 2 },
      { path: 'trip/day 1', count: 1 },
    ],
    cameras: [
      { name: 'Apple', count: 1 },
      { name: 'Leica', count: 2 },
    ],
    months: [
      { start: new Date(2019, 6, 1).getTime(), count: 2 },
      { start: new Date(2019, 5, 1).getTime(), count: 1 },
    ],
  });
});

test('what has gone is counted no longer', () => {
  const facts = columnsOf([{ path: 'trip/a.jpg', takenAt: 0 }]);
  facts.remove(0);
  expect(galleryFacets(facts)).toEqual({ folders: [], cameras: [], months: [] });
});

test('a month holds the times from its first instant to the next one, in any century', () => {
  const time = fc.integer({ min: -6e13, max: 6e13 });
  fc.assert(
    fc.property(fc.array(time, { minLength: 1, maxLength: 30 }), (times) => {
      for (const at of times) {
        const [start, end] = monthOf(at);
        expect(start <= at && at < end).toBe(true);
        expect(new Date(start).getMonth()).toBe(new Date(at).getMonth());
      }
      const { months } = galleryFacets(columnsOf(times.map((takenAt) => ({ path: 'a.jpg', takenAt }))));
      const wanted = new Set(times.map((at) => monthOf(at)[0]));
      expect(new Set(months.map(({ start }) => start))).toEqual(wanted);
      expect(months.reduce((sum, { count }) => sum + count, 0)).toBe(times.length);
    }),
  );
});

test('the folders of a path lead to it', () => {
  expect(foldersOf('a/b/c.jpg')).toEqual(['a', 'a/b']);
  expect(foldersOf('a/b/')).toEqual(['a', 'a/b']);
  expect(foldersOf('c.jpg')).toEqual([]);
});
