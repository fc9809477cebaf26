import { expect, test } from 'vitest';
import { UnreadablePhoto } from '../../../pipeline/api/errors.ts';
import { sentenceOf } from './errorSentence.ts';

const damaged = (message: string) => Object.assign(new Error(message), { name: 'GalleryFileDamaged' });

test('what was written for a person is quoted', () => {
  expect(sentenceOf(new UnreadablePhoto('The file is empty.'))).toBe('The file is empty.');
  const old = 'a.jpg was indexed by an older version. Drop its file again to search by it.';
  expect(sentenceOf(new Error(old))).toBe(old);
});

test('function names, offsets and wanted bytes reach nobody', () => {
  const messages = [
    new Error('Gallery.analysis: photo deadbeef is not in the gallery'),
    new RangeError('correctLabel: got category 30, wanted 0 to 19'),
    new Error('Indexer.#next: got none'),
    new TypeError("Cannot read properties of undefined (reading 'id')"),
    damaged('This is not an index of Facet\'s: it begins with "PK and s", wanted "FACETGAL".'),
    damaged('The index file is damaged: the checksum of the block at byte 96 is wrong.'),
    damaged('The index file is cut short: it ends at byte 512, and the block at byte 96 has 4096 bytes.'),
    'thrown without an Error',
  ].map(sentenceOf);
  for (const message of messages) {
    expect(message).toMatch(/^[A-Z].*\.$/);
    expect(message).not.toMatch(/wanted|got |byte|Gallery\.|FACETGAL|undefined|Label/);
  }
});
