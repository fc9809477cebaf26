import { expect, test } from 'vitest';
import { type Convolution, INPUT, type Layer } from './backboneDescription.ts';
import { GOOGLENET } from './googlenet.ts';
import { NANODET_G } from './nanodetG.ts';
import { sharedJoins } from './sharedJoins.ts';

function convolution(name: string, from: string, channels = 8): Convolution {
  return { kind: 'convolution', name, from, kernel: 1, stride: 1, padding: [0, 0], channels, activation: 'relu' };
}

function join(name: string, ...from: string[]): Layer {
  return { kind: 'concat', name, from };
}

function placesOf(layers: readonly Layer[], taps: readonly string[] = []) {
  const { slices, copies } = sharedJoins(layers, taps);
  return { slices: Object.fromEntries(slices), copies: Object.fromEntries(copies) };
}

test('convolutions that are joined stand behind one another in the joined map', () => {
  expect(placesOf([convolution('a', INPUT), convolution('b', INPUT, 12), join('ab', 'b', 'a')])).toEqual({
    slices: { b: { join: 'ab', offset: 0, depth: 20 }, a: { join: 'ab', offset: 12, depth: 20 } },
    copies: {},
  });
});

test('what its neighbour reads, what is read later or asked for keeps a map of its own and writes twice', () => {
  const [a, b] = [convolution('a', INPUT), convolution('b', INPUT)];
  const first = { join: 'ab', offset: 0, depth: 16 };
  const second = { join: 'ab', offset: 8, depth: 16 };
  expect(placesOf([a, convolution('b', 'a'), join('ab', 'b', 'a')])).toEqual({
    slices: { b: first },
    copies: { a: second },
  });
  expect(placesOf([a, b, join('ab', 'a', 'b'), convolution('c', 'a')])).toEqual({
    slices: { b: second },
    copies: { a: first },
  });
  expect(placesOf([a, b, join('ab', 'a', 'b')], ['b'])).toEqual({ slices: { a: first }, copies: { b: second } });
  // A kernel writes two maps and no third one.
  expect(placesOf([a, b, convolution('c', INPUT), join('ab', 'a', 'b'), join('ac', 'a', 'c')])).toEqual({
    slices: { b: second },
    copies: { a: first },
  });
});

test('what is joined with itself, has channels not in fours or is no convolution is copied as before', () => {
  const a = convolution('a', INPUT);
  const nothing = { slices: {}, copies: {} };
  expect(placesOf([a, join('aa', 'a', 'a')])).toEqual(nothing);
  expect(placesOf([a, convolution('b', INPUT, 6), join('ab', 'a', 'b')])).toEqual(nothing);
  expect(placesOf([a, { kind: 'upsample', name: 'u', from: INPUT, factor: 1 }, join('au', 'a', 'u')])).toEqual(nothing);
});

test('every join of NanoDet-g, within its stages too, and every inception module of GoogLeNet is made without copying', () => {
  const joinsOf = (layers: readonly Layer[]): string[] => {
    const { slices, copies } = sharedJoins(layers);
    return [...new Set([...slices.values(), ...copies.values()].map(({ join: name }) => name))].sort();
  };
  const concatenations = ({ layers }: { readonly layers: readonly Layer[] }): string[] =>
    layers
      .filter(({ kind }) => kind === 'concat')
      .map(({ name }) => name)
      .sort();
  expect(concatenations(NANODET_G)).toHaveLength(12);
  expect(joinsOf(NANODET_G.layers)).toEqual(concatenations(NANODET_G));
  expect(joinsOf(GOOGLENET.layers)).toHaveLength(9);
});
