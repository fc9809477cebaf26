import { readFileSync } from 'node:fs';
import * as tf from '../../gpu/tfjs/tfjs.ts';
import '../../gpu/tfjs/wasmBackend.ts';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { readSafetensors, type WeightsFile } from '../../base/weights/safetensors.ts';
import { type Backbone, createBackbone, loadBackbone } from './backbone.ts';
import type { GoldenActivations } from './fixtures/goldenActivations.ts';
import { SYNTHETIC_SEED, syntheticImage } from './fixtures/syntheticImage.ts';
import { NANODET_G } from './nanodetG.ts';

const golden = JSON.parse(
  readFileSync(new URL('./fixtures/nanodet-g.golden.json', import.meta.url), 'utf8'),
) as GoldenActivations;
const file = readFileSync('public/models/nanodet-g.safetensors');
const weights = readSafetensors(new Uint8Array(file).buffer);
let backbone: Backbone;

beforeAll(async () => {
  await tf.setBackend('wasm');
  backbone = createBackbone(NANODET_G, weights);
});

afterAll(() => backbone.dispose());

function withTensor(name: string, shape: number[] | null): WeightsFile {
  const tensors = new Map(weights.tensors);
  if (shape === null) tensors.delete(name);
  else tensors.set(name, { shape, values: new Float32Array(shape.reduce((a, b) => a * b, 1)) });
  return { tensors, metadata: weights.metadata };
}

test('every tap gives what the stored graph gave, to a ten-thousandth', () => {
  const maps = backbone.run(syntheticImage(416, 416, SYNTHETIC_SEED), NANODET_G.taps);
  expect(Object.keys(golden)).toEqual([...NANODET_G.taps]);
  for (const [tap, { shape, mean, meanAbsolute, samples }] of Object.entries(golden)) {
    expect(maps[tap]!.shape, tap).toEqual(shape);
    const values = maps[tap]!.dataSync<'float32'>();
    const step = values.length / samples.length;
    const largest = samples.reduce(
      (worst, sample, k) => Math.max(worst, Math.abs(sample - values[Math.floor(k * step)]!)),
      0,
    );
    // The stored graph's sums run in the same order of channels but not of rows; float32 alone gives about 1e-5 here.
    expect(largest, tap).toBeLessThan(1e-4);
    expect(Math.abs(values.reduce((a, b) => a + b, 0) / values.length - mean), tap).toBeLessThan(1e-4);
    expect(Math.abs(values.reduce((a, b) => a + Math.abs(b), 0) / values.length - meanAbsolute), tap).toBeLessThan(
      1e-4,
    );
  }
  tf.dispose(maps);
});

test('a photo of any size and aspect gives maps that cover it exactly', () => {
  const sizes = [
    [384, 288, 10, 13],
    [288, 384, 13, 10],
    [1, 1, 13, 13],
    [2000, 3, 1, 13],
    [500, 333, 9, 13],
  ] as const;
  for (const [width, height, rows, columns] of sizes) {
    const { stride8, pan32, scores16 } = backbone.run(syntheticImage(width, height, 1), [
      'stride8',
      'pan32',
      'scores16',
    ]);
    expect(stride8.shape).toEqual([rows * 4, columns * 4, 128]);
    expect(scores16.shape).toEqual([rows * 2, columns * 2, 80]);
    expect(pan32.shape).toEqual([rows, columns, 128]);
    tf.dispose([stride8, pan32, scores16]);
  }
});

test('maps are the same whichever other taps are asked for', () => {
  const image = syntheticImage(320, 416, 2);
  const alone = backbone.run(image, ['stride16']).stride16;
  const together = backbone.run(image, ['boxes8', 'stride16', 'stride8']);
  expect(together.stride16.dataSync()).toEqual(alone.dataSync());
  tf.dispose([alone, together]);
});

test('a run leaves the taps and nothing else', () => {
  const before = tf.memory().numTensors;
  const maps = backbone.run(syntheticImage(64, 64, 3), ['stride32', 'pan8']);
  expect(tf.memory().numTensors).toBe(before + 2);
  tf.dispose(maps);
  const another = createBackbone(NANODET_G, weights);
  another.dispose();
  expect(tf.memory().numTensors).toBe(before);
});

test('the version tells weights and input sides apart', () => {
  const tensors = new Map(weights.tensors);
  const bias = tensors.get('stem.bias')!;
  tensors.set('stem.bias', { shape: bias.shape, values: bias.values.map((value) => value + 1) });
  const versions = [
    createBackbone(NANODET_G, weights, 512),
    createBackbone(NANODET_G, { ...weights, tensors }),
    createBackbone(NANODET_G, weights),
  ].map((other) => {
    other.dispose();
    return other.version;
  });
  expect(versions[2]).toBe(backbone.version);
  expect(new Set(versions).size).toBe(3);
  expect(backbone.version).toMatch(/^nanodet-g@416#[0-9a-f]{8}$/);
});

test('it loads from the file named after the description', async () => {
  const asked: string[] = [];
  const loaded = await loadBackbone(NANODET_G, async (name) => {
    asked.push(name);
    return new Uint8Array(file).buffer;
  });
  expect(asked).toEqual(['nanodet-g.safetensors']);
  expect(loaded.channels('pan8')).toBe(128);
  loaded.dispose();
});

test('a missing or misshapen tensor is named', () => {
  expect(() => createBackbone(NANODET_G, withTensor('stride16.entry.weight', null))).toThrow(
    'nanodet-g: tensor stride16.entry.weight is missing, wanted [3, 3, 128, 128]',
  );
  expect(() => createBackbone(NANODET_G, withTensor('scores8.bias', [124]))).toThrow(
    'nanodet-g: tensor scores8.bias is [124], wanted [80]',
  );
});

test('an unknown tap and an input side off the grid are refused', () => {
  expect(() => backbone.run(syntheticImage(32, 32, 1), ['stride64'])).toThrow(
    'nanodet-g: got tap stride64, wanted one of stride8,',
  );
  expect(() => backbone.channels('stem')).toThrow('got tap stem');
  const odd = createBackbone(NANODET_G, weights, 400);
  expect(() => odd.run(syntheticImage(32, 32, 1), ['stride8'])).toThrow(
    'got an input side of 400, wanted a positive multiple of 32',
  );
  odd.dispose();
});
