import { expect, test } from 'vitest';
import type { NumberedSummary } from '../../../pipeline/api/found.ts';
import type { Hits, LikeAnswer } from '../../../pipeline/api/hits.ts';
import type { Category } from '../model/category.ts';
import { Store } from '../store/store.ts';
import { SummaryCache } from '../summaries/summaryCache.ts';
import { RegionShelf } from '../thumbnails/regionShelf.ts';
import { ThumbnailCache } from '../thumbnails/thumbnailCache.ts';
import { FirstInSight } from './firstInSight.ts';

const CATEGORIES: readonly Category[] = [
  { name: 'cat', gate: 0.5 },
  { name: 'sofa', gate: 0.5 },
];
/** Even photos hold a cat, odd ones a sofa. */
const probabilities = (number: number) => Float32Array.of(number % 2 === 0 ? 0.9 : 0.1, number % 2 === 0 ? 0.1 : 0.9);

function shelves() {
  const asked = { summaries: [] as number[], regions: new Map<string, number[]>(), pictures: [] as string[] };
  const summaries = new SummaryCache(
    {
      summaries: async (numbers) => {
        asked.summaries.push(...numbers);
        return Array.from(
          numbers,
          (number): NumberedSummary => ({
            number,
            id: `photo ${number}`,
            name: `${number}.jpg`,
            path: `${number}.jpg`,
            width: 4,
            height: 3,
            size: 1,
            lastModified: 0,
            addedAt: 0,
            takenAt: 0,
            camera: null,
            favourite: false,
            pictured: true,
            outdated: false,
            probabilities: probabilities(number),
          }),
        );
      },
      numberOf: async () => null,
    },
    new Store({ gallery: { revision: 1 } }),
  );
  const thumbnails = new ThumbnailCache(
    async (ids) => {
      asked.pictures.push(...ids);
      return ids.map(() => new Blob());
    },
    { createObjectURL: () => 'blob:picture', revokeObjectURL: () => {} },
  );
  const regions = new RegionShelf(async (numbers, category) => {
    asked.regions.set(category, [...(asked.regions.get(category) ?? []), ...numbers]);
    return Array.from(numbers, () => null);
  });
  return { asked, first: new FirstInSight({ summaries, thumbnails, regions }) };
}

const settled = () => new Promise((resolve) => setTimeout(resolve));
const numbered = (count: number) => Uint32Array.from({ length: count }, (_, i) => i);

function hits(numbers: Uint32Array): Hits {
  return {
    numbers,
    distances: new Uint16Array(numbers.length),
    probabilities: new Float32Array(numbers.length),
    likeness: new Uint8Array(numbers.length),
  };
}

function likes(): LikeAnswer {
  const one = Float32Array.of(1, 1);
  const analysis = { probabilities: one } as LikeAnswer['query']['analysis'];
  return {
    whole: true,
    revision: 1,
    query: { analysis, width: 4, height: 3 },
    earlier: null,
    similarBy: 'semantic',
    similarBits: 64,
    similar: hits(numbered(4)),
    together: null,
    rows: [{ category: 'sofa', queryProbability: 1, bits: 32, hits: hits(Uint32Array.of(5, 7)) }],
  };
}

test('of what was found, the first screenful is fetched: what it is, its crops and its pictures', async () => {
  const { asked, first } = shelves();
  await first.ofFound({ numbers: numbered(500), revision: 1 }, ['cat']);
  await settled();
  expect(asked.summaries.length).toBeGreaterThanOrEqual(20);
  expect(asked.summaries.length).toBeLessThanOrEqual(60);
  expect(asked.regions).toEqual(new Map([['cat', asked.summaries]]));
  expect(asked.pictures).toEqual(asked.summaries.map((number) => `photo ${number}`));
});

test('a photo like another is cropped around what both share; a group around its own category', async () => {
  const similar = shelves();
  await similar.first.ofSimilar(likes(), CATEGORIES);
  expect(similar.asked.regions).toEqual(
    new Map([
      ['cat', [0, 2]],
      ['sofa', [1, 3]],
    ]),
  );
  const grouped = shelves();
  await grouped.first.ofGroups(likes());
  expect(grouped.asked.summaries).toEqual([5, 7]);
  expect(grouped.asked.regions).toEqual(new Map([['sofa', [5, 7]]]));
});
