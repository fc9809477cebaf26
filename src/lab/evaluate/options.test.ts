import { expect, test } from 'vitest';
import { parseEvaluateOptions } from './options.ts';

test('the terminal contract is read as it is written', () => {
  expect(
    parseEvaluateOptions(['--data', 'a', '--queries', 'b', '--limit', '12', '--cache', 'c', '--json', 'd.json']),
  ).toEqual({
    data: 'a',
    queries: 'b',
    limit: 12,
    backbone: 'nanodet-g+ssd-mobilenetv2',
    models: 'public/models',
    maps: null,
    cache: 'c',
    json: 'd.json',
    card: null,
    html: null,
    curves: null,
    features: null,
    workers: 2,
  });
  expect(parseEvaluateOptions(['--data', 'a'])).toEqual({
    data: 'a',
    queries: null,
    limit: Infinity,
    backbone: 'nanodet-g+ssd-mobilenetv2',
    models: 'public/models',
    maps: null,
    cache: null,
    json: null,
    card: null,
    html: null,
    curves: null,
    features: null,
    workers: 2,
  });
});

test('missing, unknown and wrong options are named', () => {
  expect(() => parseEvaluateOptions([])).toThrow('--data DIR is missing');
  expect(() => parseEvaluateOptions(['--data', 'a', '--limit', 'few'])).toThrow(
    '--limit: got few, wanted a positive whole number',
  );
  expect(() => parseEvaluateOptions(['--data', 'a', '--dta', 'b'])).toThrow('--dta');
  expect(() => parseEvaluateOptions(['--data', 'a', '--card', 'heads.md'])).toThrow(
    '--card: got heads.md, wanted a file NAME.card.md',
  );
  expect(() => parseEvaluateOptions(['--data', 'a', '--backbone', 'nanodet-g+resnet'])).toThrow('got resnet');
});
