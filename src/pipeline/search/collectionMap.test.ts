import { expect, test } from 'vitest';
import { NEVER } from '../api/errors.ts';
import { GalleryColumns } from '../library/columns/galleryColumns.ts';
import { TEST_VOCABULARY, testId, testRow } from '../library/testRows.ts';
import { MapMaker } from './collectionMap.ts';
import { movedGates } from './gates.ts';
import { PhotoOrders } from './photoOrders.ts';

const GATES = movedGates(TEST_VOCABULARY.categories, {}).sure;
const WORDS = Array.from('abcdefghijklmnop');

/** Photos of one category each, entered in the given order. */
function gallery(words: readonly string[]) {
  const columns = new GalleryColumns();
  columns.learn(TEST_VOCABULARY, []);
  for (const word of words) {
    const kind = word.charCodeAt(0) % 3;
    const probabilities = [0, 0, 0].map((_, c) => (c === kind ? 0.9 : 0.1)) as [number, number, number];
    columns.put(testRow(testId(word), probabilities, 20 * kind, [0, 0, 0]));
  }
  const inOrder = () => new PhotoOrders(columns.facts).get('key');
  return { columns, inOrder, maker: new MapMaker(columns) };
}

function placesById({ columns }: ReturnType<typeof gallery>, map: { numbers: Uint32Array; cells: Int32Array }) {
  const placed = Array.from(map.numbers, (number, n) => [columns.idOf(number), map.cells[2 * n], map.cells[2 * n + 1]]);
  return placed.sort();
}

test('the same photos give the same map, in whatever order they came', async () => {
  const [one, other] = [gallery(WORDS), gallery([...WORDS].reverse())];
  const first = await one.maker.map(one.inOrder(), GATES, NEVER);
  const second = await other.maker.map(other.inOrder(), GATES, NEVER);
  expect(placesById(other, { numbers: second.numbers, cells: second.cells })).toEqual(
    placesById(one, { numbers: first.numbers, cells: first.cells }),
  );
});

test('each photo is said to be of the surest category that it holds, and one without any of none', async () => {
  const all = gallery(WORDS);
  all.columns.put(testRow(testId('z'), [0.2, 0.4, 0.3], 5, [0, 0, 0]));
  const { numbers, strongest } = await all.maker.map(all.inOrder(), GATES, NEVER);
  const said = new Map(Array.from(numbers, (number, n) => [all.columns.idOf(number), strongest[n]]));
  for (const word of WORDS) expect(said.get(testId(word))).toBe(word.charCodeAt(0) % 3);
  expect(said.get(testId('z'))).toBe(-1);
});

test('photos of an older version are left out and counted', async () => {
  const all = gallery(WORDS);
  all.columns.put(testRow(testId('old'), [0.9, 0, 0], 0, [0, 0, 0], { version: 'before' }));
  const { numbers, leftOut } = await all.maker.map(all.inOrder(), GATES, NEVER);
  expect(numbers.length).toBe(WORDS.length);
  expect(leftOut).toBe(1);
});

test('what one caller does to its map is nothing to the next', async () => {
  const all = gallery(WORDS);
  const first = await all.maker.map(all.inOrder(), GATES, NEVER);
  const cells = first.cells.slice();
  first.cells.fill(0);
  expect((await all.maker.map(all.inOrder(), GATES, NEVER)).cells).toEqual(cells);
});
