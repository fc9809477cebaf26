import { readFileSync } from 'node:fs';
import * as tf from '../../gpu/tfjs/tfjs.ts';
import '../../gpu/tfjs/wasmBackend.ts';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { unitBoxes } from '../../base/image/box.ts';
import { seededRandom } from '../../base/seededRandom.ts';
import { writeSafetensors } from '../../base/weights/safetensors.ts';
import { VECTORS_FILE } from '../shippedFiles.ts';
import { createBoxVectors } from './boxVectors.ts';
import { distinctRegions, photoVectors, storedVector, unitVectors, VECTORS_KEPT } from './photoVectors.ts';
import { readVectorFile, VECTOR_TENSORS } from './vectorFile.ts';

const [CHANNELS, K] = [3, 2];

function fileOf(seed: number, metadata: Record<string, string> = { backbone: 'nanodet-g', tap: 'stride32' }) {
  const random = seededRandom(seed);
  const numbers = (count: number) => Float32Array.from({ length: count }, () => random() - 0.5);
  const tensors = new Map([
    [VECTOR_TENSORS.weight, { shape: [2 * CHANNELS, K], values: numbers(2 * CHANNELS * K) }],
    [VECTOR_TENSORS.bias, { shape: [K], values: numbers(K) }],
  ]);
  return writeSafetensors({ metadata, tensors }, 'F32');
}

test.each(['wasm', 'cpu'])(
  'on %s a region’s vector is the layer of its means and maxima, cell by cell',
  async (backend) => {
    await tf.setBackend(backend);
    const file = readVectorFile(fileOf(3));
    const vectors = createBoxVectors(file);
    const random = seededRandom(9);
    const [h, w] = [4, 6];
    const values = Float32Array.from({ length: h * w * CHANNELS }, () => random() - 0.3);
    const map = tf.tensor3d(values, [h, w, CHANNELS]);
    const boxes = unitBoxes(Float32Array.of(0, 0, 1, 1, 0.5, 0.25, 1, 0.75));
    const got = vectors.of({ stride32: map }, boxes);
    const areas = [
      [0, 0, h, w],
      [1, 3, 3, 6],
    ] as const;
    areas.forEach(([top, left, bottom, right], n) => {
      const features = new Float64Array(2 * CHANNELS).fill(-Infinity, CHANNELS);
      for (let y = top; y < bottom; y++)
        for (let x = left; x < right; x++)
          for (let c = 0; c < CHANNELS; c++) {
            const value = values[(y * w + x) * CHANNELS + c]!;
            features[c]! += value / ((bottom - top) * (right - left));
            features[CHANNELS + c] = Math.max(features[CHANNELS + c]!, value);
          }
      for (let k = 0; k < K; k++) {
        const sum = features.reduce((all, value, i) => all + value * file.weight.values[i * K + k]!, 0);
        expect(got.dataSync()[n * K + k]).toBeCloseTo(sum + file.bias.values[k]!, 4);
      }
    });
    expect(() => vectors.of({}, boxes)).toThrow('no map for tap stride32');
    vectors.dispose();
    tf.dispose([map, got]);
    await tf.setBackend('wasm');
  },
);

const box = fc
  .tuple(fc.double({ min: 0, max: 0.9, noNaN: true }), fc.double({ min: 0, max: 0.9, noNaN: true }))
  .chain(([x, y]) =>
    fc.tuple(
      fc.constant(x),
      fc.constant(y),
      fc.double({ min: x + 0.01, max: 1, noNaN: true }),
      fc.double({ min: y + 0.01, max: 1, noNaN: true }),
    ),
  );

test('the whole photo is kept, then winners before others, none much like one before it, and never too many', () => {
  fc.assert(
    fc.property(fc.array(box, { maxLength: 60 }), fc.integer({ min: 1, max: 32 }), fc.nat(), (drawn, most, pick) => {
      const count = drawn.length + 1;
      const ranked = {
        boxes: unitBoxes(Float32Array.from([0, 0, 1, 1, ...drawn.flat()])),
        objectness: Float32Array.from({ length: count }, (_, n) => 1 - n / count),
        winners: Int32Array.of(pick % count, 0),
        probabilities: Float32Array.of(0.9, 0.05),
      };
      const kept = distinctRegions(ranked, most);
      expect(kept[0]).toBe(0);
      expect(kept.length).toBeLessThanOrEqual(most);
      expect(new Set(kept).size).toBe(kept.length);
      // What was sure to be there has its region, unless that is nearly the photo.
      const second = kept[1];
      if (second !== undefined && kept.includes(pick % count) && pick % count !== 0) expect(second).toBe(pick % count);
    }),
  );
});

test('a photo’s vectors take at most 2.5 kB with the layer that is shipped, and numbers that are none are refused', () => {
  const shipped = readVectorFile(new Uint8Array(readFileSync(`public/models/${VECTORS_FILE}`)).buffer);
  const { dimensions } = shipped.description;
  expect(VECTORS_KEPT * (dimensions + 4)).toBeLessThanOrEqual(2500);
  const ranked = {
    boxes: unitBoxes(Float32Array.of(0, 0, 1, 1, 0.2, 0.2, 0.4, 0.6)),
    objectness: Float32Array.of(1, 0.5),
    winners: Int32Array.of(1),
    probabilities: Float32Array.of(0.5),
  };
  const { boxes, vectors } = photoVectors(ranked, Float32Array.of(1, -2, 0.5, 0.25), 'v');
  expect([...boxes]).toEqual([0, 0, 255, 255, 51, 51, 102, 153]);
  expect([...vectors]).toEqual([64, -127, 127, 64]);
  expect(() => photoVectors(ranked, Float32Array.of(1, Number.NaN, 0, 0), 'v')).toThrow('photoVectors: got NaN');
});

test('a stored vector is of unit length when it is compared, and zeros stay zeros', () => {
  const stored = new Int8Array(4);
  storedVector([3, -4], stored, 0);
  storedVector([0, 0], stored, 2);
  expect([...stored]).toEqual([95, -127, 0, 0]);
  const [a, b, ...zeros] = unitVectors(stored, 2);
  expect(a! ** 2 + b! ** 2).toBeCloseTo(1, 6);
  expect(zeros).toEqual([0, 0]);
});

test('a file without a name or with a tensor of another shape is refused', () => {
  expect(() => readVectorFile(fileOf(1, { backbone: 'nanodet-g' }))).toThrow('does not name backbone and tap');
  const odd = writeSafetensors(
    {
      metadata: { backbone: 'a', tap: 'b' },
      tensors: new Map([
        [VECTOR_TENSORS.weight, { shape: [3, 2], values: new Float32Array(6) }],
        [VECTOR_TENSORS.bias, { shape: [2], values: new Float32Array(2) }],
      ]),
    },
    'F32',
  );
  expect(() => readVectorFile(odd)).toThrow('got [3, 2] and [2], wanted [2d, K] and [K]');
});
