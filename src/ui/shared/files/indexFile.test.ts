import { expect, test } from 'vitest';
import { partedIndexes } from './indexFile.ts';

test('an index is known by its first bytes, with or without its ending', async () => {
  const files = [
    new File(['FACETGAL and so on'], 'holiday.facet'),
    new File(['FACETGAL and so on'], 'holiday (1)'),
    new File(['FACET'], 'short.facet'),
    new File(['\xff\xd8'], 'photo.jpg'),
  ];
  const { indexes, others } = await partedIndexes(files);
  expect(indexes.map(({ name }) => name)).toEqual(['holiday.facet', 'holiday (1)']);
  expect(others.map(({ name }) => name)).toEqual(['short.facet', 'photo.jpg']);
});
