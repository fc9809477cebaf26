import { readFileSync } from 'node:fs';
import * as tf from '../gpu/tfjs/tfjs.ts';
import '../gpu/tfjs/wasmBackend.ts';
import { expect, test } from 'vitest';
import { writeSafetensors } from '../base/weights/safetensors.ts';
import { loadProposer } from '../proposals/loadProposer.ts';
import { workingImage } from '../proposals/workingImage.ts';
import { syntheticImage } from './backbone/fixtures/syntheticImage.ts';
import { createNetwork } from './createNetwork.ts';
import { randomAppearance, TINY_APPEARANCE } from './fixtures/randomAppearance.ts';
import { randomHeads, TINY_HEADS } from './fixtures/randomHeads.ts';
import { APPEARANCE_FILE, HEADS_FILE, VOCABULARY_FILE } from './shippedFiles.ts';

const heads = writeSafetensors(
  randomHeads(
    {
      ...TINY_HEADS,
      backbone: 'nanodet-g',
      taps: [
        { tap: 'stride16', channels: 256, levels: [1] },
        { tap: 'stride32', channels: 512, levels: [1] },
      ],
    },
    5,
  ),
  'F16',
);

/** The shipped backbone and ranking of proposals, with heads of this test. */
async function load(name: string): Promise<ArrayBuffer> {
  return name === HEADS_FILE ? heads : new Uint8Array(readFileSync(`public/models/${name}`)).buffer;
}

test('from pixels to packed bits on real parts: with proposals given or found, in a region, without a leak', async () => {
  await tf.setBackend('wasm');
  const before = tf.memory().numTensors;
  const network = await createNetwork(load);
  expect(network.categories).toEqual(TINY_HEADS.categories.map((name) => ({ name, gate: 0.5 })));
  expect(network.version).toMatch(/nanodet-g\S* geodesic#[0-9a-f]{8} heads#[0-9a-f]{8} appearance#[0-9a-f]{8}$/);
  const loaded = tf.memory().numTensors;

  const image = syntheticImage(200, 150, 7);
  const { analysis, times } = await network.analyse(image);
  expect([...analysis.boxes.subarray(0, 4)]).toEqual([0, 0, 1, 1]);
  expect(analysis.objectness).toHaveLength(1 + TINY_HEADS.maxProposals);
  expect(analysis.boxes).toHaveLength(4 * analysis.objectness.length);
  expect(analysis.proposalProbabilities).toHaveLength(3 * analysis.objectness.length);
  expect(analysis.appearance).toHaveLength(4);
  expect(analysis.regionAppearance).toHaveLength(3 * 2);
  expect(analysis.vectors?.version).toBe(network.vectors?.version);
  expect(analysis.vectors?.boxes.subarray(0, 4)).toEqual(Uint8Array.of(0, 0, 255, 255));
  expect(analysis.vectors?.vectors.length).toBe(16 * analysis.vectors!.boxes.length);
  expect(Object.values(times).every((ms) => ms >= 0)).toBe(true);

  const { proposer } = await loadProposer(load);
  const proposals = proposer.propose(workingImage(image));
  expect((await network.analyse(image, { proposals })).analysis).toEqual(analysis);

  const within = [0, 0, 0.5, 1] as const;
  const part = (await network.analyse(image, { proposals, within })).analysis;
  expect([...part.boxes.subarray(0, 4)]).toEqual([...within]);
  expect(part.appearance).not.toEqual(analysis.appearance);
  await expect(network.analyse(image, { proposals, within: [1, 0, 1, 1] })).rejects.toThrow(
    'hypothesesOf: got the region [1, 0, 1, 1]',
  );

  expect(tf.memory().numTensors).toBe(loaded);
  // Of a picture that is named the maps stay, and its next region is analysed on them.
  const named = { proposals, within, keepAs: 'picture' };
  expect((await network.analyse(image, { ...named, within: [0, 0, 1, 1] })).analysis).toEqual(analysis);
  const kept = tf.memory().numTensors;
  expect(kept).toBeGreaterThan(loaded);
  expect((await network.analyse(image, named)).analysis).toEqual(part);
  expect((await network.analyse(syntheticImage(200, 150, 8), named)).analysis).toEqual(part);
  await expect(network.analyse(image, { ...named, signal: AbortSignal.abort() })).rejects.toThrow();
  expect(tf.memory().numTensors).toBe(kept);
  const other = await network.analyse(syntheticImage(200, 150, 8), { ...named, keepAs: 'another' });
  expect(other.analysis).not.toEqual(part);
  expect(tf.memory().numTensors).toBe(kept);

  network.dispose();
  expect(tf.memory().numTensors).toBe(before);
}, 120_000);

test('where a part does not load, nothing of the others stays on the backend', async () => {
  await tf.setBackend('wasm');
  const before = tf.memory().numTensors;
  await expect(
    createNetwork(async (name) => {
      if (name === 'proposals.safetensors') throw new Error('no such file');
      return load(name);
    }),
  ).rejects.toThrow('no such file');
  const bent = randomHeads({ ...TINY_HEADS, backbone: 'nanodet-g' }, 5);
  const tensors = new Map(bent.tensors);
  tensors.delete('trunk.bias');
  await expect(
    createNetwork(async (name) => (name === HEADS_FILE ? writeSafetensors({ ...bent, tensors }, 'F32') : load(name))),
  ).rejects.toThrow('trunk.bias');
  expect(tf.memory().numTensors).toBe(before);
});

test('layers of the appearance codes for another backbone are refused, and nothing stays on the backend', async () => {
  await tf.setBackend('wasm');
  const before = tf.memory().numTensors;
  const other = writeSafetensors(randomAppearance(TINY_APPEARANCE, 5), 'F16');
  await expect(createNetwork(async (name) => (name === APPEARANCE_FILE ? other : load(name)))).rejects.toThrow(
    'appearance.safetensors was fitted to tiny, wanted nanodet-g, the backbone of heads-voc20.safetensors',
  );
  expect(tf.memory().numTensors).toBe(before);
});

test('the shipped heads and layers of the appearance codes were trained on the shipped backbone', async () => {
  await tf.setBackend('wasm');
  const shipped = await createNetwork(async (name) => new Uint8Array(readFileSync(`public/models/${name}`)).buffer);
  const trainedOn = (name: string): unknown =>
    JSON.parse(readFileSync(`public/models/${name}.provenance.json`, 'utf8')).backbone;
  const [backbone] = shipped.version.split(' ');
  expect(trainedOn('heads-voc20')).toBe(backbone);
  // One of the joined backbones is enough for looks.
  expect(backbone!.split('+')).toContain(trainedOn('appearance'));
  shipped.dispose();
});

test('heads for a backbone that is not known are refused', async () => {
  const other = writeSafetensors(randomHeads(TINY_HEADS, 5), 'F32');
  await expect(createNetwork(async () => other)).rejects.toThrow('tiny');
});

test('heads of two backbones read the maps of both, and their version names both', async () => {
  await tf.setBackend('wasm');
  const before = tf.memory().numTensors;
  const description = {
    ...TINY_HEADS,
    backbone: 'nanodet-g+ssd-mobilenetv2',
    taps: [
      { tap: 'stride32', channels: 512, levels: [1] },
      { tap: 'mobile32', channels: 320, levels: [1] },
    ],
  };
  const joined = writeSafetensors(randomHeads(description, 5), 'F16');
  const network = await createNetwork(async (name) => (name === HEADS_FILE ? joined : load(name)));
  expect(network.version).toMatch(/^nanodet-g@416\S*\+ssd-mobilenetv2@320#[0-9a-f]{8} geodesic/);
  const loaded = tf.memory().numTensors;
  const image = syntheticImage(200, 150, 7);
  const { analysis } = await network.analyse(image);
  expect(analysis.probabilities.every((p) => p > 0 && p < 1)).toBe(true);
  expect(tf.memory().numTensors).toBe(loaded);
  network.dispose();
  expect(tf.memory().numTensors).toBe(before);

  const strange = writeSafetensors(randomHeads({ ...description, backbone: 'nanodet-g+resnet' }, 5), 'F16');
  await expect(createNetwork(async (name) => (name === HEADS_FILE ? strange : load(name)))).rejects.toThrow(
    'backboneNamed: got resnet',
  );
});

test('the twenty trained categories have the numbers that they have without the others, bit for bit', async () => {
  await tf.setBackend('wasm');
  const shipped = async (name: string) => new Uint8Array(readFileSync(`public/models/${name}`)).buffer;
  const none = (file: ArrayBuffer): ArrayBuffer =>
    new Uint8Array(
      new TextEncoder().encode(JSON.stringify({ ...JSON.parse(new TextDecoder().decode(file)), detected: [] })),
    ).buffer;
  const eighty = await createNetwork(shipped);
  const twenty = await createNetwork(async (name) =>
    name === VOCABULARY_FILE ? none(await shipped(name)) : shipped(name),
  );
  expect(twenty.categories).toEqual(eighty.categories.slice(0, 20));
  expect(eighty.categories.slice(20).every(({ basis, group }) => basis === 'detected' && group !== undefined)).toBe(
    true,
  );
  expect(eighty.categories).toHaveLength(80);
  expect(twenty.version).not.toBe(eighty.version);
  const image = syntheticImage(300, 200, 9);
  const [before, after] = [(await twenty.analyse(image)).analysis, (await eighty.analyse(image)).analysis];
  expect(after.probabilities.slice(0, 20)).toEqual(before.probabilities);
  expect(after.winners.slice(0, 20)).toEqual(before.winners);
  expect(after.categoryCodes.slice(0, before.categoryCodes.length)).toEqual(before.categoryCodes);
  expect(after.regionAppearance.slice(0, before.regionAppearance.length)).toEqual(before.regionAppearance);
  expect(after.semanticCodes).toEqual(before.semanticCodes);
  expect(after.appearance).toEqual(before.appearance);
  expect(after.proposalProbabilities.filter((_, i) => i % 80 < 20)).toEqual(before.proposalProbabilities);
  eighty.dispose();
  twenty.dispose();
}, 120_000);

test('a vocabulary of another detection head is refused', async () => {
  await tf.setBackend('wasm');
  const before = tf.memory().numTensors;
  const other = new Uint8Array(
    new TextEncoder().encode(readFileSync(`public/models/${VOCABULARY_FILE}`, 'utf8').replace('nanodet-g', 'another')),
  ).buffer;
  await expect(
    createNetwork(async (name) =>
      name === VOCABULARY_FILE ? other : new Uint8Array(readFileSync(`public/models/${name}`)).buffer,
    ),
  ).rejects.toThrow('vocabulary.json is of another with 80 classes, wanted nanodet-g or ssd-mobilenetv2 with 80');
  expect(tf.memory().numTensors).toBe(before);
});
