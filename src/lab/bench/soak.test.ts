import { expect, test } from 'vitest';
import { growth, type SoakSample } from './soak.ts';

const flat: SoakSample = { photos: 50, tensors: 70, tensorBytes: 1e7, gpuBytes: 0, heapBytes: 5e7, residentBytes: 2e8 };

test('memory that comes and goes is flat; one tensor more is a leak', () => {
  expect(growth([flat, { ...flat, photos: 100, heapBytes: 6e7 }])).toBeNull();
  expect(growth([flat, { ...flat, photos: 100, tensors: 71 }])).toBe(
    'tensors grew by 1 from photo 50 to photo 100, allowed 0',
  );
  expect(growth([flat, { ...flat, photos: 900, heapBytes: 2e8 }])).toContain('heapBytes grew by 150000000');
});

test('one sample tells nothing', () => {
  expect(() => growth([flat])).toThrow('growth: got 1 samples, wanted at least two');
});
