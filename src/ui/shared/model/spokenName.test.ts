import { expect, test } from 'vitest';
import { spokenName } from './spokenName.ts';

test('run-together names are taken apart and others stay', () => {
  expect(['diningtable', 'pottedplant', 'cat', 'traffic_light'].map(spokenName)).toEqual([
    'dining table',
    'potted plant',
    'cat',
    'traffic light',
  ]);
});
