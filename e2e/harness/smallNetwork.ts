import { unitBoxes } from '../../src/base/image/box.ts';
import { resize } from '../../src/base/image/resize.ts';
import type { RgbImage } from '../../src/base/image/rgbImage.ts';
import * as tf from '../../src/gpu/tfjs/tfjs.ts';
import type { PhotoAnalysis } from '../../src/network/heads/photoAnalysis.ts';
import type { Network } from '../../src/network/network.ts';

/** Of the picture that is looked at, pixels. */
const SIDE = 16;
const CHANNELS = 4;
/** // (3, 3, 3, CHANNELS) */
const KERNEL = Float32Array.from({ length: 3 * 3 * 3 * CHANNELS }, (_, i) => ((i * 37) % 17) - 8);

/** The convolution with stride 2, all whole numbers. @returns // (SIDE / 2, SIDE / 2, CHANNELS) */
type Convolution = (pixels: Float32Array) => { read(): Promise<Float32Array>; dispose(): void };

/** On the current tfjs backend. */
const onBackend: Convolution = (pixels) => {
  const output = tf.tidy(() =>
    tf.conv2d(tf.tensor3d(pixels, [SIDE, SIDE, 3]), tf.tensor4d(KERNEL, [3, 3, 3, CHANNELS]), 2, 'same'),
  );
  return { read: () => output.data<'float32'>(), dispose: () => output.dispose() };
};

/** By loops, in place of the pool's own WASM: tfjs has one backend in a realm, and beside a GPU that comes back it is the GPU's. */
const byLoops: Convolution = (pixels) => {
  const half = SIDE / 2;
  const output = new Float32Array(half * half * CHANNELS);
  for (let i = 0; i < output.length; i++) {
    const [channel, x, y] = [i % CHANNELS, Math.floor(i / CHANNELS) % half, Math.floor(i / CHANNELS / half)];
    for (let tap = 0; tap < 27; tap++) {
      const [colour, right, down] = [tap % 3, x * 2 + (Math.floor(tap / 3) % 3), y * 2 + Math.floor(tap / 9)];
      if (right >= SIDE || down >= SIDE) continue;
      output[i]! += pixels[(down * SIDE + right) * 3 + colour]! * KERNEL[tap * CHANNELS + channel]!;
    }
  }
  return { read: () => Promise.resolve(output), dispose() {} };
};

/**
 * A network of one convolution, for specs about what surrounds the network: on the software adapter the real one takes many seconds a
 * photo. Its codes depend on the pixels, so two photos differ.
 * @param onPhoto called when a photo's work has been handed to the backend and is not read back yet
 */
export function smallNetwork(onPhoto: (image: RgbImage) => void, engine: 'webgpu' | 'wasm'): Network {
  const convolution = engine === 'webgpu' ? onBackend : byLoops;

  async function analyse(image: RgbImage): Promise<PhotoAnalysis> {
    const output = convolution(Float32Array.from(resize(image, SIDE, SIDE).data));
    onPhoto(image);
    const values = await output.read();
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
    vectors: null,
    analyse: async (image) => ({
      analysis: await analyse(image),
      times: { proposalsMs: 0, backboneMs: 0, headsMs: 0 },
    }),
    dispose() {},
  };
}
