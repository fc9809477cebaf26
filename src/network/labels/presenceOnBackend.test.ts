import * as tf from '../../gpu/tfjs/tfjs.ts';
import '../../gpu/tfjs/wasmBackend.ts';
import { describe, expect, test } from 'vitest';
import { unitBoxes } from '../../base/image/box.ts';
import { normalFrom, seededRandom } from '../../base/seededRandom.ts';
import { testOnEachBackend } from '../../tools/onEachBackend.ts';
import { presenceCases } from './presenceOnBackend.cases.ts';
import { presenceOnBackend } from './presenceOnBackend.ts';

const CLASSES = 7;
const SIDES = [
  [8, 6],
  [4, 3],
] as const;

function maps(): tf.Tensor3D[] {
  const random = seededRandom(9);
  return SIDES.map(([h, w]) =>
    tf.tensor3d(
      Float32Array.from({ length: h * w * CLASSES }, () => 3 * normalFrom(random) - 4),
      [h, w, CLASSES],
    ),
  );
}

function presence(of: tf.Tensor3D[], ...box: number[]): Float32Array {
  return tf.tidy(() => presenceOnBackend(of, unitBoxes(Float32Array.from(box)), 0.45).dataSync<'float32'>());
}

testOnEachBackend(presenceCases);

describe.each(['cpu', 'wasm'])('on %s', (backend) => {
  test('a region is no surer of a class than the photo, and hears nothing from outside', async () => {
    await tf.setBackend(backend);
    const before = tf.memory().numTensors;
    const own = maps();
    const whole = presence(own, 0, 0, 1, 1);
    const left = presence(own, 0, 0, 0.5, 1);
    left.forEach((value, k) => expect(value).toBeLessThanOrEqual(whole[k]! + 1e-4));
    // The right half says something else, and the left half stays what it was.
    const turned = own.map((map) => {
      const [h, w] = map.shape;
      const mask = tf.tensor3d(
        Float32Array.from({ length: h * w }, (_, cell) => Number(((cell % w) + 0.5) / w >= 0.5)),
        [h, w, 1],
      );
      const other = tf.tidy(() => tf.add<tf.Tensor3D>(map, tf.mul(mask, 9)));
      mask.dispose();
      return other;
    });
    presence(turned, 0, 0, 0.5, 1).forEach((value, k) => expect(value).toBeCloseTo(left[k]!, 4));
    expect(presence(turned, 0, 0, 1, 1)).not.toEqual(whole);
    // Smaller than any cell.
    expect(presence(own, 0.001, 0.001, 0.002, 0.002).every((value) => value < -20)).toBe(true);
    tf.dispose([...own, ...turned]);
    expect(tf.memory().numTensors).toBe(before);
  });
});
