import { expect, test } from 'vitest';
import { type AppFile, cacheName, fileAt } from './fileList.ts';

const files: AppFile[] = [
  { url: './', sha256: 'aa', keep: 'start' },
  { url: 'assets/index-1.js', sha256: 'bb', keep: 'start' },
];

test('the same files have one cache, and any other byte has another', () => {
  expect(cacheName(files)).toBe(cacheName([...files]));
  expect(cacheName(files.with(1, { ...files[1]!, sha256: 'bc' }))).not.toBe(cacheName(files));
  expect(cacheName(files.with(1, { ...files[1]!, url: 'assets/index-2.js' }))).not.toBe(cacheName(files));
});

test('the page is found under its address with any query, and nothing of another origin or folder is', () => {
  expect(fileAt(files, 'https://here/facet/', 'https://here/facet/?source=pwa#/search')).toBe(files[0]);
  expect(fileAt(files, 'https://here/facet/', 'https://here/facet/assets/index-1.js')).toBe(files[1]);
  expect(fileAt(files, 'https://here/facet/', 'https://here/assets/index-1.js')).toBeNull();
  expect(fileAt(files, 'https://here/facet/', 'https://there/facet/')).toBeNull();
});
