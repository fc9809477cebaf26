import { expect, test } from 'vitest';
import { INPUT, type Convolution, type Layer } from './backboneDescription.ts';
import { GOOGLENET } from './googlenet.ts';
import { NANODET_G } from './nanodetG.ts';
import { sharedJoins } from './sharedJoins.ts';

function convolution(name: string, from: string, channels = 8): Convolution {
  return { kind: 'convolution', name, from, kernel: 1, stride: 1, padding: [0, 0], channels, activation: 'relu' };
}

function join(name: string, ...from: string[]): Layer {
  return { kind: 'concat', name, from };
}

test('convolutions that are joined stand behind one another in the joined map', () => {
  const slices = sharedJoins([convolution('a', INPUT), convolution('b', INPUT, 12), join('ab', 'b', 'a')]);
  expect([...slices]).toEqual([['b', { join: 'ab', offset: 0, depth: 20 }], ['a', { join: 'ab', offset: 12, depth: 20 }]]);
});

test('what reads its neighbour, is read later or asked for, joined twice or no convolution is copied as before', () => {
  const [a, b] = [convolution('a', INPUT), convolution('b', INPUT)];
  expect(sharedJoins([a, convolution('b', 'a'), join('ab', 'a', 'b')]).size).toBe(0);
  expect(sharedJoins([a, b, join('ab', 'a', 'b'), convolution('c', 'a')]).size).toBe(0);
  expect(sharedJoins([a, b, join('ab', 'a', 'b')], ['b']).size).toBe(0);
  expect(sharedJoins([a, join('aa', 'a', 'a')]).size).toBe(0);
  expect(sharedJoins([a, convolution('b', INPUT, 6), join('ab', 'a', 'b')]).size).toBe(0);
  expect(sharedJoins([a, { kind: 'upsample', name: 'u', from: INPUT, factor: 1 }, join('au', 'a', 'u')]).size).toBe(0);
});

test('the stages of NanoDet-g and every inception module of GoogLeNet are joined without copies', () => {
  const joinsOf = (layers: readonly Layer[]): string[] => [...new Set([...sharedJoins(layers).values()].map((slice) => slice.join))];
  expect(joinsOf(NANODET_G.layers)).toEqual(['stride4', 'stride8', 'stride16', 'stride32']);
  expect(joinsOf(GOOGLENET.layers)).toHaveLength(9);
});
