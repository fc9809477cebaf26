import { tensor4d } from '../../tfjs/tfjs.ts';
import { EXACT, type KernelCase, type KernelCases, randomValues } from '../kernelCase.ts';
import { padChannelsReference } from './padChannels.reference.ts';
import { padChannels } from './padChannels.ts';

function padding(name: string, shape: [number, number, number, number], channels: number): KernelCase {
  const values = randomValues(
    shape.reduce((product, side) => product * side, 1),
    1,
  );
  return {
    name,
    run: () => [padChannels(tensor4d(values, shape), channels)],
    expected: () => [padChannelsReference(values, shape[3], channels)],
  };
}

export const padChannelsCases: KernelCases = {
  kernel: 'padChannels',
  tolerance: EXACT,
  cases: [
    padding('one number', [1, 1, 1, 1], 4),
    padding('a photo', [1, 9, 13, 3], 4),
    padding('nothing to add', [1, 2, 3, 8], 8),
    padding('5 channels to 12', [2, 3, 4, 5], 12),
    padding('63 cells', [1, 1, 63, 3], 4),
    padding('64 cells', [1, 1, 64, 3], 4),
    padding('65 cells', [1, 1, 65, 3], 4),
  ],
};
