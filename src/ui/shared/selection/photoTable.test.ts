import { expect, test } from 'vitest';
import type { NumberedSummary } from '../../../pipeline/api/found.ts';
import { csvOf, jsonOf, photoRecord } from './photoTable.ts';

const photo: NumberedSummary = {
  number: 3,
  outdated: false,
  id: 'abc',
  name: '=1+1, "really".jpg',
  path: 'Röm/=1+1, "really".jpg',
  width: 40,
  height: 30,
  size: 5,
  lastModified: 0,
  addedAt: 0,
  takenAt: Date.UTC(1962, 4, 3),
  camera: null,
  favourite: true,
  pictured: true,
  probabilities: Float32Array.of(0.2, 0.91, 0.97),
};
const categories = ['cat', 'dog', 'person'].map((name) => ({ name, gate: 0.5 }));

test('a list as CSV has a line a photo; what is written in a field stays in the field and is not computed', () => {
  expect(csvOf([photoRecord(photo, categories)])).toBe(
    '\ufeffname,path,taken,camera,width,height,bytes,favourite,categories,id\r\n' +
      `"'=1+1, ""really"".jpg","Röm/=1+1, ""really"".jpg",1962-05-03T00:00:00.000Z,,40,30,5,true,person 0.97; dog 0.91,abc\r\n`,
  );
});

test('a list as JSON reads back as what it says', () => {
  expect(JSON.parse(jsonOf([photoRecord(photo, categories)]))).toEqual([
    {
      name: photo.name,
      path: photo.path,
      taken: '1962-05-03T00:00:00.000Z',
      camera: null,
      width: 40,
      height: 30,
      bytes: 5,
      favourite: true,
      categories: { person: 0.97, dog: 0.91 },
      id: 'abc',
    },
  ]);
});

test('a time that is no date is left out', () => {
  expect(photoRecord({ ...photo, takenAt: 1e20 }, categories).taken).toBe('');
});
