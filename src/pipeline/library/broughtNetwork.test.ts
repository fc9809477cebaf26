import 'fake-indexeddb/auto';
import { expect, test } from 'vitest';
import { readSafetensors, writeSafetensors } from '../../base/weights/safetensors.ts';
import { Connection } from '../../gallery/connection.ts';
import { Gallery } from '../../gallery/gallery.ts';
import { backboneVersion } from '../../network/backbone/backbone.ts';
import { weightShapes } from '../../network/backbone/backboneDescription.ts';
import { GOOGLENET } from '../../network/backbone/googlenet.ts';
import type { PipelineChange } from '../api/changes.ts';
import { NETWORKS } from '../api/pipeline.ts';
import { BroughtNetwork } from './broughtNetwork.ts';
import { OwnHeads } from './ownHeads.ts';

const [STANDARD, WITH_GOOGLENET] = NETWORKS;
/** GoogLeNet's weights under Caffe's names, all the same small number. */
function googlenet(value: number): Blob {
  const tensors = new Map(
    [...weightShapes(GOOGLENET)].map(([name, shape]) => {
      const [rows = 0, columns = 0, channelsIn = 0, channels = 0] = shape;
      const layer = name
        .replace(/^conv1\./, 'conv1/7x7_s2.')
        .replace(/^conv2_reduce\./, 'conv2/3x3_reduce.')
        .replace(/^conv2\./, 'conv2/3x3.')
        .replace(/^(inception_..)\./, '$1/');
      const stored = shape.length === 4 ? [channels, channelsIn, rows, columns] : [...shape];
      const size = stored.reduce((product, side) => product * side, 1);
      return [layer, { shape: stored, values: new Float32Array(size).fill(value) }] as const;
    }),
  );
  return new Blob([writeSafetensors({ tensors, metadata: {} }, 'F32')]);
}

function broughtNetwork(name: string, wanted: string) {
  const told: PipelineChange[] = [];
  const gallery = new Gallery(new Connection(() => {}, name));
  const brought = new BroughtNetwork({
    gallery,
    own: new OwnHeads({ heads: gallery.heads, wantedVersion: () => Promise.resolve(wanted) }),
    tell: (change) => told.push(change),
    wantedVersion: () => Promise.resolve(wanted),
  });
  return { brought, told, gallery };
}

/** The version in which a network names the weights of `googlenet(value)`. */
function versionOf(value: number): string {
  const tensors = new Map(
    [...weightShapes(GOOGLENET)].map(([name, shape]) => {
      const size = shape.reduce((product, side) => product * side, 1);
      return [name, { shape, values: new Float32Array(size).fill(value) }] as const;
    }),
  );
  const read = readSafetensors(writeSafetensors({ tensors, metadata: {} }, 'F16'));
  return `nanodet-g@416#12345678+${backboneVersion(GOOGLENET, read, GOOGLENET.inputSide)} heads#12345678`;
}

test('at first the network that the page comes with is in use, and another needs its weights', async () => {
  const { brought, told } = broughtNetwork('first', '');
  expect(await brought.load()).toBe(STANDARD);
  expect(told).toEqual([{ kind: 'network', network: { inUse: STANDARD, chosen: STANDARD, brought: null, own: [] } }]);
  await expect(brought.choose(WITH_GOOGLENET)).rejects.toThrow('needs GoogLeNet’s weights');
});

test('weights that the heads were trained on are kept, chosen, in use at the next start, and taken back', async () => {
  const { brought, told, gallery } = broughtNetwork('kept', versionOf(0.5));
  await brought.load();
  await brought.keep(googlenet(0.5), 'bvlc_googlenet.caffemodel');
  await brought.choose(WITH_GOOGLENET);
  const kept = { file: 'bvlc_googlenet.caffemodel', bytes: expect.any(Number) };
  expect(told.at(-1)).toEqual({
    kind: 'network',
    network: { inUse: STANDARD, chosen: WITH_GOOGLENET, brought: kept, own: [] },
  });

  const next = new BroughtNetwork({
    gallery,
    own: new OwnHeads({ heads: gallery.heads, wantedVersion: async () => '' }),
    tell: (change) => told.push(change),
    wantedVersion: async () => '',
  });
  expect(await next.load()).toBe(WITH_GOOGLENET);
  expect(readSafetensors(await next.weights()).tensors.get('conv1.bias')?.values[0]).toBe(0.5);
  // Photos go, weights stay.
  await gallery.removeAll();
  expect(await next.load()).toBe(WITH_GOOGLENET);

  await next.remove();
  expect(told.at(-1)).toMatchObject({ network: { inUse: WITH_GOOGLENET, chosen: STANDARD, brought: null, own: [] } });
  expect(await next.load()).toBe(STANDARD);
  await expect(next.weights()).rejects.toThrow('no longer in this browser');
});

test.each([
  ['of another training', googlenet(0.25), 'not those that Facet was taught with'],
  ['that are not finite', googlenet(Number.NaN), 'wanted finite numbers'],
  ['of no network', new Blob(['a text']), 'mine.bin is not a file of weights'],
])('weights %s are refused for a person to read, and nothing is kept', async (what, file, reason) => {
  const { brought, gallery } = broughtNetwork(what, versionOf(0.5));
  await brought.load();
  const refused = await brought.keep(file, 'mine.bin').then(
    () => '',
    (error: Error) => error.message,
  );
  expect(refused).toContain(reason);
  expect(refused).toMatch(/^mine\.bin /);
  expect(refused).not.toMatch(/importGoogLeNet|readWeights|backboneNamed/);
  expect(await gallery.weights('googlenet')).toBeUndefined();
});
