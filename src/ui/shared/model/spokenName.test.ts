import { expect, test } from 'vitest';
import { spokenName, withArticle } from './spokenName.ts';

test('run-together names are taken apart and others stay', () => {
  expect(['diningtable', 'pottedplant', 'cat', 'traffic_light'].map(spokenName)).toEqual([
    'dining table',
    'potted plant',
    'cat',
    'traffic light',
  ]);
});

test('the article follows the first letter', () => {
  expect(withArticle('aeroplane')).toBe('an aeroplane');
  expect(withArticle('TV or monitor')).toBe('a TV or monitor');
});
