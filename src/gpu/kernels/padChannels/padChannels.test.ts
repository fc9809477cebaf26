import { expect, test } from 'vitest';
import { testOnEachBackend } from '../../../tools/onEachBackend.ts';
import { type Tensor4D, zeros } from '../../tfjs/tfjs.ts';
import { padChannelsCases } from './padChannels.cases.ts';
import { padChannelsReference } from './padChannels.reference.ts';
import { padChannels } from './padChannels.ts';

testOnEachBackend(padChannelsCases);

test('two cells of three channels become two of four', () => {
  expect([...padChannelsReference(Float32Array.of(1, 2, 3, 4, 5, 6), 3, 4)]).toEqual([1, 2, 3, 0, 4, 5, 6, 0]);
});

test('fewer channels than there are, and no multiple of four, are refused', () => {
  expect(() => padChannels(zeros([1, 2, 2, 5]) as Tensor4D, 4)).toThrow('padChannels: got 4 channels for 5');
  expect(() => padChannels(zeros([1, 2, 2, 5]) as Tensor4D, 6)).toThrow(
    'padChannels: got 6 channels for 5, wanted a multiple of 4',
  );
  expect(() => padChannels(zeros([1, 0, 2, 5]) as Tensor4D, 8)).toThrow('padChannels: got [1, 0, 2, 5]');
});
