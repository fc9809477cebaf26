import { readFileSync } from 'node:fs';
import * as tf from '../../gpu/tfjs/tfjs.ts';
import '../../gpu/tfjs/wasmBackend.ts';
import { expect, test } from 'vitest';
import { readSafetensors } from '../../base/weights/safetensors.ts';
import { createBackbone } from './backbone.ts';
import { layerShapes, weightShapes } from './backboneDescription.ts';
import type { GoldenActivations } from './fixtures/goldenActivations.ts';
import { SYNTHETIC_SEED, syntheticImage } from './fixtures/syntheticImage.ts';
import { normalisedPixels } from './networkInput.ts';
import { SSD_MOBILENET_V2 } from './ssdMobilenetV2.ts';

/** By TensorFlow Lite's interpreter in WebAssembly: `npm run backbone:convert -- --backbone ssd-mobilenetv2 --golden FILE`. */
const golden = JSON.parse(
  readFileSync(new URL('./fixtures/ssd-mobilenetv2.golden.json', import.meta.url), 'utf8'),
) as GoldenActivations;

test('SSD-MobileNetV2 has 17 depthwise convolutions, ten residuals and the parameters of its file', () => {
  const count = (kind: string) => SSD_MOBILENET_V2.layers.filter((layer) => layer.kind === kind).length;
  expect(count('depthwiseConvolution')).toBe(17);
  expect(count('add')).toBe(10);
  // torchvision's MobileNetV2 has 3,504,872, of them 1,281,000 in the classifier and 412,160 in the last 1×1 convolution; a channel of the
  // 15,776 that are left has one bias in the place of a scale and a shift. Then 72 × 577 for the classes.
  const parameters = [...weightShapes(SSD_MOBILENET_V2).values()].reduce(
    (sum, shape) => sum + shape.reduce((product, side) => product * side, 1),
    0,
  );
  expect(parameters).toBe(3_504_872 - 1_281_000 - 412_160 - 15_776 + 72 * 577);
});

test("its maps have TensorFlow's sides: halves rounded up, of 300 as of a multiple of 32", () => {
  const at300 = layerShapes(SSD_MOBILENET_V2, 300, 300);
  expect(at300.get('mobile16')).toEqual({ height: 19, width: 19, channels: 96 });
  expect(at300.get('openImages16')).toEqual({ height: 19, width: 19, channels: 72 });
  expect(at300.get('mobile32')).toEqual({ height: 10, width: 10, channels: 320 });
  const at320 = layerShapes(SSD_MOBILENET_V2, 224, 320);
  expect(at320.get('mobile16')).toEqual({ height: 14, width: 20, channels: 96 });
  expect(at320.get('mobile32')).toEqual({ height: 7, width: 10, channels: 320 });
});

test("every tap gives what TensorFlow Lite's own interpreter gave, to a ten-thousandth of its largest value", async () => {
  await tf.setBackend('wasm');
  const file = readFileSync('public/models/ssd-mobilenetv2.safetensors');
  const backbone = createBackbone(SSD_MOBILENET_V2, readSafetensors(new Uint8Array(file).buffer));
  // The stored graph is fixed at 300×300, whose maps have sides of 150, 75, 38, 19 and 10: even and odd ones are halved.
  const pixels = normalisedPixels(syntheticImage(300, 300, SYNTHETIC_SEED), SSD_MOBILENET_V2.input);
  const maps = tf.tidy(() => backbone.forward(tf.tensor4d(pixels, [1, 300, 300, 3]), SSD_MOBILENET_V2.taps));
  expect(Object.keys(golden)).toEqual([...SSD_MOBILENET_V2.taps]);
  for (const [tap, { shape, mean, meanAbsolute, samples }] of Object.entries(golden)) {
    expect(maps[tap]!.shape, tap).toEqual(shape);
    const values = maps[tap]!.dataSync<'float32'>();
    const largest = samples.reduce((most, sample) => Math.max(most, Math.abs(sample)), 0);
    const step = values.length / samples.length;
    const worst = samples.reduce(
      (most, sample, k) => Math.max(most, Math.abs(sample - values[Math.floor(k * step)]!)),
      0,
    );
    // float32 on both sides, summed in other orders: about 3e-6 here.
    expect(worst / largest, tap).toBeLessThan(1e-4);
    expect(Math.abs(values.reduce((a, b) => a + b, 0) / values.length - mean) / meanAbsolute, tap).toBeLessThan(1e-3);
    const absolute = values.reduce((a, b) => a + Math.abs(b), 0) / values.length;
    expect(Math.abs(absolute / meanAbsolute - 1), tap).toBeLessThan(1e-3);
  }
  tf.dispose(maps);
  backbone.dispose();
});
