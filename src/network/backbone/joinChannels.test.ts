import * as tf from '../../gpu/tfjs/tfjs.ts';
import '../../gpu/tfjs/wasmBackend.ts';
import { expect, test } from 'vitest';
import { joinChannels } from './joinChannels.ts';

/** Every pattern of bits may come up, NaNs with their payload too: bytes are moved, not numbers. */
function map(height: number, width: number, channels: number, seed: number): tf.Tensor4D {
  const bits = Int32Array.from({ length: height * width * channels }, (_, i) => Math.imul(i + seed, 2654435761));
  return tf.tensor4d(new Float32Array(bits.buffer), [1, height, width, channels]);
}

function bitsOf(tensor: tf.Tensor): number[] {
  const values = tensor.dataSync<'float32'>();
  return [...new Int32Array(values.buffer, values.byteOffset, values.length)];
}

test.each(['wasm', 'cpu'])(
  'on %s the joined map has the bits that tf.concat gives, and nothing leaks',
  async (backend) => {
    await tf.setBackend(backend);
    for (const channels of [[1], [3, 5], [4, 4], [16, 1, 7]]) {
      const before = tf.memory().numTensors;
      const maps = channels.map((count, i) => map(5, 3, count, i * 1000 + 1));
      const joined = joinChannels(maps);
      const wanted = tf.concat(maps, 3);
      expect(joined.shape).toEqual(wanted.shape);
      expect(bitsOf(joined)).toEqual(bitsOf(wanted));
      tf.dispose([maps, joined, wanted]);
      expect(tf.memory().numTensors).toBe(before);
    }
  },
);

test('maps of two sizes are refused', async () => {
  await tf.setBackend('wasm');
  expect(() => joinChannels([map(2, 2, 4, 1), map(2, 3, 4, 1)])).toThrow(
    'joinChannels: got maps of 2×2 and 2×3, wanted one size',
  );
});
