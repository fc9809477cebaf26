import { type BackboneDescription, type Convolution, INPUT, type Layer } from './backboneDescription.ts';

/**
 * GoogLeNet (Szegedy et al., "Going Deeper with Convolutions", CVPR 2015, table 1) up to `inception_5b`, without the
 * classifiers, in the two forms in which its weights are published:
 *
 * GOOGLENET      the original, as in Caffe's bvlc_googlenet: local response normalisation, a 5×5 kernel in the third
 *                branch. 6,998,552 parameters with the classifier of 1,000 classes.
 * GOOGLENET_BN   torchvision's: batch normalisation, folded into the convolutions here; the third branch has a 3×3
 *                kernel and the last pooling a 2×2 window. 6,624,904 parameters with that classifier, before folding.
 *
 * inception_3a … 5b // channels 256, 480, 512, 512, 512, 528, 832, 832, 1024; strides 8, 8, 16 ×5, 32, 32
 */

/** Channels of an inception module's six convolutions. Table 1, columns #1×1 to pool proj. */
type InceptionWidths = readonly [
  direct: number,
  reduce3: number,
  wide3: number,
  reduce5: number,
  wide5: number,
  projection: number,
];

const INCEPTION_WIDTHS: Readonly<Record<string, InceptionWidths>> = {
  inception_3a: [64, 96, 128, 16, 32, 32],
  inception_3b: [128, 128, 192, 32, 96, 64],
  inception_4a: [192, 96, 208, 16, 48, 64],
  inception_4b: [160, 112, 224, 24, 64, 64],
  inception_4c: [128, 128, 256, 24, 64, 64],
  inception_4d: [112, 144, 288, 32, 64, 64],
  inception_4e: [256, 160, 320, 32, 128, 128],
  inception_5a: [256, 160, 320, 32, 128, 128],
  inception_5b: [384, 192, 384, 48, 128, 128],
};

export const INCEPTION_MODULES: readonly string[] = Object.keys(INCEPTION_WIDTHS);

function convolution(name: string, from: string, channels: number, kernel: number, stride = 1): Convolution {
  const side = (kernel - 1) / 2;
  return { kind: 'convolution', name, from, kernel, stride, padding: [side, side], channels, activation: 'relu' };
}

/** Sides are even at every pooling, so the ceiling mode of Caffe and torchvision is one cell of padding at the far end. */
function halving(name: string, from: string, kernel: number): Layer {
  return { kind: 'maxPool', name, from, kernel, stride: 2, padding: [0, kernel - 2] };
}

/** Caffe's settings: 5 channels, α 10⁻⁴, β 0.75. */
function normalisation(name: string, from: string): Layer {
  return { kind: 'localResponseNormalisation', name, from, size: 5, alpha: 1e-4, beta: 0.75, bias: 1 };
}

/** The convolutions stand in the order in which torchvision runs them; the importer relies on it. */
function inception(name: string, from: string, thirdKernel: 3 | 5): Layer[] {
  const [direct, reduce3, wide3, reduce5, wide5, projection] = INCEPTION_WIDTHS[name]!;
  return [
    convolution(`${name}.1x1`, from, direct, 1),
    convolution(`${name}.3x3_reduce`, from, reduce3, 1),
    convolution(`${name}.3x3`, `${name}.3x3_reduce`, wide3, 3),
    convolution(`${name}.5x5_reduce`, from, reduce5, 1),
    convolution(`${name}.5x5`, `${name}.5x5_reduce`, wide5, thirdKernel),
    { kind: 'maxPool', name: `${name}.pool`, from, kernel: 3, stride: 1, padding: [1, 1] },
    convolution(`${name}.pool_proj`, `${name}.pool`, projection, 1),
    { kind: 'concat', name, from: [`${name}.1x1`, `${name}.3x3`, `${name}.5x5`, `${name}.pool_proj`] },
  ];
}

interface Form {
  readonly normalised: boolean;
  readonly thirdKernel: 3 | 5;
  readonly lastPool: 2 | 3;
}

function layersOf({ normalised, thirdKernel, lastPool }: Form): Layer[] {
  const chain = (from: string, ...letters: string[]): Layer[] =>
    letters.flatMap((name, i) => inception(name, i === 0 ? from : letters[i - 1]!, thirdKernel));
  return [
    convolution('conv1', INPUT, 64, 7, 2),
    halving('pool1', 'conv1', 3),
    ...(normalised ? [normalisation('norm1', 'pool1')] : []),
    convolution('conv2_reduce', normalised ? 'norm1' : 'pool1', 64, 1),
    convolution('conv2', 'conv2_reduce', 192, 3),
    ...(normalised ? [normalisation('norm2', 'conv2')] : []),
    halving('pool2', normalised ? 'norm2' : 'conv2', 3),
    ...chain('pool2', 'inception_3a', 'inception_3b'),
    halving('pool3', 'inception_3b', 3),
    ...chain('pool3', 'inception_4a', 'inception_4b', 'inception_4c', 'inception_4d', 'inception_4e'),
    halving('pool4', 'inception_4e', lastPool),
    ...chain('pool4', 'inception_5a', 'inception_5b'),
  ];
}

/** 384 gives the same label mAP by a logistic regression on pooled maps as 320 does (.847 on 600 + 300 photos), for half as much again. */
const GOOGLENET_SIDE = 320;

export const GOOGLENET: BackboneDescription = {
  name: 'googlenet',
  // Caffe's: blue first, the mean of ImageNet taken away, 0..255.
  input: { order: 'bgr', mean: [104, 117, 123], deviation: [1, 1, 1] },
  inputSide: GOOGLENET_SIDE,
  layers: layersOf({ normalised: true, thirdKernel: 5, lastPool: 3 }),
  taps: INCEPTION_MODULES,
};

export const GOOGLENET_BN: BackboneDescription = {
  name: 'googlenet-bn',
  // torchvision's pretrained weights were trained by TensorFlow's rule: −1..1, red first (its `transform_input`).
  input: { order: 'rgb', mean: [127.5, 127.5, 127.5], deviation: [127.5, 127.5, 127.5] },
  inputSide: GOOGLENET_SIDE,
  layers: layersOf({ normalised: false, thirdKernel: 3, lastPool: 2 }),
  taps: INCEPTION_MODULES,
};
