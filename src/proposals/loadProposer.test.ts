import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { rgbImage } from '../base/image/rgbImage.ts';
import { loadProposer, PROPOSALS_FILE } from './loadProposer.ts';

const shipped = new Uint8Array(readFileSync(`public/models/${PROPOSALS_FILE}`)).buffer;

test('the shipped ranking loads, proposes, and its version names the method and the numbers', async () => {
  const { proposer, version } = await loadProposer(async (name) => {
    expect(name).toBe(PROPOSALS_FILE);
    return shipped;
  });
  expect(version).toMatch(/^geodesic#[0-9a-f]{8}$/);
  const noise = Uint8Array.from({ length: 96 * 64 * 3 }, (_, i) => (Math.floor((i % 288) / 96) * 90 + i * 7) & 255);
  const { boxes, scores } = proposer.propose(rgbImage(96, 64, noise));
  expect(scores.length).toBeGreaterThan(0);
  expect(boxes.length).toBe(scores.length * 4);
});

test('other numbers get another version', async () => {
  const changed = shipped.slice(0);
  new Uint8Array(changed)[changed.byteLength - 1]! ^= 1;
  const { version } = await loadProposer(async () => shipped);
  expect((await loadProposer(async () => changed)).version).not.toBe(version);
});

test('a file that is no safetensors file is refused', async () => {
  await expect(loadProposer(async () => new ArrayBuffer(4))).rejects.toThrow(
    'readSafetensors: got 4 bytes, wanted at least 8',
  );
});
