import * as tf from '../../gpu/tfjs/tfjs.ts';
import '../../gpu/tfjs/wasmBackend.ts';
import { beforeAll, expect, test } from 'vitest';
import { unitBoxes } from '../../base/image/box.ts';
import { writeSafetensors } from '../../base/weights/safetensors.ts';
import { regionFeatures } from '../spp/regionFeatures.ts';
import { createBackbone } from './backbone.ts';
import { type BackboneDescription, INPUT } from './backboneDescription.ts';
import { syntheticImage } from './fixtures/syntheticImage.ts';
import { waves } from './fixtures/waves.ts';
import { joinedBackbone, loadJoinedBackbone } from './joinedBackbone.ts';
import { NANODET_G } from './nanodetG.ts';
import { SSD_MOBILENET_V2 } from './ssdMobilenetV2.ts';

/** One convolution that halves the photo. */
function halving(name: string, inputSide: number, channels: number): BackboneDescription {
  return {
    name,
    input: { order: 'rgb', mean: [0, 0, 0], deviation: [255, 255, 255] },
    inputSide,
    layers: [
      {
        kind: 'convolution',
        name: `${name}.map`,
        from: INPUT,
        kernel: 2,
        stride: 2,
        padding: [0, 0],
        channels,
        activation: 'relu',
      },
    ],
    taps: [`${name}.map`],
  };
}

const [small, large] = [halving('small', 32, 4), halving('large', 64, 8)];
const image = syntheticImage(80, 40, 3);

beforeAll(async () => {
  await tf.setBackend('wasm');
});

test('each part sees the photo at its own side, and its maps are those that it gives by itself', () => {
  const before = tf.memory().numTensors;
  const parts = [small, large].map((description) => createBackbone(description, waves(description)));
  const joined = joinedBackbone(parts);
  expect(joined.version).toBe(`${parts[0]!.version}+${parts[1]!.version}`);
  const maps = joined.run(image, ['large.map', 'small.map']);
  expect(maps['small.map'].shape).toEqual([16, 16, 4]);
  expect(maps['large.map'].shape).toEqual([16, 32, 8]);
  for (const [i, tap] of (['small.map', 'large.map'] as const).entries()) {
    const alone = parts[i]!.run(image, [tap]);
    expect(maps[tap].dataSync()).toEqual(alone[tap].dataSync());
    tf.dispose(alone);
  }
  // What pools regions asks each map alike, whatever its size.
  const regions = regionFeatures(maps, unitBoxes(Float32Array.of(0, 0, 1, 1, 0.5, 0, 1, 0.5)), [
    { tap: 'small.map', channels: 4, levels: [1] },
    { tap: 'large.map', channels: 8, levels: [1, 2] },
  ]);
  expect(regions.shape).toEqual([2, 4 + 8 * 5]);
  tf.dispose([maps, regions]);
  joined.dispose();
  expect(tf.memory().numTensors).toBe(before);
});

test('one backbone joined with nothing is that backbone, and a part of which nothing is asked does not run', () => {
  const [one, other] = [createBackbone(small, waves(small)), createBackbone(large, waves(large))];
  expect(joinedBackbone([one]).version).toBe(one.version);
  const maps = joinedBackbone([one, { ...other, run: () => expect.unreachable() }]).run(image, ['small.map']);
  expect(Object.keys(maps)).toEqual(['small.map']);
  tf.dispose(maps);
  one.dispose();
  other.dispose();
});

test('taps of one name in two parts and taps that no part has are refused', () => {
  const one = createBackbone(small, waves(small));
  expect(() => joinedBackbone([one, one])).toThrow('joinedBackbone: small and small both have a tap small.map');
  expect(() => joinedBackbone([one]).run(image, ['stride16'])).toThrow('got tap stride16, wanted one of small.map');
  one.dispose();
});

test('it loads every part by its name, and what had been loaded is given back where one is missing', async () => {
  const before = tf.memory().numTensors;
  const load = async (name: string): Promise<ArrayBuffer> => {
    const description = [NANODET_G, SSD_MOBILENET_V2].find((one) => name === `${one.name}.safetensors`);
    if (description === undefined) throw new Error(`no ${name}`);
    return writeSafetensors(waves(description), 'F32');
  };
  const joined = await loadJoinedBackbone('nanodet-g+ssd-mobilenetv2', load);
  expect(joined.parts.map(({ inputSide }) => inputSide)).toEqual([416, 320]);
  expect(joined.version).toMatch(/^nanodet-g@416#[0-9a-f]{8}\+ssd-mobilenetv2@320#[0-9a-f]{8}$/);
  joined.dispose();
  await expect(loadJoinedBackbone('nanodet-g+googlenet', load)).rejects.toThrow('no googlenet.safetensors');
  expect(tf.memory().numTensors).toBe(before);
});
