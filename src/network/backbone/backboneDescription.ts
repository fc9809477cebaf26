import { type MapPadding, type SidePadding, samePadding } from '../../gpu/kernels/mapPadding.ts';

/**
 * A backbone as data: a list of layers, each named, each reading layers named before it. All maps are NHWC, all kernels
 * square, all padding explicit or by a stated rule, so that a description means the same sums in every runtime.
 */

/** `relu6` is min(max(x, 0), 6), MobileNet's. */
export type Activation = 'identity' | 'relu' | 'relu6' | { readonly leaky: number };

/**
 * Rows and columns added before and after the map on both axes: zeros for a convolution, nothing for a pooling. `same` is
 * TensorFlow's rule, see `samePadding`: it depends on the map's sides, and at stride 2 adds more after an even side than before it.
 */
export type Padding = SidePadding | 'same';

interface Windowed {
  readonly name: string;
  readonly from: string;
  readonly kernel: number;
  readonly stride: number;
  readonly padding: Padding;
}

/** Weights `<name>.weight` // (kernel, kernel, in, channels) and `<name>.bias` // (channels,) */
export interface Convolution extends Windowed {
  readonly kind: 'convolution';
  readonly channels: number;
  readonly activation: Activation;
}

/**
 * A convolution of each channel by itself, with bias and activation.
 * Weights `<name>.weight` // (kernel, kernel, channels, 1) and `<name>.bias` // (channels,)
 */
export interface DepthwiseConvolution extends Windowed {
  readonly kind: 'depthwiseConvolution';
  readonly activation: Activation;
}

/** The largest (`maxPool`) or the mean (`averagePool`) of each window; the padding never takes part in either. */
export interface Pooling extends Windowed {
  readonly kind: 'maxPool' | 'averagePool';
}

/**
 * Local response normalisation across channels (Krizhevsky et al. 2012, section 3.3; Caffe's ACROSS_CHANNELS):
 * x_c / (bias + alpha / size · Σ x_j²)^beta over the `size` channels around c. `size` is odd.
 */
export interface LocalResponseNormalisation {
  readonly kind: 'localResponseNormalisation';
  readonly name: string;
  readonly from: string;
  readonly size: number;
  readonly alpha: number;
  readonly beta: number;
  readonly bias: number;
}

/** Bilinear, corners not aligned, half-pixel centres. */
export interface Upsample {
  readonly kind: 'upsample';
  readonly name: string;
  readonly from: string;
  readonly factor: number;
}

/** `concat` joins channels in the order of `from`; `add` sums maps of one shape. */
export interface Joining {
  readonly kind: 'concat' | 'add';
  readonly name: string;
  readonly from: readonly string[];
}

export type Layer = Convolution | DepthwiseConvolution | Pooling | LocalResponseNormalisation | Upsample | Joining;

/** How bytes become the network's numbers: (byte − mean) / deviation for each channel, in `order`. */
export interface InputNormalisation {
  readonly order: 'rgb' | 'bgr';
  /** In the order of `order`, 0..255. */
  readonly mean: readonly [number, number, number];
  readonly deviation: readonly [number, number, number];
}

export interface BackboneDescription {
  /** Goes into the version of every code that the backbone has a part in; also the name of its weights file. */
  readonly name: string;
  readonly input: InputNormalisation;
  /** Longer side at which a photo enters the network where nothing else is asked for, pixels, a multiple of 32. */
  readonly inputSide: number;
  readonly layers: readonly Layer[];
  /** Layers that others may ask for. */
  readonly taps: readonly string[];
}

/** The name by which a layer reads the normalised photo. */
export const INPUT = 'input';

export interface MapShape {
  readonly height: number;
  readonly width: number;
  readonly channels: number;
}

export function sourcesOf(layer: Layer): readonly string[] {
  return typeof layer.from === 'string' ? [layer.from] : layer.from;
}

/** What the layer's padding is for a map of these sides. */
export function paddingOf({ kernel, stride, padding }: Windowed, height: number, width: number): MapPadding {
  if (padding !== 'same') return { rows: padding, columns: padding };
  return { rows: samePadding(height, kernel, stride), columns: samePadding(width, kernel, stride) };
}

function windowedSide(side: number, [before, after]: SidePadding, { kernel, stride }: Windowed): number {
  return Math.floor((side + before + after - kernel) / stride) + 1;
}

function shapeOf(layer: Layer, sources: readonly MapShape[], fail: (problem: string) => never): MapShape {
  const first = sources[0];
  if (first === undefined) return fail('reads no layer');
  switch (layer.kind) {
    case 'convolution':
    case 'depthwiseConvolution':
    case 'maxPool':
    case 'averagePool': {
      const { rows, columns } = paddingOf(layer, first.height, first.width);
      const height = windowedSide(first.height, rows, layer);
      const width = windowedSide(first.width, columns, layer);
      if (height < 1 || width < 1)
        return fail(`a window of ${layer.kernel} does not fit a map of ${first.height}×${first.width}`);
      return { height, width, channels: layer.kind === 'convolution' ? layer.channels : first.channels };
    }
    case 'localResponseNormalisation':
      if (layer.size % 2 === 0) return fail(`got a window of ${layer.size} channels, wanted an odd number`);
      return first;
    case 'upsample':
      return { height: first.height * layer.factor, width: first.width * layer.factor, channels: first.channels };
    case 'concat':
    case 'add': {
      for (const [i, other] of sources.entries()) {
        const sameChannels = layer.kind === 'concat' || other.channels === first.channels;
        if (other.height === first.height && other.width === first.width && sameChannels) continue;
        return fail(
          `${layer.from[i]} is ${other.height}×${other.width}×${other.channels}, ` +
            `${layer.from[0]} is ${first.height}×${first.width}×${first.channels}`,
        );
      }
      if (layer.kind === 'add') return first;
      return { ...first, channels: sources.reduce((sum, source) => sum + source.channels, 0) };
    }
  }
}

/**
 * The shape of every layer's map for an input of height×width.
 * @throws Error naming the first layer that reads an unknown layer, repeats a name or gets maps that do not fit together,
 * or the first tap that is no layer.
 */
export function layerShapes(
  description: BackboneDescription,
  height: number,
  width: number,
): ReadonlyMap<string, MapShape> {
  const shapes = new Map<string, MapShape>([[INPUT, { height, width, channels: 3 }]]);
  for (const layer of description.layers) {
    const fail = (problem: string): never => {
      throw new Error(`layerShapes: ${description.name}, layer ${layer.name}: ${problem}`);
    };
    if (shapes.has(layer.name)) fail('the name is taken by an earlier layer');
    const sources = sourcesOf(layer).map(
      (name) => shapes.get(name) ?? fail(`reads ${name}, which is no earlier layer`),
    );
    shapes.set(layer.name, shapeOf(layer, sources, fail));
  }
  for (const tap of description.taps) {
    if (!shapes.has(tap)) throw new Error(`layerShapes: ${description.name}: tap ${tap} is no layer`);
  }
  return shapes;
}

/** The tensors that the description wants, by name, in the order of its layers. */
export function weightShapes(description: BackboneDescription): ReadonlyMap<string, readonly number[]> {
  const shapes = layerShapes(description, PROBE_SIDE, PROBE_SIDE);
  const wanted = new Map<string, readonly number[]>();
  for (const layer of description.layers) {
    if (layer.kind !== 'convolution' && layer.kind !== 'depthwiseConvolution') continue;
    const read = shapes.get(layer.from)!.channels;
    const { channels } = shapes.get(layer.name)!;
    const depthwise = layer.kind === 'depthwiseConvolution';
    wanted.set(`${layer.name}.weight`, [layer.kernel, layer.kernel, read, depthwise ? 1 : channels]);
    wanted.set(`${layer.name}.bias`, [channels]);
  }
  return wanted;
}

/** Channels do not depend on the side of the input; 224 is a multiple of every stride in use. */
const PROBE_SIDE = 224;
