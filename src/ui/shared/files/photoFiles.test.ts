import { expect, test } from 'vitest';
import { isPhotoFile } from './photoFiles.ts';

test('images are photos by their type, whatever their name', () => {
  expect(isPhotoFile({ name: 'scan', type: 'image/jpeg' })).toBe(true);
});

test('a file without a type is a photo by its extension in any case', () => {
  expect(isPhotoFile({ name: 'IMG_1.HEIC', type: '' })).toBe(true);
  expect(isPhotoFile({ name: 'IMG_1.JPG', type: '' })).toBe(true);
});

test('drawings, films and texts are no photos', () => {
  expect(isPhotoFile({ name: 'logo.svg', type: 'image/svg+xml' })).toBe(false);
  expect(isPhotoFile({ name: 'clip.mp4', type: 'video/mp4' })).toBe(false);
  expect(isPhotoFile({ name: 'notes.jpg.txt', type: '' })).toBe(false);
});
