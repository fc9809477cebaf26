import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import * as tf from '../gpu/tfjs/tfjs.ts';
import { createNetwork } from './createNetwork.ts';
import { APPEARANCE_FILE, appearanceFileOf, DEFAULT_BACKBONE, largeFilesOf, VOCABULARY_FILE } from './shippedFiles.ts';

test('the files that are asked for early are those that the network reads, but the small ones of proposals and vocabulary', async () => {
  await tf.setBackend('cpu');
  const read: string[] = [];
  const network = await createNetwork(async (name) => {
    read.push(name);
    return new Uint8Array(readFileSync(`public/models/${name}`)).buffer;
  });
  network.dispose();
  const small = ['proposals.safetensors', VOCABULARY_FILE];
  expect(read.filter((name) => !small.includes(name)).sort()).toEqual([...largeFilesOf(DEFAULT_BACKBONE)].sort());
});

test('layers of the appearance codes go with any network that has the backbone they were fitted to', () => {
  expect(appearanceFileOf(['nanodet-g'])).toBe(APPEARANCE_FILE);
  expect(appearanceFileOf(['googlenet', 'nanodet-g'])).toBe(APPEARANCE_FILE);
  expect(appearanceFileOf(['googlenet'])).toBe('appearance-googlenet.safetensors');
});
