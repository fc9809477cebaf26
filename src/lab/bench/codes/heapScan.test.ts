import { expect, test } from 'vitest';
import { exactSearch } from '../../../pipeline/measures/exactSearch.ts';
import { clusteredGallery, uniformGallery } from './galleries.ts';
import { heapScan } from './heapScan.ts';

test.each([uniformGallery(3000), clusteredGallery(3000, 100)])('the peer finds what it must: $name', (gallery) => {
  for (const query of gallery.queries.slice(0, 10))
    for (const k of [1, 10, 100, 5000])
      expect(heapScan(gallery.codes, query, k)).toEqual(exactSearch(gallery.codes, query, k).indices);
});
