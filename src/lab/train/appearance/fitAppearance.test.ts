import { expect, test } from 'vitest';
import { normalFrom, seededRandom } from '../../../base/seededRandom.ts';
import { readSafetensors, writeSafetensors } from '../../../base/weights/safetensors.ts';
import { hammingDistance } from '../../../codes/hammingDistance.ts';
import { hashLayerReference } from '../../../gpu/kernels/hashLayer/hashLayer.reference.ts';
import { readAppearanceFile } from '../../../network/appearance/appearanceFile.ts';
import { learnDiscriminantItq, type Views } from '../../quantisation/discriminantItq.ts';
import { itqCodes } from '../../quantisation/itq.ts';
import { crossValidated } from './crossValidation.ts';
import { fitAppearance, hashLayerOf } from './fitAppearance.ts';

/** Things that two views show alike but for some noise, about a mean that is large beside them. */
function views(things: number, dimensions: number, noise: number, seed: number): Views {
  const random = seededRandom(seed);
  const rows = Array.from({ length: things }, () => {
    const own = Array.from({ length: dimensions }, (_, d) => d + normalFrom(random));
    return [0, 1].map(() => own.map((x) => x + noise * normalFrom(random)));
  });
  return { features: Float32Array.from(rows.flat(2)), dimensions, views: 2 };
}

test('the layer in float16 gives the bits of the model, whatever the mean', () => {
  const { features, dimensions, ...rest } = views(100, 20, 0.3, 1);
  const model = learnDiscriminantItq({ features, dimensions, ...rest }, 16, { shrinkage: 0.3, strength: 0.75 });
  const { weight, bias } = hashLayerOf(model);
  const stored = readSafetensors(
    writeSafetensors(
      {
        tensors: new Map([
          ['w', weight],
          ['b', bias],
        ]),
        metadata: {},
      },
      'F16',
    ),
  );
  const read = (name: string): Float32Array => stored.tensors.get(name)!.values;
  const codes = hashLayerReference(features, read('w'), read('b'), 200, dimensions, 16, false);
  const wanted = itqCodes(model, features).words;
  const differing = hammingDistance(Uint32Array.from(codes), 0, wanted, 0, wanted.length);
  expect(differing / (200 * 16)).toBeLessThan(0.01);
});

test('the file is one that the network reads', () => {
  const description = { backbone: 'tiny', taps: [{ tap: 'only', channels: 130 }] };
  const file = fitAppearance(description, views(70, 130, 0.3, 1), views(40, 130, 0.3, 2));
  expect(readAppearanceFile(writeSafetensors(file, 'F16')).description).toEqual(description);
}, 120_000);

test('across halves, views that agree find each other and views that have nothing in common do not', () => {
  const options = { shrinkage: 0.3, strength: 0.75 };
  const alike = crossValidated(views(120, 20, 0.1, 3), 16, options);
  expect(alike).toMatchObject({ among: 60, median: 1 });
  expect(alike.first).toBeGreaterThan(0.9);
  const random = seededRandom(5);
  const noise = Float32Array.from({ length: 240 * 20 }, () => normalFrom(random));
  const strangers = crossValidated({ features: noise, dimensions: 20, views: 2 }, 16, options);
  expect(strangers.first).toBeLessThan(0.15);
  expect(strangers.median).toBeGreaterThan(15);
});

test('shares within a distance grow to it, the copies before all others', () => {
  const { within } = crossValidated(views(120, 20, 0.1, 3), 16, { shrinkage: 0.3, strength: 0.75 });
  within.forEach(({ copies, others }, i) => {
    expect(copies).toBeGreaterThanOrEqual(i === 0 ? 0 : within[i - 1]!.copies);
    expect(copies).toBeGreaterThanOrEqual(others);
  });
  expect(within.at(-1)!.distance).toBe(8);
});
