import { expect, test } from 'vitest';
import { confusions } from './confusions.ts';

test('hand-worked: said, missed, and taken for something that is not there', () => {
  const truths = [
    ['present', 'absent', 'absent'],
    ['present', 'present', 'absent'],
    ['absent', 'present', 'difficult'],
  ] as const;
  const said = [
    [true, true, false],
    [false, true, false],
    [false, false, true],
  ];
  expect(confusions(truths, said)).toEqual([
    { truth: 0, said: 0, photos: [0] },
    { truth: 0, said: 1, photos: [0] },
    { truth: 0, said: null, photos: [1] },
    { truth: 1, said: 1, photos: [1] },
    { truth: 1, said: null, photos: [2] },
  ]);
});
