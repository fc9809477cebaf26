import { expect, test } from 'vitest';
import { shownPicture } from './shownPicture.ts';

test('a photo says which picture of it is shown, and how to see more where there is more', () => {
  expect(shownPicture('file', 4000, 3000)).toBe('Shown: the photo itself');
  expect(shownPicture('preview', 3000, 4000)).toContain(
    'larger picture of 1,600 px that is stored here. Drop the file',
  );
  expect(shownPicture('preview', 1600, 900)).toBe('Shown: the larger picture that is stored here, in full size');
  expect(shownPicture('thumbnail', 513, 20)).toContain('thumbnail of 512 px that is stored here. Drop the file');
  expect(shownPicture('thumbnail', 512, 20)).toBe('Shown: the thumbnail that is stored here, in full size');
  expect(shownPicture(null, 1, 1)).toContain('No picture is stored here');
});
