import { unitBoxes } from '../../src/base/image/box.ts';
import { resize } from '../../src/base/image/resize.ts';
import type { RgbImage } from '../../src/base/image/rgbImage.ts';
import * as tf from '../../src/gpu/tfjs/tfjs.ts';
import type { PhotoAnalysis } from '../../src/network/heads/photoAnalysis.ts';
import type { Network } from '../../src/network/network.ts';

/**
 * A network of one convolution on the current tfjs backend, for specs about what surrounds the network: on the software
 * adapter the real one takes many seconds a photo. Its codes depend on the pixels, so two photos differ.
 * @param onPhoto called when a photo's work has been handed to the backend and is not read back yet
 */
export function smallNetwork(onPhoto: (image: RgbImage) => void): Network {
  const kernel = tf.keep(
    tf.tensor4d(
      Float32Array.from({ length: 3 * 3 * 3 * 4 }, (_, i) => ((i * 37) % 17) - 8),
      [3, 3, 3, 4],
    ),
  );

  async function analyse(image: RgbImage): Promise<PhotoAnalysis> {
    const small = resize(image, 16, 16);
    const output = tf.tidy(() => tf.conv2d(tf.tensor3d(Float32Array.from(small.data), [16, 16, 3]), kernel, 2, 'same'));
    onPhoto(image);
    const values = await output.data();
    output.dispose();
    const word = (salt: number): number => {
      let bits = 0;
      for (let i = 0; i < 32; i++) if (values[(salt * 32 + i) % values.length]! > 0) bits |= 1 << i;
      return bits >>> 0;
    };
    return {
      boxes: unitBoxes(Float32Array.of(0, 0, 1, 1)),
      objectness: Float32Array.of(1),
      proposalProbabilities: Float32Array.of(0.5),
      probabilities: Float32Array.of(0.5),
      winners: Int32Array.of(0),
      semanticCodes: {
        16: Uint32Array.of(word(0) & 0xffff),
        32: Uint32Array.of(word(0)),
        48: Uint32Array.of(word(1), 0),
        64: Uint32Array.of(word(2), word(3)),
      },
      categoryCodes: Uint32Array.of(word(4) & 0xff),
      appearance: Uint32Array.of(word(5), word(6), word(7), word(8)),
      regionAppearance: Uint32Array.of(word(9), word(10)),
    };
  }

  return {
    categories: [{ name: 'thing', gate: 0.5 }],
    bitsPerCategory: 8,
    version: 'small',
    analyse: async (image) => ({
      analysis: await analyse(image),
      times: { proposalsMs: 0, backboneMs: 0, headsMs: 0 },
    }),
    dispose: () => kernel.dispose(),
  };
}
