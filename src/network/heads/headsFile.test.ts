import { expect, test } from 'vitest';
import { type WeightsFile, writeSafetensors } from '../../base/weights/safetensors.ts';
import { randomHeads, TINY_HEADS } from '../fixtures/randomHeads.ts';
import { readHeadsFile } from './headsFile.ts';

const weights = randomHeads(TINY_HEADS, 1);
const written = (file: WeightsFile): ArrayBuffer => writeSafetensors(file, 'F32');
/** The file with one field of the metadata changed, or left out. */
function withField(name: string, text: string | undefined): ArrayBuffer {
  const { [name]: _, ...rest } = weights.metadata;
  return written({ tensors: weights.tensors, metadata: text === undefined ? rest : { ...rest, [name]: text } });
}

test('what was written is read back: the description and every tensor', () => {
  const read = readHeadsFile(written(weights));
  expect(read.description).toEqual(TINY_HEADS);
  expect([...read.weights.tensors]).toEqual([...weights.tensors]);
});

test('the version changes with a weight and with the description', () => {
  const { version } = readHeadsFile(written(weights));
  expect(version).toMatch(/^heads#[0-9a-f]{8}$/);
  expect(readHeadsFile(written(randomHeads(TINY_HEADS, 2))).version).not.toBe(version);
  expect(readHeadsFile(withField('maxProposals', '11')).version).not.toBe(version);
});

test.each([
  'backbone',
  'categories',
  'taps',
  'detectorClasses',
  'hidden',
  'groupWidth',
  'semanticHidden',
  'bitsPerCategory',
  'maxProposals',
  'poolTemperature',
])('metadata without %s is refused', (name) => {
  expect(() => readHeadsFile(withField(name, undefined))).toThrow(`readHeadsFile: the metadata lacks ${name}`);
});

test.each([
  ['backbone', '7', 'readHeadsFile: got backbone = 7, wanted a name'],
  ['backbone', 'tiny', 'readHeadsFile: got backbone = tiny, wanted JSON'],
  ['categories', '["bird", 3]', 'readHeadsFile: got categories = ["bird",3], wanted a list of names'],
  ['taps', '"fine"', 'readHeadsFile: got taps = "fine", wanted a list'],
  [
    'taps',
    '[{"tap": "fine", "levels": [1]}]',
    'readHeadsFile: got a tap {"tap":"fine","levels":[1]}, wanted { tap, channels, levels }',
  ],
  ['taps', '[{"tap": "fine", "channels": 3, "levels": ["one"]}]', 'wanted { tap, channels, levels }'],
  ['detectorClasses', '-1', 'readHeadsFile: got detectorClasses = -1, wanted a whole number from 0'],
  ['poolTemperature', '-0.5', 'readHeadsFile: got poolTemperature = -0.5, wanted a number from 0'],
  ['hidden', '0', 'readHeadsFile: got hidden = 0, wanted a positive whole number'],
  ['bitsPerCategory', '9.5', 'readHeadsFile: got bitsPerCategory = 9.5, wanted a positive whole number'],
])('%s = %s is refused', (name, text, message) => {
  expect(() => readHeadsFile(withField(name, text))).toThrow(message);
});
