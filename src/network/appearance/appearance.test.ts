import * as tf from '../../gpu/tfjs/tfjs.ts';
import '../../gpu/tfjs/wasmBackend.ts';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type UnitBoxes, unitBoxes } from '../../base/image/box.ts';
import { writeSafetensors } from '../../base/weights/safetensors.ts';
import { hammingDistance } from '../../codes/hammingDistance.ts';
import { requestAdapter } from '../../gpu/device/adapter.ts';
import { type OwnedDevice, openDevice } from '../../gpu/device/device.ts';
import { hashLayerReference } from '../../gpu/kernels/hashLayer/hashLayer.reference.ts';
import { randomValues } from '../../gpu/kernels/kernelCase.ts';
import { nodeGpu } from '../../tools/dawn.ts';
import { randomAppearance, TINY_APPEARANCE } from '../fixtures/randomAppearance.ts';
import { createAppearance } from './appearance.ts';
import { readAppearanceFile } from './appearanceFile.ts';
import { regionMeansReference } from './regionMeans.reference.ts';

const { missing } = await nodeGpu();
const file = readAppearanceFile(writeSafetensors(randomAppearance(TINY_APPEARANCE, 3), 'F32'));
const boxes = unitBoxes(Float32Array.of(0, 0, 1, 1, 0, 0, 0.5, 0.6, 0.3, 0.2, 1, 1, 0.4, 0.4, 0.6, 0.6));
const WINNERS = [2, 0, 3];
const SHAPES = { fine: [6, 8, 3], coarse: [3, 4, 5] } as const;
const values = { fine: randomValues(144, 4), coarse: randomValues(60, 5) };

interface Codes {
  readonly photo: Uint32Array;
  readonly regions: Uint32Array;
}

/** By plain loops. */
function expectedCodes(): Codes {
  const code = (part: 'photo' | 'region', bits: number, boxes: number[][]): Uint32Array => {
    const weight = file.weights.tensors.get(`${part}.weight`)!.values;
    const bias = file.weights.tensors.get(`${part}.bias`)!.values;
    const features = boxes.flatMap((box) =>
      (['fine', 'coarse'] as const).flatMap((tap) => {
        const [h, w, d] = SHAPES[tap];
        return [...regionMeansReference(values[tap], h, w, d, Float32Array.from(box))];
      }),
    );
    return Uint32Array.from(
      hashLayerReference(Float32Array.from(features), weight, bias, boxes.length, 8, bits, false),
    );
  };
  const box = (n: number): number[] => [...boxes.subarray(n * 4, n * 4 + 4)];
  return { photo: code('photo', 128, [box(0)]), regions: code('region', 64, WINNERS.map(box)) };
}

async function codesOf(looked: UnitBoxes, winners: readonly number[]): Promise<Codes> {
  const before = tf.memory().numTensors;
  const appearance = createAppearance(file);
  const maps = {
    fine: tf.tensor3d(values.fine, [...SHAPES.fine]),
    coarse: tf.tensor3d(values.coarse, [...SHAPES.coarse]),
  };
  const winning = tf.tensor1d([...winners], 'int32');
  const { photo, regions } = appearance.codes(maps, looked, winning);
  const codes = { photo: Uint32Array.from(await photo.data()), regions: Uint32Array.from(await regions.data()) };
  tf.dispose([photo, regions, maps, winning]);
  appearance.dispose();
  expect(tf.memory().numTensors).toBe(before);
  return codes;
}

function expectPlain({ photo, regions }: Codes): void {
  const wanted = expectedCodes();
  expect([photo.length, regions.length]).toEqual([4, 2 * WINNERS.length]);
  // A sum in another order flips a bit only where it stood on the edge.
  expect(hammingDistance(photo, 0, wanted.photo, 0, 4)).toBeLessThanOrEqual(1);
  for (let c = 0; c < WINNERS.length; c++)
    expect(hammingDistance(regions, c * 2, wanted.regions, c * 2, 2)).toBeLessThanOrEqual(1);
}

describe.each(['cpu', 'wasm'])('on %s', (backend) => {
  beforeAll(async () => {
    await tf.setBackend(backend);
  });

  test('the codes are those of plain loops', async () => {
    expectPlain(await codesOf(boxes, WINNERS));
  });

  test("a region's code is its own, whoever else won, and the photo's does not know the winners", async () => {
    const codes = await codesOf(boxes, WINNERS);
    const turned = await codesOf(boxes, WINNERS.toReversed());
    expect(turned.photo).toEqual(codes.photo);
    expect(turned.regions.subarray(4, 6)).toEqual(codes.regions.subarray(0, 2));
  });

  test('what is looked for in a region describes that region in the place of the photo', async () => {
    const region = unitBoxes(boxes.slice(4, 8));
    expect((await codesOf(region, [0])).photo).not.toEqual((await codesOf(boxes, [0])).photo);
  });
});

describe.skipIf(missing !== null)(`on webgpu${missing === null ? '' : ` (skipped: ${missing})`}`, () => {
  let owned: OwnedDevice;
  beforeAll(async () => {
    owned = await openDevice(await requestAdapter());
    await tf.setBackend('webgpu');
  }, 180_000);
  afterAll(async () => {
    await tf.setBackend('cpu');
    owned.destroy();
  });

  test('the codes are those of plain loops', async () => expectPlain(await codesOf(boxes, WINNERS)), 180_000);
});

test('a map that is missing or has other channels is named', async () => {
  await tf.setBackend('cpu');
  const appearance = createAppearance(file);
  const winners = tf.tensor1d([0], 'int32');
  const fine = tf.zeros<tf.Rank.R3>([6, 8, 3]);
  expect(() => appearance.codes({ fine }, boxes, winners)).toThrow('got no map for tap coarse, wanted 5 channels');
  expect(() => appearance.codes({ fine, coarse: fine }, boxes, winners)).toThrow('got 3 channels for tap coarse');
  tf.dispose([fine, winners]);
  appearance.dispose();
});
