import { expect, test } from 'vitest';
import { type NamedArray, type WeightsFile, writeSafetensors } from '../../base/weights/safetensors.ts';
import { randomAppearance, TINY_APPEARANCE } from '../fixtures/randomAppearance.ts';
import { readAppearanceFile } from './appearanceFile.ts';

const file = randomAppearance(TINY_APPEARANCE, 3);
const read = (changed: Partial<WeightsFile>) => () =>
  readAppearanceFile(writeSafetensors({ ...file, ...changed }, 'F32'));

function withTensor(name: string, tensor: NamedArray | null): Partial<WeightsFile> {
  const tensors = new Map(file.tensors);
  if (tensor) tensors.set(name, tensor);
  else tensors.delete(name);
  return { tensors };
}

test('what was written is read back, and another number is another version', () => {
  const { description, weights, version } = read({})();
  expect(description).toEqual(TINY_APPEARANCE);
  expect(weights.tensors).toEqual(file.tensors);
  expect(version).toMatch(/^appearance#[0-9a-f]{8}$/);
  const other = withTensor('region.bias', { shape: [64], values: new Float32Array(64) });
  expect(read(other)().version).not.toBe(version);
});

test('a tensor that is missing, has another shape or holds no number is named', () => {
  expect(read(withTensor('photo.bias', null))).toThrow('tensor photo.bias is missing, wanted [128]');
  expect(read(withTensor('region.weight', { shape: [8, 63], values: new Float32Array(8 * 63) }))).toThrow(
    'tensor region.weight is [8, 63], wanted [8, 64]',
  );
  expect(read(withTensor('region.bias', { shape: [64], values: new Float32Array(64).fill(NaN) }))).toThrow(
    'tensor region.bias holds NaN, wanted finite numbers',
  );
});

test('metadata without a backbone or with taps that are none is refused', () => {
  expect(read({ metadata: { taps: '[]' } })).toThrow('the metadata does not name the backbone');
  for (const taps of ['', '[]', '{}', '[{"tap":"a"}]', '[{"tap":"a","channels":0}]', '[{"tap":1,"channels":2}]']) {
    expect(read({ metadata: { backbone: 'tiny', taps } })).toThrow('wanted a list of { tap, channels }');
  }
});
