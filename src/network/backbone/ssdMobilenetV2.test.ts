import { expect, test } from 'vitest';
import { layerShapes, weightShapes } from './backboneDescription.ts';
import { SSD_MOBILENET_V2 } from './ssdMobilenetV2.ts';

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
