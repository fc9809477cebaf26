import { type Activation, type BackboneDescription, INPUT, type Layer } from './backboneDescription.ts';

/**
 * The feature extractor of an SSD on MobileNetV2 (Sandler et al. 2018, table 2), as stored in the npm package @mediapipe/objectron
 * (Apache-2.0) and trained on 23 categories of Open Images: inverted residuals of 1×1, depthwise 3×3 and 1×1 convolutions with ReLU6,
 * padded by TensorFlow's rule. The weights are written by `npm run backbone:convert -- --backbone ssd-mobilenetv2`, which checks this
 * description against the stored graph.
 *
 * taps           // channels
 * mobile16       //  96   output of the last block of stride 16, linear
 * openImages16   //  72   class logits of the SSD's finest map: 3 anchors × (background + the 23 categories)
 * mobile32       // 320   output of the last block, linear: what the SSD's last 1×1 convolution reads
 *
 * The coarser maps of the SSD, with the 1×1 convolution of 1,280 channels before them, are left out: 1.2 MB of weights for class logits
 * that the 320 channels already hold.
 */

const NAME = 'ssd-mobilenetv2';

function convolution1(name: string, from: string, channels: number, activation: Activation): Layer {
  return { kind: 'convolution', name, from, kernel: 1, stride: 1, padding: [0, 0], channels, activation };
}

/**
 * An inverted residual: to `expansion` times the channels, each of them convolved by itself, and back to `channels`; `from` is added
 * where shapes allow. Gives the block's map under the name `to`.
 */
function invertedResidual(
  to: string,
  from: string,
  { inChannels, expansion, stride, channels }: Record<'inChannels' | 'expansion' | 'stride' | 'channels', number>,
): Layer[] {
  const residual = stride === 1 && inChannels === channels;
  const wide = expansion === 1 ? from : `${to}.expand`;
  return [
    ...(expansion === 1 ? [] : [convolution1(wide, from, inChannels * expansion, 'relu6')]),
    {
      kind: 'depthwiseConvolution',
      name: `${to}.depthwise`,
      from: wide,
      kernel: 3,
      stride,
      padding: 'same',
      activation: 'relu6',
    },
    convolution1(residual ? `${to}.project` : to, `${to}.depthwise`, channels, 'identity'),
    ...(residual ? [{ kind: 'add', name: to, from: [`${to}.project`, from] } as const] : []),
  ];
}

/** Table 2 of the paper: expansion, channels, blocks and stride of the first block. */
const STAGES = [
  { expansion: 1, channels: 16, blocks: 1, stride: 1 },
  { expansion: 6, channels: 24, blocks: 2, stride: 2 },
  { expansion: 6, channels: 32, blocks: 3, stride: 2 },
  { expansion: 6, channels: 64, blocks: 4, stride: 2 },
  { expansion: 6, channels: 96, blocks: 3, stride: 1 },
  { expansion: 6, channels: 160, blocks: 3, stride: 2 },
  { expansion: 6, channels: 320, blocks: 1, stride: 1 },
] as const;

/** Blocks are counted as the stored graph does; two of them are taps and have names of their own. */
const TAP_NAMES: Readonly<Record<number, string>> = { 12: 'mobile16', 16: 'mobile32' };

function blocks(): Layer[] {
  const layers: Layer[] = [];
  let from = 'stem';
  let inChannels = 32;
  let block = 0;
  for (const { expansion, channels, blocks: count, stride } of STAGES) {
    for (let i = 0; i < count; i++, block++) {
      const to = TAP_NAMES[block] ?? `block${block}`;
      layers.push(...invertedResidual(to, from, { inChannels, expansion, stride: i === 0 ? stride : 1, channels }));
      [from, inChannels] = [to, channels];
    }
  }
  return layers;
}

export const SSD_MOBILENET_V2: BackboneDescription = {
  name: NAME,
  input: { order: 'rgb', mean: [127.5, 127.5, 127.5], deviation: [127.5, 127.5, 127.5] },
  inputSide: 320,
  layers: [
    {
      kind: 'convolution',
      name: 'stem',
      from: INPUT,
      kernel: 3,
      stride: 2,
      padding: 'same',
      channels: 32,
      activation: 'relu6',
    },
    ...blocks(),
    // The finest map of the SSD stands within block 13, before it halves the map.
    convolution1('openImages16', 'block13.expand', 72, 'identity'),
  ],
  taps: ['mobile16', 'openImages16', 'mobile32'],
};
